import type { Day } from "../day.ts";
import { mean } from "../numbers.ts";
import { type Comparison, compare } from "./finding.ts";
import { byName } from "./ranking.ts";

interface Rated {
  date: Day;
  rating: number | null;
}

/** Mean of the ratings given at viewings, before a day and from it on. */
export interface Halves {
  before: { mean: number; viewings: number };
  after: { mean: number; viewings: number };
  /** after − before, in stars, and whether it is more than chance. */
  change: number;
  comparison: Comparison;
}

export interface ThenAndNow<Subject> {
  /** First day of the later half. */
  since: Day;
  all: Halves;
  /** Highest now first; equals by name. */
  rows: (Halves & { subject: Subject })[];
}

/**
 * How ratings differ between the earlier and the later half of the rated viewings. All viewings of a
 * day are in the same half. A subject needs `minimum` rated viewings in each half.
 *
 * @param viewings oldest first, without days that were filled in afterwards
 * @returns null if no viewing is rated, or all are on one day
 */
export function thenAndNow<Subject extends { id: number | string; name: string }, V extends Rated>(
  viewings: V[],
  subjectsOf: (viewing: V) => Subject[],
  { minimum = 10 }: { minimum?: number } = {},
): ThenAndNow<Subject> | null {
  const rated = viewings.filter(({ rating }) => rating !== null);
  const since = rated[Math.floor(rated.length / 2)]?.date;
  const all = since === undefined ? null : halves(rated, since);
  if (since === undefined || all === null) return null;
  const bySubject = new Map<Subject, V[]>();
  for (const viewing of rated) {
    for (const subject of subjectsOf(viewing)) {
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), viewing]);
    }
  }
  const rows = [...bySubject].flatMap(([subject, own]) => {
    const row = halves(own, since);
    const isSure = row && Math.min(row.before.viewings, row.after.viewings) >= minimum;
    return isSure ? [{ ...row, subject }] : [];
  });
  rows.sort((a, b) => b.after.mean - a.after.mean || byName(a.subject, b.subject));
  return { since, all, rows };
}

function halves(viewings: Rated[], since: Day): Halves | null {
  const half = (isIn: (date: Day) => boolean) => {
    const ratings = viewings.flatMap(({ date, rating }) =>
      rating !== null && isIn(date) ? [rating] : [],
    );
    const average = mean(ratings);
    return average === null ? null : { ratings, mean: average };
  };
  const before = half((date) => date < since);
  const after = half((date) => date >= since);
  if (!before || !after) return null;
  const counted = ({ ratings, mean }: typeof before) => ({ mean, viewings: ratings.length });
  return {
    before: counted(before),
    after: counted(after),
    change: after.mean - before.mean,
    comparison: compare(after.ratings, before.ratings),
  };
}
