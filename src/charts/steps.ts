/** One hue in four steps of lightness, and the text colour that reads on each. */
export const stepFills = ["var(--step-1)", "var(--step-2)", "var(--step-3)", "var(--step-4)"];
export const stepInks = ["var(--ink)", "var(--ink)", "var(--on-step)", "var(--on-step)"];

/**
 * Sorts counts into four steps by quantile, so that one huge day does not flatten the rest.
 *
 * @returns a function from a count to its step, 0 to 3
 */
export function quantileSteps(counts: number[]): (count: number) => number {
  const sorted = counts.toSorted((a, b) => a - b);
  const bounds = [0.25, 0.5, 0.75].map((part) => sorted[Math.ceil(part * sorted.length) - 1] ?? 0);
  return (count) => bounds.filter((bound) => count > bound).length;
}
