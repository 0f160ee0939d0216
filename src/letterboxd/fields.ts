import { type Day, isDay } from "../day.ts";
import type { Limits } from "./limits.ts";
import { quote } from "./quote.ts";

/** Reports what is wrong with a field. `kind` completes "rows with …" and is used for counting. */
export type ReportFault = (kind: string, message: string) => void;

export function parseDay(text: string, column: string, reportFault: ReportFault): Day | null {
  if (text === "") return null;
  if (isDay(text)) return text;
  const why = /^\d{1,2}([/-])\d{1,2}\1\d{2,4}$/.test(text)
    ? "may have day or month first"
    : "is not a day of the form YYYY-MM-DD";
  reportFault(`an unreadable ${column}`, `${column} ${quote(text)} ${why}; it counts as unknown.`);
  return null;
}

/** Reads a Watched Date. A day in the future counts as unknown and sets `isInFuture`. */
export function parseWatched(
  text: string,
  { buildDate, lastDay }: Limits,
  reportFault: ReportFault,
): { watched: Day | null; isInFuture: boolean } {
  const watched = parseDay(text, "Watched Date", reportFault);
  if (watched === null || watched <= lastDay) return { watched, isInFuture: false };
  reportFault(
    "a Watched Date in the future",
    `Watched Date ${quote(watched)} is more than a day after this build of ${buildDate}; it counts as unknown, and the row does not count as a viewing.`,
  );
  return { watched: null, isInFuture: true };
}

/**
 * Says why a text cannot be a film's year of release, as the start of a sentence; null if it can. An
 * empty text means a film without a year.
 */
export function faultOfYear(text: string, { firstYear, lastYear }: Limits): string | null {
  if (text === "") return null;
  if (!/^\d{4}$/.test(text)) return `Year ${quote(text)} is not a year`;
  const year = Number(text);
  if (year >= firstYear && year <= lastYear) return null;
  return `Year ${quote(text)} cannot be the year of a film: it is not from ${firstYear} to ${lastYear}`;
}

/** Reads a rating of 0.5 to 5 in half stars; null for an empty or invalid one. */
export function parseRating(text: string, reportFault: ReportFault): number | null {
  if (text === "") return null;
  const rating = /^\d(\.\d)?$/.test(text) ? Number(text) : Number.NaN;
  if (rating >= 0.5 && rating <= 5 && Number.isInteger(rating * 2)) return rating;
  reportFault(
    "a rating off the half stars",
    `Rating ${quote(text)} is not one of 0.5, 1, 1.5 … 5; the film or viewing counts as unrated.`,
  );
  return null;
}

export function parseRewatch(text: string, reportFault: ReportFault): boolean {
  if (text === "") return false;
  if (text === "Yes") return true;
  reportFault("an unreadable Rewatch", `Rewatch ${quote(text)} is not Yes; it counts as no.`);
  return false;
}

/** Reads tags, which are separated by commas. */
export const parseTags = (text: string): string[] =>
  text === ""
    ? []
    : text
        .split(",")
        .map((tag) => tag.trim())
        .filter((tag) => tag !== "");

/** Quotes a refused address without the part before an @, however encoded: it may be a password. */
export function quoteAddress(address: string): string {
  if (/:(?!\/\/).*(?:@|%(?:25)*40)/is.test(address)) return "An address with a password";
  return quote(address.replace(/^.*(?=@|%(?:25)*40)/is, "…"));
}

/** The hosts of Letterboxd's addresses of films, entries and lists. */
const HOSTS = new Set(["boxd.it", "letterboxd.com"]);

/**
 * Normalises an address at Letterboxd to the spelling of its exports: https, no `www.`, and a slash at
 * the end except for short addresses (boxd.it). The path keeps its case, because codes are
 * case-sensitive. The site links to these addresses, so all others are reported and dropped, as are
 * those with a user, a password or a port.
 */
export function parseUri(text: string, reportFault: ReportFault): string | null {
  if (text === "") return null;
  const url = /^https?:\/\/[^\s\\]+$/i.test(text) ? URL.parse(text) : null;
  const host = url?.host.replace(/^www\.(?=letterboxd\.com$)/, "") ?? "";
  if (url && HOSTS.has(host) && url.username === "" && url.password === "") {
    const path = url.pathname.replace(/\/+$/, "");
    return `https://${host}${path}${host === "boxd.it" ? "" : "/"}`;
  }
  reportFault(
    "an address outside Letterboxd",
    `${quoteAddress(text)} is not an address at Letterboxd; it is ignored.`,
  );
  return null;
}
