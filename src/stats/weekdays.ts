import { type Day, weekday } from "../day.ts";

/** Viewings per weekday, Monday first. Leave bulk days out before calling. */
export function weekdayRows(viewings: { date: Day }[]): { weekday: number; viewings: number }[] {
  const rows = Array.from({ length: 7 }, (_, day) => ({ weekday: day, viewings: 0 }));
  for (const { date } of viewings) {
    const row = rows[weekday(date)];
    if (row) row.viewings += 1;
  }
  return rows;
}
