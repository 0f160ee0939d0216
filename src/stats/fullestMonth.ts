import { type Day, monthOf } from "../day.ts";

interface MonthCount {
  /** `YYYY-MM` */
  month: string;
  viewings: number;
}

/** The month with the most viewings, filled-in days aside; of equals the earliest. */
export function fullestMonth(viewings: { date: Day }[], bulk: Set<Day>): MonthCount | null {
  const [first] = monthCounts(viewings, bulk).sort(
    (a, b) => b.viewings - a.viewings || (a.month < b.month ? -1 : 1),
  );
  return first ?? null;
}

/** Months with a viewing on another day than these, in no order. */
export function monthCounts(viewings: { date: Day }[], bulk: Set<Day>): MonthCount[] {
  const months = Map.groupBy(
    viewings.filter(({ date }) => !bulk.has(date)),
    ({ date }) => monthOf(date),
  );
  return [...months].map(([month, rows]) => ({ month, viewings: rows.length }));
}
