import { resolve } from "node:path";
import { posterOrigin } from "../posters.ts";
import type { Settings } from "../settings.ts";
import { overridesIn } from "../tmdb/match/overrides.ts";

/** The settings that Astro needs when it starts. */
export const astroSettings = (settings: Settings) => ({
  site: settings.siteUrl,
  base: settings.basePath,
  /** Where images may come from, besides the site itself. */
  imageOrigin: posterOrigin(settings),
  /** The owner's files and folders, which the dev server must not serve; absolute. */
  privatePlaces: [
    settings.dataDir,
    overridesIn(settings.dataDir),
    settings.cacheDir,
    ".env",
    "site.config.ts",
  ].map((place) => resolve(place)),
});
