/** Orders texts by code units: below, at or above 0 as `a` comes before, with or after `b`. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
