import { type Day, dayFromNumber } from "../../day.ts";

/** Milliseconds. */
export const DAY = 86_400_000;

/** TMDB's terms: nothing is kept "for longer than 6 months". */
export const MAX_AGE = 180 * DAY;

/** Milliseconds since it was stored; 0 for what comes from the future, because a clock was wrong. */
export const age = (storedAt: number, now: number): number => Math.max(0, now - storedAt);

export const expired = (storedAt: number, now: number): boolean => age(storedAt, now) >= MAX_AGE;

/**
 * Whether details are to be fetched anew: after 60 to 120 days, or 7 to 14 for what came out within a
 * year. The id decides where in between, so that the films of one day are not due on one day.
 */
export function detailsDue(
  details: { id: number; at: number; released: Day | null },
  now: number,
): boolean {
  const lastYear = dayFromNumber(Math.floor(now / DAY) - 365);
  const young = details.released === null || details.released > lastYear;
  return due(details, young ? [7, 14] : [60, 120], now);
}

/** Whether what a person directed, or a collection holds, is to be fetched anew: after 60 to 120 days. */
export const listDue = (list: { id: number; at: number }, now: number): boolean =>
  due(list, [60, 120], now);

/** Whether a poster is to be fetched anew, whose file never changes: after 120 to 170 days. */
export const posterDue = (poster: { id: number; at: number }, now: number): boolean =>
  due(poster, [120, 170], now);

/** Whether what one search found is to be searched for again: after 120 to 170 days. */
export const searchDue = (search: { id: number; at: number }, now: number): boolean =>
  due(search, [120, 170], now);

/** Whether what TMDB did not have, though it names it, is to be asked for again: after 7 to 14 days. */
export const absenceDue = (absence: { id: number; at: number }, now: number): boolean =>
  due(absence, [7, 14], now);

const due = (
  { id, at }: { id: number; at: number },
  [least, most]: [number, number],
  now: number,
): boolean => isOfFuture(at, now) || age(at, now) >= (least + spreadById(id) * (most - least)) * DAY;

/**
 * By more than a day: the clock was wrong then, or is now. What is stored serves, but since nobody
 * knows how old it is it is asked for again, and then has a date that can be relied on.
 */
export const isOfFuture = (storedAt: number, now: number): boolean => storedAt - now > DAY;

/** Whether a film that TMDB did not know is to be searched again: after 7, 14, 28, then 56 days. */
export const missDue = (miss: { at: number; misses: number }, now: number): boolean =>
  isOfFuture(miss.at, now) || age(miss.at, now) >= Math.min(56, 7 * 2 ** (miss.misses - 1)) * DAY;

/** 0 to 1, the same for the same id; neighbouring ids lie far apart. */
const spreadById = (id: number): number => (id * 0.618_033_988_75) % 1;
