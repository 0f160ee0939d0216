import type { Format } from "../format.ts";
import type { RankingRow } from "../stats/ranking.ts";
import { meanWords } from "./barRows.ts";

/** A row of a ranked list: a figure with a note, and a bar within 0 to 1. */
export interface RankItem {
  name: string;
  /** From 1. Equals share the better rank. */
  rank: number;
  href: string | null;
  /** The second name of a pair. */
  with?: { name: string; href: string | null };
  value: string;
  note: string;
  from: number;
  to: number;
}

type Subject = { name: string; path: string | null };
type Help = { format: Format; href: (path: string) => string };

/** Rows by their number of films or viewings. Bars start at zero. */
export function countRows(
  rows: RankingRow<Subject>[],
  measure: "films" | "viewings",
  { format, href }: Help,
): RankItem[] {
  const most = Math.max(1, ...rows.map((row) => row[measure]));
  return rows.map((row) => ({
    name: row.subject.name,
    rank: 1 + rows.filter((other) => other[measure] > row[measure]).length,
    href: row.subject.path && href(row.subject.path),
    value: format.integer(row[measure]),
    note: meanWords(row.average, row.rated, format),
    from: 0,
    to: row[measure] / most,
  }));
}

/** Rows by rating. Bars go from the overall mean, in the middle, to the row's score. */
export function scoreRows(
  rows: RankingRow<Subject>[],
  { format, href, overallMean }: Help & { overallMean: number | null },
): RankItem[] {
  const distance = (row: RankingRow<Subject>) => (row.score ?? 0) - (overallMean ?? 0);
  const widest = Math.max(0.01, ...rows.map((row) => Math.abs(distance(row))));
  return rows.map((row) => ({
    name: row.subject.name,
    rank: 1 + rows.filter(({ score }) => (score ?? 0) > (row.score ?? 0)).length,
    href: row.subject.path && href(row.subject.path),
    value: format.average(row.average ?? 0),
    note: `${format.integer(row.rated)} rated`,
    from: 0.5,
    to: 0.5 + distance(row) / widest / 2,
  }));
}
