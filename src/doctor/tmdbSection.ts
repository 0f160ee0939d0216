import { counted, grouped, several } from "../counted.ts";
import type { Library } from "../library/library.ts";
import type { Section } from "../reportSection.ts";
import { countFilms } from "../stats/counts.ts";
import { sharedPages } from "../stats/matching.ts";
import { describeDoubt } from "../tmdb/report/describeReport.ts";
import type { EnrichReport, FilmInDoubt } from "../tmdb/report/enrichReport.ts";

type Open = Pick<EnrichReport, "doubtful" | "unknown"> | null;

/** Films in doubt that are named unasked. */
const SHOWN = 3;

/** What the cache knows, in a line. */
export function tmdbField(library: Library, report: Open): [name: string, value: string] {
  const { doubtful = [], unknown = [] } = report ?? {};
  const named = several([...doubtful, ...unknown].map(nameOf), SHOWN);
  const shared = several(sharedNames(library), SHOWN);
  return [
    "TMDB",
    [
      knownOf(library),
      ...(named ? [`Without a sure match: ${named}`] : []),
      ...(shared ? [`One at TMDB: ${shared}`] : []),
    ].join(". "),
  ];
}

/** The same, with every open film, why it is open, and lines ready for overrides.csv. */
export function tmdbSection(library: Library, report: Open): Section {
  const { doubtful = [], unknown = [] } = report ?? {};
  return {
    title: "TMDB (from the cache, nothing was asked)",
    fields: [
      ["known", knownOf(library)],
      ["no sure match", grouped(doubtful.length + unknown.length)],
      ...sharedNames(library).map((names) => ["one at TMDB", names] as const),
    ],
    notes: [...doubtful, ...unknown].flatMap(describeDoubt).map((line) => `  ${line}`),
  };
}

/** Entries of the export that were taken for one and the same. */
const sharedNames = ({ films }: Library): string[] =>
  sharedPages(films).map((group) => group.map(nameOf).join(" = "));

const nameOf = ({ name, year }: Pick<FilmInDoubt, "name" | "year">): string =>
  `${name} (${year ?? "no year"})`;

function knownOf({ films }: Library): string {
  const { matched, series, unmatched } = countFilms(films);
  return [
    counted(matched, "film"),
    ...(series > 0 ? [`${grouped(series)} series`] : []),
    ...(unmatched > 0 ? [`${grouped(unmatched)} without data`] : []),
  ].join(", ");
}
