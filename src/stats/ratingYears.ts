import { yearOf } from "../day.ts";
import type { Film } from "../library/film.ts";

interface RatedInYear {
  film: Film;
  rating: number;
  year: number;
}

/** Fewer years of release than these are no time to follow ratings through. */
const enoughYears = 4;

/**
 * The rated films with the years that order them: of release, or those they were last seen in if there
 * are more of these and hardly any of release, as for a series of films made at once. Films without the
 * year are left out, the others keep their order.
 */
export function ratingYears(films: readonly Film[]): {
  by: "release" | "seen";
  rated: RatedInYear[];
} {
  const withYear = (yearOfFilm: (film: Film) => number | null) =>
    films.flatMap((film): RatedInYear[] => {
      const year = yearOfFilm(film);
      return film.rating === null || year === null ? [] : [{ film, rating: film.rating, year }];
    });
  const release = withYear(({ year }) => year);
  if (distinct(release) >= enoughYears) return { by: "release", rated: release };
  const seen = withYear(({ viewings }) => {
    const last = viewings.at(-1);
    return last ? yearOf(last.date) : null;
  });
  return distinct(seen) > distinct(release)
    ? { by: "seen", rated: seen }
    : { by: "release", rated: release };
}

const distinct = (films: RatedInYear[]): number => new Set(films.map(({ year }) => year)).size;
