/** How commands write numbers: 1,252 */
export const grouped = (value: number): string => value.toLocaleString("en-GB");

/** 1 row, 1,252 rows */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${grouped(value)} ${value === 1 ? one : many}`;

/** `a, b and c` */
export const inWords = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
