import { type Day, isDay } from "../day.ts";

/**
 * How one file writes its days. Letterboxd writes `2024-01-31`; a spreadsheet that saved the file
 * again writes them as its country does.
 */
export interface DayFormat {
  /** The day that is meant; null when it is none, or when the order of day and month is unknown. */
  read(text: string): Day | null;
  /** First text that could be several days, if nothing in the file tells which, or all contradict. */
  ambiguous: string | null;
  /** The orders that hold for every day of the file; none where they contradict each other. */
  orders: readonly Order[];
}

/** `31/01/2024`, `1-31-24`: which of the first two is the month is for the whole file to tell. */
const NUMBERS = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;
/** `2024/1/31`, `2024-01-31 00:00:00`, `2024-01-31T00:00:00Z` */
const YEAR_FIRST =
  /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
/** `31.01.2024`: who writes dots writes the day first, in every locale of CLDR. */
const DOTS = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;

/** `01-Jan-24`, `1 January 2024`: what Excel makes of days, in English. */
const NAMED_MONTH = /^(\d{1,2})([-/. ])([a-z]{3,9})\2(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/i;
const MONTHS =
  "january february march april may june july august september october november december".split(
    " ",
  );

const ORDERS = ["day first", "month first", "year first"] as const;
type Order = (typeof ORDERS)[number];

/**
 * Reads the days of a file after a look at all of them: an order of day, month and year holds if
 * every one of them is a day by it. `texts` are those that are not `YYYY-MM-DD`.
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

/** With slashes nobody puts two digits of a year first; with dashes (`24-01-31`) some countries do. */
function dayOf([, a = "", sign, b = "", c = ""]: RegExpExecArray, order: Order): Day | null {
  if (order === "day first") return dayFrom(c, b, a);
  if (order === "month first") return dayFrom(c, a, b);
  return sign === "-" && a.length === 2 && c.length === 2 ? dayFrom(a, b, c) : null;
}

/** `Jan`, `Sept`, `January`: the number of the month, or 0. */
const monthNamed = (name: string): string =>
  `${MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1}`;

function dayFrom(year: string, month: string, day: string): Day | null {
  const text = `${fourDigits(year)}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(text) ? text : null;
}

/** Excel's rule, and that of most others: 00 to 29 are of this century, 30 to 99 of the last. */
const fourDigits = (year: string): string =>
  year.length === 4 ? year : `${Number(year) < 30 ? "20" : "19"}${year}`;
