import type { Site } from "../site.ts";
import { latestViewings } from "../stats/latestViewings.ts";

/** What a search box shows of something it found. The path is without the base path. */
export interface Hit {
  name: string;
  note: string;
  path: string;
}

/** What a search box needs before it loads finder.json. */
export function finder({ library, href }: Site) {
  const latest = [...new Set(latestViewings(library).map((viewing) => library.filmOf(viewing)))];
  return {
    base: href("/"),
    /** The hits before anything is typed: the films seen last, each once. */
    start:
      latest.length === 0
        ? undefined
        : {
            title: library.exactDates ? "Seen last" : "Seen lately",
            hits: latest.slice(0, 8).map(
              ({ name, year, path }): Hit => ({
                name,
                note: year === null ? "" : `${year}`,
                path,
              }),
            ),
          },
  };
}
