import type { RankingRow } from "../stats/ranking.ts";

/** So many equals are named in a heading. */
const named = 3;

/** The rows that share the most films, and how many more of them than a heading can name. */
export function leadersOf<S>(rows: RankingRow<S>[]): { leaders: RankingRow<S>[]; more: number } {
  const leaders = rows.filter(({ films }) => films === rows[0]?.films);
  const shown = leaders.slice(0, leaders.length > named ? named - 1 : named);
  return { leaders: shown, more: leaders.length - shown.length };
}

/** What stands before the nth name of so many, the last of which may be "5 more". */
export const separator = (i: number, all: number): string =>
  i === 0 ? "" : i === all - 1 ? " and " : ", ";

/** @param rows by films, most first; `highest` is one of them */
export function standoutsTitle(
  rows: RankingRow<{ name: string }>[],
  highest: RankingRow<{ name: string }>,
): string {
  const { leaders, more } = leadersOf(rows);
  const [first] = leaders;
  if (!first || more > 0) return `Best rated: ${highest.subject.name}`;
  if (leaders.length === 1 && first === highest) {
    return `Most films, and best rated: ${first.subject.name}`;
  }
  const names = leaders.map(({ subject }, i) => separator(i, leaders.length) + subject.name);
  return `Most films: ${names.join("")}; best rated: ${highest.subject.name}`;
}
