import { all } from "iso-3166-1";

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const languages = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** Countries in TMDB without a name in ICU, or with a name that is unusual for films. */
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

/** The ISO 3166-1 code in capitals. TMDB writes GB for most films and UK for some. */
export const isoCountry = (code: string): string => code.toUpperCase().replace(/^UK$/, "GB");

/** The English name of TMDB's country code, or the code itself if it is unknown. */
export const countryName = (code: string): string =>
  otherRegions[code] ?? (/^[A-Z]{2}$/.test(code) ? regions.of(code) : undefined) ?? code;

/**
 * Codes of ISO 3166-1 that are no country of their own: neither a member nor an observer of the United
 * Nations (https://www.un.org/en/about-us/member-states and …/non-member-states). Hong Kong and Taiwan
 * have a cinema of their own and stay.
 */
const dependent = new Set(
  [
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HM IM IO JE",
    "KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT",
  ].flatMap((codes) => codes.split(" ")),
);

/** The ISO 3166-1 codes of all countries, without dependent territories. */
export const countryCodes: readonly string[] = all()
  .map(({ alpha2 }) => alpha2)
  .filter((code) => !dependent.has(code));

const withArticle =
  /^(?:United|Netherlands|Philippines|Bahamas|Maldives|Soviet|Dominican|Central African|Czech Republic)/;

/** A country's name within a sentence, such as `the United States` or `France`. */
export const inSentence = (country: string): string =>
  withArticle.test(country) ? `the ${country}` : country;

/** Codes of TMDB's own, and codes that mean another language in ICU. */
const otherLanguages: Record<string, string> = {
  cn: "Cantonese",
  mo: "Moldavian",
  sh: "Serbo-Croatian",
  xx: "No language",
};

/** The English name of TMDB's language code, or the code itself if it is unknown. */
export const languageName = (code: string): string =>
  otherLanguages[code] ?? (/^[a-z]{2,3}$/.test(code) ? languages.of(code) : undefined) ?? code;
