/** One hue in four steps of lightness, and the text colour that reads on each. */
export const stepFills = ["var(--step-1)", "var(--step-2)", "var(--step-3)", "var(--step-4)"];
export const stepInks = ["var(--ink)", "var(--on-step-2)", "var(--on-step)", "var(--on-step)"];

/** The least count of each step, ascending. The last step has no upper end. */
export type StepStarts = readonly [number, number, number, number];

/** A step as the legend names it. */
export interface KeyStep {
  /** 0, the palest, to 3 */
  step: number;
  from: number;
  /** null: "and more" */
  to: number | null;
}

/** The step of a count, 0 to 3. */
export const stepOf = (count: number, starts: StepStarts): number =>
  Math.max(
    0,
    starts.findLastIndex((start) => count >= start),
  );

/** The steps that contain at least one of the counts, palest first. */
export function keySteps(starts: StepStarts, counts: number[]): KeyStep[] {
  const used = new Set(counts.map((count) => stepOf(count, starts)));
  return allSteps(starts).filter(({ step }) => used.has(step));
}

export const allSteps = (starts: StepStarts): KeyStep[] =>
  starts.map((from, step) => {
    const next = starts[step + 1];
    return { step, from, to: next === undefined ? null : next - 1 };
  });

/** Viewings of a day: the same in every year, so that years can be compared. */
export const dayStarts: StepStarts = [1, 2, 3, 4];

const roundSizes = [1, 2, 3, 4, 5, 10, 15, 20, 30, 40, 50, 100, 150, 200, 300, 400, 500];

/** Equal steps of a round size. The last contains about the highest quarter of the counts. */
export function evenStarts(counts: number[]): StepStarts {
  const sorted = counts.toSorted((a, b) => a - b);
  const third = (sorted[Math.ceil(0.75 * sorted.length) - 1] ?? 0) / 3;
  const size = roundSizes.reduce((best, next) =>
    Math.abs(next - third) < Math.abs(best - third) ? next : best,
  );
  return size === 1 ? dayStarts : [1, size, 2 * size, 3 * size];
}

/** Steps that grow by round factors, wide enough to separate the highest count from the common ones. */
export function factorStarts(most: number): StepStarts {
  if (most < 10) return [1, 2, 3, 5];
  if (most < 100) return [1, 2, 5, 20];
  return most < 1000 ? [1, 2, 10, 100] : [1, 10, 100, 1000];
}
