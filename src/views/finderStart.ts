import type { FinderRow } from "../components/finderSearch.ts";
import type { Library } from "../library/library.ts";
import { latestViewings } from "../stats/latestViewings.ts";

/** What a search box shows until something is typed: the films seen last, each once. */
export function finderStart(library: Library): { title: string; rows: FinderRow[] } | undefined {
  const latest = new Set(latestViewings(library).map((viewing) => library.filmOf(viewing)));
  if (latest.size === 0) return undefined;
  return {
    title: library.exactDates ? "Seen last" : "Seen lately",
    rows: [...latest]
      .slice(0, 8)
      .map(({ name, year, path }): FinderRow => [name, year === null ? "" : `${year}`, path]),
  };
}
