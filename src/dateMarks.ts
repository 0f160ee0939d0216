import type { Format } from "./format.ts";

/**
 * Dates are written in the language of the locale, but the words of a page are English. A format puts
 * each date between two marks. In the finished page, elements with a `lang` replace the marks.
 */
const [START, END] = ["\ufdd0", "\ufdd1"];

/** Unicode reserves these characters for internal use, so no other text contains them. */
const MARKS = new RegExp(`[${START}${END}]`, "g");

/** The language of dates, a BCP 47 tag; null if it is English, like the words. */
export const dateLanguage = (locale: string): string | null =>
  new Intl.Locale(locale).language === "en" ? null : locale;

export const hasMarks = (text: string): boolean => text.includes(START) || text.includes(END);

/** The text as it is read. */
export const withoutMarks = (text: string): string => text.replace(MARKS, "");

/** The same format, with marks around everything that is not in English. */
export function withMarks(format: Format): Format {
  if (dateLanguage(format.locale) === null) return format;
  const marked =
    <Input extends unknown[]>(write: (...input: Input) => string) =>
    (...input: Input): string =>
      `${START}${write(...input)}${END}`;
  return {
    ...format,
    day: marked(format.day),
    shortDay: marked(format.shortDay),
    month: marked(format.month),
    monthName: marked(format.monthName),
    shortMonthName: marked(format.shortMonthName),
    monthInitial: marked(format.monthInitial),
    weekdayName: marked(format.weekdayName),
    shortWeekdayName: marked(format.shortWeekdayName),
    range: marked(format.range),
  };
}

/** Whole comments, scripts and styles; tags; and the text between them. */
const TOKENS = /<!--.*?-->|<(script|style)\b.*?<\/\1>|<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/gis;
const ONE_DATE = new RegExp(`^${START}[^${START}${END}]*${END}$`);
const DATES = new RegExp(`${START}([^${START}${END}]*)${END}`, "g");

/** Elements that contain only text, so no element for the language fits inside. */
const TEXT_ONLY = /^<(?:title|desc|textarea|option)\b/i;

/**
 * Replaces the marks of a page by `lang`: on the element around a date if that contains nothing else,
 * otherwise on a new element. Attributes and titles cannot contain elements and get no language.
 */
export function markLanguage(html: string, language: string): string {
  if (!hasMarks(html)) return html;
  const tokens = html.match(TOKENS) ?? [];
  let drawings = 0;
  return tokens
    .map((token, i) => {
      if (/^<svg\b/i.test(token)) drawings += 1;
      else if (/^<\/svg\b/i.test(token)) drawings -= 1;
      if (token.startsWith("<")) {
        const isOneDate = isOpening(token) && ONE_DATE.test(tokens[i + 1] ?? "");
        const isWhole = isOneDate && (tokens[i + 2] ?? "").startsWith("</");
        const bare = withoutMarks(token);
        return isWhole ? bare.replace(/\s*\/?>$/, ` lang="${language}">`) : bare;
      }
      if (!hasMarks(token)) return token;
      const before = tokens[i - 1] ?? "";
      const isCarried =
        ONE_DATE.test(token) && isOpening(before) && (tokens[i + 1] ?? "").startsWith("</");
      if (isCarried || TEXT_ONLY.test(before)) return withoutMarks(token);
      const element = drawings > 0 ? "tspan" : "span";
      return withoutMarks(token.replace(DATES, `<${element} lang="${language}">$1</${element}>`));
    })
    .join("");
}

const isOpening = (token: string): boolean => /^<[a-z](?!.*\blang=)/is.test(token);
