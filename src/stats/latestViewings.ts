import type { Viewing } from "../letterboxd/ledger.ts";
import type { Library } from "../library/library.ts";

/**
 * All viewings, newest first. Without exact dates the viewings of one month are ordered by title,
 * because their order is withheld.
 */
export function latestViewings({
  viewings,
  exactDates,
}: Pick<Library, "viewings" | "exactDates">): Viewing[] {
  const past = viewings.toReversed();
  if (exactDates) return past;
  const months = [...Map.groupBy(past, ({ date }) => date).values()];
  return months.flatMap((month) => month.reverse());
}
