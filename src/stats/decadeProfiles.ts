import type { Film } from "../library/film.ts";
import { decadeRows } from "./decades.ts";
import { median } from "./median.ts";

/** When the films of one genre, country … were made. */
export interface DecadeProfile<Subject> {
  subject: Subject;
  /** Films with a Year. */
  films: number;
  /** Oldest first, including empty decades between. Shares are of `films`. */
  decades: { decade: number; films: number; share: number }[];
  /** Year of release. */
  median: number;
}

/** Profiles in the order of the subjects. A subject whose films have no Year is left out. */
export const decadeProfiles = <Subject>(
  subjects: Subject[],
  filmsOf: (subject: Subject) => Film[],
): DecadeProfile<Subject>[] =>
  subjects.flatMap((subject) => {
    const years = filmsOf(subject).flatMap(({ year }) => year ?? []);
    const middle = median(years);
    if (middle === null) return [];
    const decades = decadeRows(filmsOf(subject)).map(({ decade, films }) => ({
      decade,
      films,
      share: films / years.length,
    }));
    return [{ subject, films: years.length, decades, median: Math.floor(middle) }];
  });
