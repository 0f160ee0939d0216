/** A range of whole numbers, both ends included. */
export interface Step {
  name: string;
  from: number;
  to: number;
}

/** How many of the numbers fall into each bin, empty bins included. */
export const countSteps = <S extends Step>(
  numbers: number[],
  steps: S[],
): (S & { count: number })[] =>
  steps.map((step) => ({
    ...step,
    count: numbers.filter((number) => number >= step.from && number <= step.to).length,
  }));
