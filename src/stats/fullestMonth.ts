import { type Day, monthOf } from "../day.ts";
import { foremostAlone } from "./finding.ts";

interface MonthCount {
  /** `YYYY-MM` */
  month: string;
  viewings: number;
}

/** The one month with the most viewings, filled-in days aside; null among equals. */
export const fullestMonth = (viewings: { date: Day }[], bulk: Set<Day>): MonthCount | null =>
  foremostAlone(monthCounts(viewings, bulk), (row) => row.viewings);

/** Months with a viewing on another day than these, in no order. */
function monthCounts(viewings: { date: Day }[], bulk: Set<Day>): MonthCount[] {
  const months = Map.groupBy(
    viewings.filter(({ date }) => !bulk.has(date)),
    ({ date }) => monthOf(date),
  );
  return [...months].map(([month, rows]) => ({ month, viewings: rows.length }));
}
