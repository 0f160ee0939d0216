const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const tongues = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** States TMDB still files films under and ICU has no name for, or another one than its own. */
const formerStates: Record<string, string> = {
  AN: "Netherlands Antilles",
  CS: "Serbia and Montenegro",
  DD: "East Germany",
  SU: "Soviet Union",
  XC: "Czechoslovakia",
  XG: "East Germany",
  XI: "Northern Ireland",
  XK: "Kosovo",
  YU: "Yugoslavia",
};

/** English name of TMDB's country code; the code itself when nobody knows it. */
export const countryName = (code: string): string =>
  formerStates[code] ?? (/^[A-Z]{2}$/.test(code) ? regions.of(code) : undefined) ?? code;

/** English name of TMDB's language code. `cn` and `xx` are TMDB's own. */
export function languageName(code: string): string {
  if (code === "cn") return "Cantonese";
  if (code === "xx") return "No language";
  return (/^[a-z]{2,3}$/.test(code) ? tongues.of(code) : undefined) ?? code;
}
