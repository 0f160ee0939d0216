import { posterOrigin } from "./posters.ts";
import type { Settings } from "./settings.ts";

/** What Astro itself must know of the settings, from its start on. */
export const astroSettings = (settings: Settings) => ({
  site: settings.siteUrl,
  base: settings.basePath,
  /** Where images may come from, beside the site itself. */
  imageOrigin: posterOrigin(settings),
});
