import { type Day, dayFromNumber, MS_PER_DAY } from "../../day.ts";

/** Milliseconds. TMDB's terms forbid keeping data "for longer than 6 months". */
export const MAX_AGE = 180 * MS_PER_DAY;

/** Milliseconds since something was stored; 0 if that is in the future because a clock was wrong. */
export const age = (storedAt: number, now: number): number => Math.max(0, now - storedAt);

export const expired = (storedAt: number, now: number): boolean => age(storedAt, now) >= MAX_AGE;

/**
 * Whether details are due: after 60 to 120 days, or after 7 to 14 if the release is at most a year ago. The
 * id decides the day in between, so that films stored on the same day are due on different days.
 */
export function detailsDue(
  details: { id: number; at: number; released: Day | null },
  now: number,
): boolean {
  const lastYear = dayFromNumber(Math.floor(now / MS_PER_DAY) - 365);
  const young = details.released === null || details.released > lastYear;
  return due(details, young ? [7, 14] : [60, 120], now);
}

/** Whether a filmography or a collection is due: after 60 to 120 days. */
export const listDue = (list: { id: number; at: number }, now: number): boolean =>
  due(list, [60, 120], now);

/** Whether a poster is due: after 120 to 170 days, because its file never changes. */
export const posterDue = (poster: { id: number; at: number }, now: number): boolean =>
  due(poster, [120, 170], now);

/** Whether a search is due again: after 120 to 170 days. */
export const searchDue = (search: { id: number; at: number }, now: number): boolean =>
  due(search, [120, 170], now);

/** Whether a page or poster that TMDB names but does not have is due again: after 7 to 14 days. */
export const absenceDue = (absence: { id: number; at: number }, now: number): boolean =>
  due(absence, [7, 14], now);

const due = (
  { id, at }: { id: number; at: number },
  [min, max]: [number, number],
  now: number,
): boolean =>
  isOfFuture(at, now) || age(at, now) >= (min + spreadById(id) * (max - min)) * MS_PER_DAY;

/**
 * Whether the date is more than a day ahead, because the clock was wrong then or is wrong now. The data
 * is still used, but it is fetched again so that its date can be relied on.
 */
export const isOfFuture = (storedAt: number, now: number): boolean => storedAt - now > MS_PER_DAY;

/** Whether a film that was not found is due again: after 7, 14, 28, then 56 days. */
export const missDue = (miss: { at: number; misses: number }, now: number): boolean =>
  isOfFuture(miss.at, now) ||
  age(miss.at, now) >= Math.min(56, 7 * 2 ** (miss.misses - 1)) * MS_PER_DAY;

/** 0 to 1, always the same for an id and far apart for neighbouring ids. */
const spreadById = (id: number): number => (id * 0.618_033_988_75) % 1;
