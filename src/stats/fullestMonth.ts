import { type Day, monthOf } from "../day.ts";
import { foremostAlone } from "./finding.ts";

interface MonthCount {
  /** `YYYY-MM` */
  month: string;
  viewings: number;
}

/**
 * The month with the most viewings, without filled-in days; null if two months share the first place.
 */
export const fullestMonth = (viewings: { date: Day }[], bulk: Set<Day>): MonthCount | null =>
  foremostAlone(monthCounts(viewings, bulk), (row) => row.viewings);

/** Viewings per month without these days, in no order. Months without any are missing. */
function monthCounts(viewings: { date: Day }[], bulk: Set<Day>): MonthCount[] {
  const months = Map.groupBy(
    viewings.filter(({ date }) => !bulk.has(date)),
    ({ date }) => monthOf(date),
  );
  return [...months].map(([month, rows]) => ({ month, viewings: rows.length }));
}
