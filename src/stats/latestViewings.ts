import type { Viewing } from "../letterboxd/ledger.ts";
import type { Library } from "../library/library.ts";

/**
 * Viewings, the newest first. Where days are withheld nobody can say which of a month was the
 * last: those of one month stand by title.
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
