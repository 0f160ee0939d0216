import { type Day, isDay } from "../day.ts";
import type { Limits } from "./limits.ts";
import { quote } from "./quote.ts";

/** Says what is wrong with a field; `kind` names the fault for counting, "with …". */
export type ReportFault = (kind: string, message: string) => void;

export function parseDay(text: string, column: string, reportFault: ReportFault): Day | null {
  if (text === "") return null;
  if (isDay(text)) return text;
  const why = /^\d{1,2}([/-])\d{1,2}\1\d{2,4}$/.test(text)
    ? "may be day or month first"
    : "is no day of the form YYYY-MM-DD";
  reportFault(
    `an unreadable ${column}`,
    `${column} ${quote(text)} ${why}; it is taken as unknown.`,
  );
  return null;
}

/** A day of watching; one that cannot have come is none, and `isInFuture` says so. */
export function parseWatched(
  text: string,
  { buildDate, lastDay }: Limits,
  reportFault: ReportFault,
): { watched: Day | null; isInFuture: boolean } {
  const watched = parseDay(text, "Watched Date", reportFault);
  if (watched === null || watched <= lastDay) return { watched, isInFuture: false };
  reportFault(
    "a Watched Date to come",
    `Watched Date ${quote(watched)} lies more than a day after this build of ${buildDate}; it is taken as unknown and makes no viewing.`,
  );
  return { watched: null, isInFuture: true };
}

/**
 * What keeps a text from being a film's year of release, as the start of a sentence; null if nothing
 * does. Empty means a film without a year, which is not the year 0.
 */
export function faultOfYear(text: string, { firstYear, lastYear }: Limits): string | null {
  if (text === "") return null;
  if (!/^\d{4}$/.test(text)) return `Year ${quote(text)} is no year`;
  const year = Number(text);
  if (year >= firstYear && year <= lastYear) return null;
  return `Year ${quote(text)} is no year of a film: it is not from ${firstYear} to ${lastYear}`;
}

/** A rating on the half-star grid, 0.5 to 5. */
export function parseRating(text: string, reportFault: ReportFault): number | null {
  if (text === "") return null;
  const rating = /^\d(\.\d)?$/.test(text) ? Number(text) : Number.NaN;
  if (rating >= 0.5 && rating <= 5 && Number.isInteger(rating * 2)) return rating;
  reportFault(
    "a rating off the half stars",
    `Rating ${quote(text)} is none of 0.5, 1, 1.5 … 5; it is taken as no rating.`,
  );
  return null;
}

export function parseRewatch(text: string, reportFault: ReportFault): boolean {
  if (text === "") return false;
  if (text === "Yes") return true;
  reportFault("an unreadable Rewatch", `Rewatch ${quote(text)} is not Yes; it is taken as no.`);
  return false;
}

/** A tag never holds a comma. */
export const parseTags = (text: string): string[] =>
  text === ""
    ? []
    : text
        .split(",")
        .map((tag) => tag.trim())
        .filter((tag) => tag !== "");

/** A refused address as a message may name it: what stands before an @, in any disguise, is a secret. */
export function quoteAddress(address: string): string {
  if (/:(?!\/\/).*(?:@|%(?:25)*40)/is.test(address)) return "An address with a password";
  return quote(address.replace(/^.*(?=@|%(?:25)*40)/is, "…"));
}

/** Hosts at which Letterboxd's own addresses lead to a film, an entry or a list. */
const HOSTS = new Set(["boxd.it", "letterboxd.com"]);

/**
 * An address at Letterboxd in the spelling of its own exports, so that one address is one text: https,
 * no `www.`, and a slash at the end but for short ones (boxd.it). The case of the path stays, since
 * codes are case-sensitive. Any other address is none, since the site links to it; so is one with a
 * user, a password or a port of its own.
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
    "a foreign address",
    `${quoteAddress(text)} is no address at Letterboxd; it is taken as absent.`,
  );
  return null;
}
