import { inWords } from "../counted.ts";
import type { Format } from "../format.ts";
import { foremost } from "../stats/finding.ts";

/** "Drama most often: 49 films", or what the bars show if nothing stands out. */
export function mostTitle(
  rows: readonly { name: string; amount: number }[],
  { unit, format, otherwise }: { unit: string; format: Format; otherwise: string },
): string {
  const first = foremost(rows, ({ amount }) => amount);
  const [one, ...others] = first;
  if (!one) return otherwise;
  const each = others.length > 0 ? " each" : "";
  return `${inWords(first.map(({ name }) => name))} most often: ${format.count(one.amount, unit)}${each}`;
}
