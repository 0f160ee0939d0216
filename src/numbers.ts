export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, n) => total + n, 0);

/** The mean; null without numbers. */
export function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : sum(numbers) / numbers.length;
}
