/** How commands write numbers: 1,252 */
export const grouped = (value: number): string => value.toLocaleString("en-GB");

/** 1 row, 1,252 rows */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${grouped(value)} ${value === 1 ? one : many}`;

/** What stands before the nth name of so many: `a`, `, b`, ` and c`. */
export const separator = (i: number, all: number): string =>
  i === 0 ? "" : i === all - 1 ? " and " : ", ";

/** `a, b and c` */
export const inWords = (parts: readonly string[]): string =>
  parts.map((part, i) => separator(i, parts.length) + part).join("");
