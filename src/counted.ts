/** How commands write numbers: 1,252 */
export const grouped = (value: number): string => value.toLocaleString("en-GB");

/** row, rows */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  value === 1 ? one : many;

/** 1 row, 1,252 rows */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${grouped(value)} ${plural(value, one, many)}`;

/** The separator before the nth of `all` names, as in `a, b and c`. */
export const separator = (i: number, all: number): string =>
  i === 0 ? "" : i === all - 1 ? " and " : ", ";

/** `a, b and c` */
export const inWords = (parts: readonly string[]): string =>
  parts.map((part, i) => separator(i, parts.length) + part).join("");

/** `a, b and 7 more`, with at most `shown` names (one more if it is the last). */
export function several(names: readonly string[], shown: number): string {
  if (names.length <= shown + 1) return names.join(", ");
  return `${names.slice(0, shown).join(", ")} and ${grouped(names.length - shown)} more`;
}
