const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01, or null for a text that is not a day `YYYY-MM-DD` of the calendar. */
export function numberOfDay(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  // 30 February is read as 2 March.
  return Number.isNaN(time) || dayOfTime(time) !== text ? null : time / millisecondsPerDay;
}

export const dayAfter = (day: string): string =>
  dayOfTime(Date.parse(`${day}T00:00:00Z`) + millisecondsPerDay);

export const dayOfNumber = (number: number): string => dayOfTime(number * millisecondsPerDay);

const dayOfTime = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Weeks run from Monday; 1970-01-01 was a Thursday, so its week began three days earlier. */
export const weekOfDay = (day: number): number => Math.floor((day + 3) / 7);

export const mondayOfWeek = (week: number): number => week * 7 - 3;
