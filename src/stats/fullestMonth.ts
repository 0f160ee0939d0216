import { type Day, monthOf } from "../day.ts";

/** The month with the most viewings, filled-in days aside; `YYYY-MM`, of equals the earliest. */
export function fullestMonth(
  viewings: { date: Day }[],
  bulk: Set<Day>,
): { month: string; viewings: number } | null {
  const months = Map.groupBy(
    viewings.filter(({ date }) => !bulk.has(date)),
    ({ date }) => monthOf(date),
  );
  const [first] = [...months]
    .map(([month, rows]) => ({ month, viewings: rows.length }))
    .sort((a, b) => b.viewings - a.viewings || (a.month < b.month ? -1 : 1));
  return first ?? null;
}
