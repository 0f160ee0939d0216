import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";
import { foremost, soundMean } from "../stats/finding.ts";
import { ratingsOf } from "../stats/ratings.ts";
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

/** "3.62 ★ of 38": a mean with the number of its ratings; empty with too few of them. */
export function meanNote(films: readonly Film[], format: Format): string {
  const ratings = ratingsOf(films);
  const mean = soundMean(ratings);
  return mean === null ? "" : `${format.average(mean)} ★ of ${format.integer(ratings.length)}`;
}
