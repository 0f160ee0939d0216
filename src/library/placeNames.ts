const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** States TMDB still files films under and ICU has no name for, or one that nobody uses for a film. */
const otherRegions: Record<string, string> = {
  AN: "Netherlands Antilles",
  CS: "Serbia and Montenegro",
  DD: "East Germany",
  HK: "Hong Kong",
  MO: "Macao",
  SU: "Soviet Union",
  XC: "Czechoslovakia",
  XG: "East Germany",
  XI: "Northern Ireland",
  XK: "Kosovo",
  YU: "Yugoslavia",
};

/** The ISO 3166-1 code, in capitals: for some films TMDB has UK where for most it has GB. */
export const isoCountry = (code: string): string => code.toUpperCase().replace(/^UK$/, "GB");

/** English name of TMDB's country code; the code itself when nobody knows it. */
export const countryName = (code: string): string =>
  otherRegions[code] ?? (/^[A-Z]{2}$/.test(code) ? regions.of(code) : undefined) ?? code;

const withArticle =
  /^(?:United|Netherlands|Philippines|Bahamas|Maldives|Soviet|Dominican|Central African|Czech Republic)/;

/** A country's name as it stands in a sentence: the United States, France. */
export const inSentence = (country: string): string =>
  withArticle.test(country) ? `the ${country}` : country;

/** TMDB's own codes, and those ICU takes for another language. */
const otherLanguages: Record<string, string> = {
  cn: "Cantonese",
  mo: "Moldavian",
  sh: "Serbo-Croatian",
  xx: "No language",
};

/** English name of TMDB's language code; the code itself when nobody knows it. */
export const languageName = (code: string): string =>
  otherLanguages[code] ?? (/^[a-z]{2,3}$/.test(code) ? languages.of(code) : undefined) ?? code;
