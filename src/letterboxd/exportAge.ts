import { compareText } from "../compareText.ts";
import type { Day } from "../day.ts";

interface DatedExport {
  source: string;
  parsed: { newestLogged: Day | null };
}

/** Orders exports by the newest Date inside, then by the newest date in the name. */
export const newestFirst = (a: DatedExport, b: DatedExport): number =>
  compareText(newestDate(b), newestDate(a)) ||
  compareText(dateInName(b.source), dateInName(a.source));

/** The newest Date in an export; an empty text without one. */
export const newestDate = ({ parsed }: Pick<DatedExport, "parsed">): string =>
  parsed.newestLogged ?? "";

/**
 * The newest date in a name such as `letterboxd-USERNAME-YYYY-MM-DD-HH-MM-utc.zip`, perhaps followed by
 * a folder inside. It sorts as text.
 */
export const dateInName = (source: string): string =>
  source.match(/\d{4}-\d{2}-\d{2}(?:-\d{2}-\d{2})?/g)?.at(-1) ?? "";

/** `last logged 2024-01-31` */
export const lastLoggedText = ({ parsed }: Pick<DatedExport, "parsed">): string =>
  parsed.newestLogged ? `last logged ${parsed.newestLogged}` : "no logging dates";
