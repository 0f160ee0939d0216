import { compareText } from "../compareText.ts";
import { monthOf } from "../day.ts";
import { type DiaryRow, entryKey, type ReviewRow } from "./rows.ts";

/** The order in which diary rows are given to films. It also orders the viewings of a film. */
export interface RowOrder {
  /** The name of the order in messages. */
  name: string;
  sorted(rows: DiaryRow[]): DiaryRow[];
}

/** Sorts rows without a readable Watched Date last, so that dated rows take the first films. */
const LAST = "~";

export const byWatchedDate: RowOrder = {
  name: "Watched Date",
  sorted: (rows) => rows.toSorted((a, b) => compareText(a.watched ?? LAST, b.watched ?? LAST)),
};

/**
 * Sorts by month, then first watches before rewatches, then by the content of the rows. The result
 * reveals neither days nor the order of the file.
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
