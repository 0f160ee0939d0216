import { monthOf } from "../../day.ts";
import type { Viewing } from "../../letterboxd/ledger.ts";
import type { Site } from "../../site.ts";

/**
 * Viewings month by month. The first viewing of a day has the day as its id, so that calendars can link
 * to it. Without exact dates there are no ids.
 *
 * @param viewings oldest first
 */
export const diary = (site: Site, viewings: Viewing[]) =>
  [...Map.groupBy(viewings, ({ date }) => monthOf(date))].map(([month, own]) => ({
    id: `m${month}`,
    title: site.format.month(month),
    count: site.format.count(own.length, "viewing"),
    rows: own.map((viewing, i) => diaryRow(site, viewing, own[i - 1])),
  }));

export type DiaryMonth = ReturnType<typeof diary>[number];

function diaryRow({ library, href }: Site, viewing: Viewing, before: Viewing | undefined) {
  const { date, film, rating, rewatch } = viewing;
  const isFirstOfDay = library.exactDates && before?.date !== date;
  return {
    id: isFirstOfDay ? `d${date}` : undefined,
    date: library.exactDates ? date : null,
    name: film.name,
    href: href(library.filmOf(viewing).path),
    note: `${film.year ?? ""}${rewatch ? ", again" : ""}`,
    rating,
  };
}
