/**
 * A calendar day as `YYYY-MM-DD`. Days are compared as strings and counted in UTC, so that figures do not
 * depend on the machine's time zone.
 */
export type Day = string;

export const MS_PER_DAY = 86_400_000;

/** A Monday and a Sunday: every day between them has a whole week whose days have four-digit years. */
const FIRST = "0001-01-01";
const LAST = "9999-12-26";

/**
 * Whether the text is a day that exists: `2024-02-29` does, `2023-02-29` does not. `0000-01-01` and
 * `9999-12-31` are rejected: spreadsheets write them for empty or overflowing fields.
 */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST || text > LAST) return false;
  const day = text.slice(8);
  // Every month has 28 days, so most days are valid without a calendar.
  if (day < "29") return day > "00" && text.slice(5, 7) > "00" && text.slice(5, 7) < "13";
  const ms = startOfDay(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** Milliseconds from 1970-01-01 to the start of the day, in UTC. */
export const startOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => startOfDay(day) / MS_PER_DAY;

export const dayFromNumber = (number: number): Day =>
  new Date(number * MS_PER_DAY).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);

/** 0 = Monday … 6 = Sunday. 1970-01-01 was a Thursday. */
export const weekday = (day: Day): number => (((dayNumber(day) + 3) % 7) + 7) % 7;

/** The Monday of the day's week. */
export const weekStart = (day: Day): Day => addDays(day, -weekday(day));

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** `YYYY-MM` */
export const monthOf = (day: Day): string => day.slice(0, 7);
