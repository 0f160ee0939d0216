import { type Day, yearOf } from "../day.ts";
import type { Film } from "../library/film.ts";
import type { Library } from "../library/library.ts";
import { bulkDays } from "./bulkDays.ts";

/**
 * The subjects whose films were all seen for the first time within the twelve months that end on the as-of
 * day. A film without a date may have been seen before. So may one whose first viewing is flagged as a
 * rewatch or is on a filled-in day. Without exact dates these are the twelve months up to that of the
 * as-of day. Empty if nobody was seen before, because then everybody is new.
 */
export function newcomers<Subject>(
  subjects: readonly Subject[],
  filmsOf: (subject: Subject) => readonly Film[],
  { viewings, asOf, bulkDay }: Pick<Library, "viewings" | "asOf" | "bulkDay">,
): Subject[] {
  const bulk = bulkDays(viewings, bulkDay);
  const lastYear: Day = `${yearOf(asOf) - 1}${asOf.slice(4)}`;
  const isNew = ({ viewings: [first] }: Film): boolean =>
    first !== undefined && first.date > lastYear && !first.rewatch && !bulk.has(first.date);
  const all = subjects.filter((subject) => filmsOf(subject).every(isNew));
  return all.length < subjects.length ? all : [];
}
