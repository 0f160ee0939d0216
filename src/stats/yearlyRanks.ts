import { type Day, yearOf } from "../day.ts";
import { sum } from "../numbers.ts";
import { byName } from "./ranking.ts";

export interface YearlyRanks<Subject> {
  /** Consecutive, oldest first. */
  years: number[];
  /** All viewings of each year, with a subject or without. */
  totals: number[];
  /** Most viewings in these years first. `viewings` and `ranks` (from 1) have one number per year. */
  rows: { subject: Subject; viewings: number[]; ranks: number[] }[];
}

export interface YearlyRanksOptions {
  /** The number of subjects that are ranked: those with the most viewings in these years. */
  subjects?: number;
  /** The largest number of years; older ones are left out. */
  longest?: number;
  /** The number of viewings a year needs, because the order of fewer is chance. */
  minimum?: number;
}

/**
 * Ranks by viewings in the newest consecutive years that have enough viewings. Equals in a year keep
 * their order over all these years.
 */
export function yearlyRanks<
  Subject extends { id: number | string; name: string },
  V extends { date: Day },
>(
  viewings: V[],
  subjectsOf: (viewing: V) => Subject[],
  { subjects: most = 8, longest = 10, minimum = 30 }: YearlyRanksOptions = {},
): YearlyRanks<Subject> {
  const years = newestRun(viewings, minimum).slice(-longest);
  const counts = new Map<Subject, number[]>();
  const totals = years.map(() => 0);
  for (const viewing of viewings) {
    const at = years.indexOf(yearOf(viewing.date));
    if (at < 0) continue;
    totals[at] = (totals[at] ?? 0) + 1;
    for (const subject of subjectsOf(viewing)) {
      const row = counts.get(subject) ?? years.map(() => 0);
      row[at] = (row[at] ?? 0) + 1;
      counts.set(subject, row);
    }
  }
  const top = [...counts]
    .map(([subject, own]) => ({ subject, viewings: own }))
    .sort((a, b) => sum(b.viewings) - sum(a.viewings) || byName(a.subject, b.subject))
    .slice(0, most);
  const ranks = years.map((_, i) => {
    // The sort is stable, so equals stay in order.
    const order = top.toSorted((a, b) => (b.viewings[i] ?? 0) - (a.viewings[i] ?? 0));
    return new Map(order.map((row, place) => [row, place + 1]));
  });
  return {
    years,
    totals,
    rows: top.map((row) => ({ ...row, ranks: ranks.map((year) => year.get(row) ?? 0) })),
  };
}

function newestRun(viewings: { date: Day }[], minimum: number): number[] {
  const full = [...Map.groupBy(viewings, ({ date }) => yearOf(date))]
    .filter(([, rows]) => rows.length >= minimum)
    .map(([year]) => year)
    .sort((a, b) => a - b);
  const start = full.findLastIndex((year, i) => i === 0 || full[i - 1] !== year - 1);
  return full.slice(Math.max(0, start));
}
