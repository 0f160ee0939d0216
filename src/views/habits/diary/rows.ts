import type { Viewing } from "../../../letterboxd/ledger.ts";
import type { Site } from "../../../site.ts";
import type { DiaryRow } from "../../block.ts";

/**
 * Viewings as rows. The first viewing of a day has the day as its id, so that marks can lead to it.
 * Without exact dates there are no ids.
 *
 * @param viewings oldest first
 */
export const dayRows = (site: Site, viewings: readonly Viewing[]): DiaryRow[] =>
  viewings.map((viewing, i) => {
    const { date } = viewing;
    const { exactDates } = site.library;
    const isFirstOfDay = exactDates && viewings[i - 1]?.date !== date;
    return {
      ...diaryRow(site, viewing),
      id: isFirstOfDay ? `d${date}` : undefined,
      date: exactDates ? date : null,
    };
  });

/** A viewing with its day, or its month where days are withheld. */
export function diaryRow({ library, href }: Site, viewing: Viewing): DiaryRow {
  const { date, film, rating, rewatch } = viewing;
  return {
    id: undefined,
    date,
    name: film.name,
    href: href(library.filmOf(viewing).path),
    note: [film.year, rewatch && "again"].filter(Boolean).join(", "),
    rating,
  };
}
