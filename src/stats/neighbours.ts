import type { Viewing } from "../letterboxd/ledger.ts";
import type { Library } from "../library/library.ts";

/** The nearest viewings of other films before and after one, in the order of the diary. */
export interface Neighbours {
  before: Viewing | undefined;
  after: Viewing | undefined;
}

/**
 * Without exact dates the viewings of a month have no order. The neighbours are then of other months.
 *
 * @param viewings the whole diary, oldest first
 */
export function neighbours(
  { viewings, exactDates }: Pick<Library, "viewings" | "exactDates">,
  viewing: Viewing,
): Neighbours {
  const at = viewings.indexOf(viewing);
  const isOther = ({ film, date }: Viewing) =>
    exactDates ? film !== viewing.film : date !== viewing.date;
  let [before, after] = [at - 1, at + 1];
  while (viewings[before] && !isOther(viewings[before] as Viewing)) before -= 1;
  while (viewings[after] && !isOther(viewings[after] as Viewing)) after += 1;
  return { before: viewings[before], after: viewings[after] };
}
