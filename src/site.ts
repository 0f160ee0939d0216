import { openPictures, type Pictures } from "./cards/pictures.ts";
import { withMarks } from "./dateMarks.ts";
import { createFormat, type Format } from "./format.ts";
import type { Library } from "./library/library.ts";
import { loadLibrary } from "./loadLibrary.ts";
import { type Log, quietLog } from "./log.ts";
import { choosePosters, type Posters } from "./posters.ts";
import { readSettings, type Settings } from "./settings.ts";
import type { LocalPosters } from "./tmdb/cache/posterStore.ts";

/** The data that every page is made from. */
export interface Site {
  settings: Settings;
  library: Library;
  format: Format;
  /** The same format for files that are not pages: without the marks around dates. */
  plainFormat: Format;
  /** A page's path as a link under the base path. */
  href: (path: string) => string;
  posters: Posters;
  pictures: Pictures;
}

const key = Symbol.for("film-ledger.site");
const shared = globalThis as { [key]?: Site | Promise<Site> };

/**
 * The site's data, loaded once per process. A build provides it with `provideSite`, because Astro
 * bundles the pages separately from the script that starts it. Otherwise it is loaded from the export
 * and the cache, without the network.
 */
export async function site(): Promise<Site> {
  shared[key] ??= loadSite();
  return shared[key];
}

export function provideSite(value: Site | Promise<Site>): void {
  shared[key] = value;
}

async function loadSite(): Promise<Site> {
  const { default: config } = await import("../site.config.ts");
  const { settings, library, posters } = await loadLibrary({
    ...readSettings({ config }),
    offline: true,
  });
  return createSite(settings, library, { posters });
}

export function createSite(
  settings: Settings,
  library: Library,
  { posters = null, log = quietLog }: { posters?: LocalPosters | null; log?: Log } = {},
): Site {
  const plainFormat = createFormat({
    locale: settings.site.locale,
    exactDates: library.exactDates,
  });
  return {
    settings,
    library,
    format: withMarks(plainFormat),
    plainFormat,
    href: (path) => settings.basePath + path.replace(/^\//, ""),
    posters: choosePosters(settings, library, posters),
    pictures: openPictures(settings.cacheDir, { log }),
  };
}
