import { plural } from "./counted.ts";
import { type Day, MS_PER_DAY, startOfDay } from "./day.ts";

export type Format = ReturnType<typeof createFormat>;

/**
 * Formats dates and numbers by the site's locale, with English words.
 *
 * @param exactDates if false, each day is written as its month
 */
export function createFormat({
  locale = "en-GB",
  exactDates = true,
}: {
  locale?: string;
  exactDates?: boolean;
} = {}) {
  // Latin digits everywhere, because one sentence may contain years, runtimes and counts.
  locale = new Intl.Locale(locale, { numberingSystem: "latn" }).toString();
  const dateFormat = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const formatter = dateFormat(options);
    return (day: Day) => formatter.format(startOfDay(day));
  };
  const ranges = dateFormat({
    ...(exactDates && { day: "numeric" }),
    month: "long",
    year: "numeric",
  });
  const numbers = (options: Intl.NumberFormatOptions) => {
    const formatter = new Intl.NumberFormat(locale, options);
    return (value: number) => formatter.format(value);
  };
  const monthInitials = dates({ month: "short" });
  const exactDay = dates({ day: "numeric", month: "long", year: "numeric" });
  const wholeMonth = dates({ month: "long", year: "numeric" });
  const integer = numbers({ maximumFractionDigits: 0 });
  const twoDecimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const changes = numbers({ ...twoDecimals, signDisplay: "exceptZero" });

  return {
    locale,
    exactDates,
    /** 4 May 2024 */
    day: exactDates ? exactDay : wholeMonth,
    /** 4 May */
    shortDay: exactDates ? dates({ day: "numeric", month: "short" }) : dates({ month: "short" }),
    /** The preposition: on 4 May 2024, or in May 2024 */
    on: exactDates ? "on" : "in",
    /** Machine-readable, for `<time datetime>` and the JSON files: `2024-05-04`, or `2024-05`. */
    machineDay: (day: Day) => (exactDates ? day : day.slice(0, 7)),
    /** May 2024, from `2024-05` */
    month: (month: string) => wholeMonth(`${month}-01`),
    /** May */
    monthName: dates({ month: "long" }),
    shortMonthName: dates({ month: "short" }),
    /** M */
    monthInitial: (day: Day) => Array.from(monthInitials(day))[0] ?? "",
    /** Monday, from 0 */
    weekdayName: (weekday: number) => weekdayNames(locale, "long")[weekday] ?? "",
    shortWeekdayName: (weekday: number) => weekdayNames(locale, "short")[weekday] ?? "",
    /** 1,692 */
    integer,
    /** 3.42: all averages have two decimals */
    average: numbers(twoDecimals),
    /** +0.20 or −0.03; 0.00 for anything that rounds to zero */
    change: (value: number) => changes(value).replace("-", "−"),
    /** 4.5 */
    decimal: numbers({ maximumFractionDigits: 1 }),
    /** 4.0 */
    oneDecimal: numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    percent: numbers({ style: "percent", maximumFractionDigits: 0 }),
    /** 2,410 hours, from minutes */
    hours: (minutes: number) => integer(Math.round(minutes / 60)),
    /** 1 h 45 min, from minutes */
    runtime: (minutes: number) =>
      minutes < 60
        ? `${minutes} min`
        : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ""}`,
    /** 1 film, 2 films */
    count: (value: number, one: string, many = `${one}s`) =>
      `${integer(value)} ${plural(value, one, many)}`,
    /** 8 – 27 January 2022 */
    range: (from: Day, to: Day) =>
      // Public Sans drops other spaces beside a dash: "2017–1 February 2026".
      ranges.formatRange(startOfDay(from), startOfDay(to)).replace(/\s–\s/, "\u00a0–\u00a0"),
    stars,
    /** For screen readers: 4.5 out of 5 */
    starsInWords: (rating: number) => `${rating} out of 5`,
  };
}

/** ★★★½; ½ alone for half a star. */
export const stars = (rating: number): string =>
  "★".repeat(Math.floor(rating)) + (rating % 1 ? "½" : "");

function weekdayNames(locale: string, weekday: "long" | "short"): string[] {
  const formatter = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday });
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, i) => formatter.format((4 + i) * MS_PER_DAY));
}
