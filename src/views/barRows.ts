import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";
import { enoughRatings, foremost } from "../stats/finding.ts";
import { averageRating, ratingsOf } from "../stats/ratings.ts";
import type { RichText } from "../words/richText.ts";
import type { BarRow } from "./block.ts";

/** What a bar stands for. */
interface Bar {
  label: RichText;
  amount: number;
  note: string;
  below?: RichText;
}

/** Bars from zero on one scale. Those that a heading may name are marked. */
export function barRows(bars: Bar[], format: Format): BarRow[] {
  const most = Math.max(1, ...bars.map(({ amount }) => amount));
  const named = foremost(bars, ({ amount }) => amount);
  return bars.map((bar) => ({
    label: bar.label,
    value: bar.amount === 0 ? "none" : format.integer(bar.amount),
    note: bar.note,
    part: bar.amount / most,
    isNamed: named.includes(bar),
    ...(bar.below && { below: bar.below }),
  }));
}

/** "3.62 ★ of 38": a mean with the number of its ratings; empty with fewer than `enoughRatings`. */
export const meanWords = (mean: number | null, rated: number, format: Format): string =>
  mean === null || rated < enoughRatings
    ? ""
    : `${format.average(mean)} ★ of ${format.integer(rated)}`;

export const meanNote = (films: readonly Film[], format: Format): string =>
  meanWords(averageRating(films), ratingsOf(films).length, format);
