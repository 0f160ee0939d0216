import { counted, grouped, several } from "../counted.ts";
import type { Library } from "../library/library.ts";
import type { ReportSection } from "../reportSection.ts";
import { countAsked, countFilms } from "../stats/counts.ts";
import { sharedPages } from "../stats/matching.ts";
import { describeDoubt } from "../tmdb/report/describeReport.ts";
import type { EnrichReport, FilmInDoubt } from "../tmdb/report/enrichReport.ts";

type OpenMatches = Pick<EnrichReport, "doubtful" | "unknown"> | null;

/** How many uncertain films are named without `--all`. */
const SHOWN = 3;

/** What the cache knows, in one line. */
export function tmdbField(library: Library, report: OpenMatches): [name: string, value: string] {
  const { doubtful = [], unknown = [] } = report ?? {};
  const named = several([...doubtful, ...unknown].map(nameOf), SHOWN);
  const shared = several(sharedNames(library), SHOWN);
  return [
    "TMDB",
    [
      knownOf(library),
      ...(named ? [`Uncertain matches: ${named}`] : []),
      ...(shared ? [`Same film at TMDB: ${shared}`] : []),
    ].join(". "),
  ];
}

/** The same with every uncertain film, the reason, and lines for overrides.csv. */
export function tmdbSection(library: Library, report: OpenMatches): ReportSection {
  const { doubtful = [], unknown = [] } = report ?? {};
  return {
    title: "TMDB (from the cache)",
    fields: [
      ["known", knownOf(library)],
      ["uncertain", grouped(doubtful.length + unknown.length)],
      ...sharedNames(library).map((names) => ["same at TMDB", names] as const),
    ],
    notes: [...doubtful, ...unknown].flatMap(describeDoubt).map((line) => `  ${line}`),
  };
}

/** Entries of the export that were matched with the same TMDB page. */
const sharedNames = ({ films }: Library): string[] =>
  sharedPages(films).map((group) => group.map(nameOf).join(" = "));

const nameOf = ({ name, year }: Pick<FilmInDoubt, "name" | "year">): string =>
  `${name} (${year ?? "no year"})`;

function knownOf({ films }: Library): string {
  if (films.length > 0 && countAsked(films) === 0) {
    return "not asked yet. A key in .env brings genres, people, countries and runtimes";
  }
  const { matched, series, unmatched } = countFilms(films);
  return [
    counted(matched, "film"),
    ...(series > 0 ? [`${grouped(series)} series`] : []),
    ...(unmatched > 0 ? [`${grouped(unmatched)} without data`] : []),
  ].join(", ");
}
