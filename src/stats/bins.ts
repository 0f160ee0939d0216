/** A range of whole numbers, both ends included. */
export interface Bin {
  name: string;
  from: number;
  to: number;
}

/** How many of the numbers fall into each bin, empty bins included. */
export const countBins = <B extends Bin>(numbers: number[], bins: B[]): (B & { count: number })[] =>
  bins.map((bin) => ({
    ...bin,
    count: numbers.filter((number) => number >= bin.from && number <= bin.to).length,
  }));
