import { inWords } from "../counted.ts";
import { withoutMarks } from "../dateMarks.ts";
import { fewTiedForFirst } from "../stats/finding.ts";

/** About how wide a text is in the site's font at 13 px, CSS pixels. It errs on the large side. */
export const textWidth = (text: string): number =>
  Array.from(withoutMarks(text), characterWidth).reduce((sum, width) => sum + width, 0);

/** As much of a name as there is room for, CSS pixels; empty if that would be less than four letters. */
export function cutTo(name: string, room: number): string {
  if (textWidth(name) <= room) return name;
  const letters = Array.from(name);
  while (letters.length > 0 && textWidth(`${letters.join("")}…`) > room) letters.pop();
  const start = letters.join("").replace(/[\s.…,:]+$/, "");
  return Array.from(start).length < 4 ? "" : `${start}…`;
}

function characterWidth(character: string): number {
  if (/[iljtfr .,:;'’()|-]/.test(character)) return 5;
  if (/[mwMW★½]/.test(character)) return 11.5;
  return /[\p{Lu}\p{N}]/u.test(character) ? 9.2 : 7.4;
}

/**
 * The labels with the most, for the description of a chart: "May 2024", or "May and June 2024". Null if
 * too many share the first place, or all are equal.
 */
export function namesOfMost<Row>(
  rows: readonly Row[],
  amountOf: (row: Row) => number,
  nameOf: (row: Row) => string,
): string | null {
  return inWords(fewTiedForFirst(rows, amountOf).map(nameOf)) || null;
}

/** A halo in the colour of the paper, for text over marks or lines. */
export const halo = { stroke: "var(--paper)", strokeWidth: 4 };

/** How far a text centred at `x` has to move to stay between 0 and `width`. */
export function shiftInside(x: number, text: string, width: number): number {
  const half = Math.min(textWidth(text), width) / 2;
  return Math.max(half, Math.min(width - half, x)) - x;
}
