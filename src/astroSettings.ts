import { resolve } from "node:path";
import { posterOrigin } from "./posters.ts";
import type { Settings } from "./settings.ts";
import { overridesIn } from "./tmdb/match/overrides.ts";

/** What Astro itself must know of the settings, from its start on. */
export const astroSettings = (settings: Settings) => ({
  site: settings.siteUrl,
  base: settings.basePath,
  /** Where images may come from, beside the site itself. */
  imageOrigin: posterOrigin(settings),
  /** Files and folders of the owner's that its dev server hands to nobody; absolute. */
  privatePlaces: [
    settings.dataDir,
    overridesIn(settings.dataDir),
    settings.cacheDir,
    ".env",
    "site.config.ts",
  ].map((place) => resolve(place)),
});
