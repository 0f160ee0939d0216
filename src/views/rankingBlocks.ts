import type { Site } from "../site.ts";
import type { RankingRow, RatingRule } from "../stats/ranking.ts";
import type { Block } from "./block.ts";
import { countRows, scoreRows } from "./rankRows.ts";

type Row = RankingRow<{ name: string; path: string | null }>;

/**
 * A ranking by rating; null with fewer than two rows.
 *
 * @param named the number of rows that the title names
 */
export function byRatingBlock(
  { format, href }: Site,
  {
    rows,
    rule,
    overallMean,
    title = "By rating",
    named = 0,
  }: { rows: Row[]; rule: RatingRule; overallMean: number | null; title?: string; named?: number },
): Block | null {
  if (rows.length < 2) return null;
  return {
    id: "by-rating",
    title,
    isHalf: true,
    shown: [
      { as: "ranks", rows: scoreRows(rows, { format, href, overallMean }), named },
      { as: "ratingRule", rule, overallMean },
    ],
  };
}

/** A ranking by viewings; null with fewer than two rows. */
export function byViewingsBlock({ format, href }: Site, rows: Row[]): Block | null {
  if (rows.length < 2) return null;
  return {
    id: "by-viewings",
    title: "By viewings",
    isHalf: true,
    shown: [
      { as: "ranks", rows: countRows(rows, "viewings", { format, href }) },
      {
        as: "small",
        text: ["Diary entries, rewatches included; a film outside the diary adds none."],
      },
    ],
  };
}
