import { yearOf } from "../day.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import { type Bin, countBins } from "./bins.ts";
import { median } from "./median.ts";

const bins: Bin[] = [
  { name: "before release", from: -Infinity, to: -1 },
  { name: "the same year", from: 0, to: 0 },
  { name: "1 year", from: 1, to: 1 },
  { name: "2–5 years", from: 2, to: 5 },
  { name: "6–10 years", from: 6, to: 10 },
  { name: "11–25 years", from: 11, to: 25 },
  { name: "26–50 years", from: 26, to: 50 },
  { name: "over 50 years", from: 51, to: Infinity },
];

export interface ReleaseAge {
  /** First watches by years from release. */
  bins: (Bin & { count: number })[];
  counted: number;
  /** Years; null when nothing is counted. */
  median: number | null;
  /** First watches left out because their film has no Year. */
  withoutYear: number;
}

/**
 * How old films are on their first watch: the year of Watched Date minus Letterboxd's Year. It compares
 * only years, so it includes days that were filled in afterwards.
 */
export function releaseAge(viewings: Viewing[]): ReleaseAge {
  const first = viewings.filter(({ rewatch }) => !rewatch);
  const ages = first.flatMap(({ date, film: { year } }) =>
    year === null ? [] : [yearOf(date) - year],
  );
  return {
    bins: countBins(ages, bins),
    counted: ages.length,
    median: median(ages),
    withoutYear: first.length - ages.length,
  };
}
