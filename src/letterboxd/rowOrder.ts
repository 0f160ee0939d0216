import { compareText } from "../compareText.ts";
import { monthOf } from "../day.ts";
import { type DiaryRow, entryKey, type ReviewRow } from "./rows.ts";

/** In which order diary rows take their films, and which of a film's rows comes first. */
export interface RowOrder {
  /** What a message calls it. */
  name: string;
  sorted(rows: DiaryRow[]): DiaryRow[];
}

/** Rows without a readable Watched Date come last: they take no dated row's turn. */
const LAST = "~";

export const byWatchedDate: RowOrder = {
  name: "Watched Date",
  sorted: (rows) => rows.toSorted((a, b) => compareText(a.watched ?? LAST, b.watched ?? LAST)),
};

/**
 * By month, and within one by what the rows say, first watches before rewatches: what follows from it
 * tells nothing of the days, nor of the order of the file.
 */
export function byMonth(reviews: readonly ReviewRow[]): RowOrder {
  const texts = Map.groupBy(reviews, entryKey);
  const placeOf = (row: DiaryRow) => {
    const key = entryKey(row);
    const said = key === null ? [] : (texts.get(key) ?? []).map(({ text }) => text).sort();
    const { watched, rewatch, rating, tags } = row;
    return JSON.stringify([watched ? monthOf(watched) : LAST, rewatch ? 1 : 0, rating, tags, said]);
  };
  return {
    name: "month",
    sorted(rows) {
      const places = new Map(rows.map((row) => [row, placeOf(row)]));
      return rows.toSorted((a, b) => compareText(places.get(a) ?? "", places.get(b) ?? ""));
    },
  };
}
