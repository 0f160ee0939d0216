import { type Day, monthOf } from "../day.ts";

export interface MonthRow {
  /** `YYYY-MM` */
  month: string;
  viewings: number;
  /** Of these, how many on days that were filled in afterwards. */
  bulk: number;
}

/** Every month from the first to the last, including empty ones. */
export function monthRows(
  viewings: { date: Day }[],
  { from, to, bulk = new Set() }: { from: string; to: string; bulk?: Set<Day> },
): MonthRow[] {
  const rows = new Map(
    monthsBetween(from, to).map((month) => [month, { month, viewings: 0, bulk: 0 }]),
  );
  for (const { date } of viewings) {
    const row = rows.get(monthOf(date));
    if (!row) continue;
    row.viewings += 1;
    if (bulk.has(date)) row.bulk += 1;
  }
  return [...rows.values()];
}

/** @param from and `to`: `YYYY-MM`, both included */
export const monthsBetween = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, monthNumber(to) - monthNumber(from) + 1) }, (_, i) =>
    addMonths(from, i),
  );

export function addMonths(month: string, count: number): string {
  const number = monthNumber(month) + count;
  const year = Math.floor(number / 12);
  return `${`${year}`.padStart(4, "0")}-${`${(number % 12) + 1}`.padStart(2, "0")}`;
}

/** Months since the year 0. */
const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
