import { type Day, isDay } from "../day.ts";

/**
 * How one file writes its days. Letterboxd writes `2024-01-31`. A spreadsheet that saved the file again
 * uses the format of its country.
 */
export interface DayFormat {
  /** The day of a text; null if it is not a day, or if the order of day and month is unknown. */
  read(text: string): Day | null;
  /** The first text that could be several days, if the rest of the file leaves that open. */
  ambiguous: string | null;
  /** The orders that fit every day of the file; empty if the days contradict each other. */
  orders: readonly Order[];
}

/** `31/01/2024`, `1-31-24`. The whole file decides which number is the month. */
const NUMBERS = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;
/** `2024/1/31`, `2024-01-31 00:00:00`, `2024-01-31T00:00:00Z` */
const YEAR_FIRST =
  /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
/** `31.01.2024`. Every locale of CLDR that writes dots puts the day first. */
const DOTS = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;

/** `01-Jan-24`, `1 January 2024`, as Excel writes days in English. */
const NAMED_MONTH = /^(\d{1,2})([-/. ])([a-z]{3,9})\2(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/i;
const MONTHS =
  "january february march april may june july august september october november december".split(
    " ",
  );

const ORDERS = ["day first", "month first", "year first"] as const;
type Order = (typeof ORDERS)[number];

/**
 * Finds the format of a file's days. An order of day, month and year fits if every text is a day in that
 * order. `texts` are the days that are not written `YYYY-MM-DD`.
 */
export function dayFormatOf(texts: readonly string[]): DayFormat {
  const numbers = texts.flatMap((text) => {
    const parts = NUMBERS.exec(text);
    return parts && ORDERS.some((order) => dayOf(parts, order)) ? [{ text, parts }] : [];
  });
  const orders = ORDERS.filter((order) =>
    numbers.every(({ parts }) => dayOf(parts, order) !== null),
  );
  const [order, ...others] = orders;
  const isUnambiguous = (parts: RegExpExecArray): boolean =>
    order !== undefined && others.every((other) => dayOf(parts, other) === dayOf(parts, order));
  return {
    orders,
    ambiguous: numbers.find(({ parts }) => !isUnambiguous(parts))?.text ?? null,
    read(text) {
      const [, y = "", , m = "", d = ""] = YEAR_FIRST.exec(text) ?? [];
      if (y) return dayFrom(y, m, d);
      const [, day = "", month = "", year = ""] = DOTS.exec(text) ?? [];
      if (day) return dayFrom(year, month, day);
      const [, dayOfMonth = "", , name = "", inYear = ""] = NAMED_MONTH.exec(text) ?? [];
      if (name) return dayFrom(inYear, monthNamed(name), dayOfMonth);
      const parts = NUMBERS.exec(text);
      return parts && order && isUnambiguous(parts) ? dayOf(parts, order) : null;
    },
  };
}

/** Some countries put a year of two digits first with dashes (`24-01-31`), none with slashes. */
function dayOf([, a = "", sign, b = "", c = ""]: RegExpExecArray, order: Order): Day | null {
  if (order === "day first") return dayFrom(c, b, a);
  if (order === "month first") return dayFrom(c, a, b);
  return sign === "-" && a.length === 2 && c.length === 2 ? dayFrom(a, b, c) : null;
}

/** The number of a month such as `Jan`, `Sept` or `January`; 0 for any other text. */
const monthNamed = (name: string): string =>
  `${MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1}`;

function dayFrom(year: string, month: string, day: string): Day | null {
  const text = `${fourDigits(year)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(text) ? text : null;
}

/** Excel and most programs read 00 to 29 as 2000 to 2029, and 30 to 99 as 1930 to 1999. */
const fourDigits = (year: string): string =>
  year.length === 4 ? year : `${Number(year) < 30 ? "20" : "19"}${year}`;
