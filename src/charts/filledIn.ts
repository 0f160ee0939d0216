import type { Format } from "../format.ts";

/** What a month's label adds for viewings of days that were filled in afterwards. */
export const filledIn = (count: number, format: Format): string =>
  count > 0 ? ` (${format.integer(count)} filled in afterwards)` : "";
