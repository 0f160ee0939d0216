import { monthOf, yearOf } from "../day.ts";
import type { Film } from "../library/film.ts";
import type { Library } from "../library/library.ts";
import { sum } from "../numbers.ts";
import { bestRated, cutAmongEquals } from "./bestRated.ts";
import { bulkDays } from "./bulkDays.ts";
import { directorsOf } from "./directorsOf.ts";
import { foremost } from "./finding.ts";
import { fullestMonth } from "./fullestMonth.ts";
import { monthRows, monthsBetween } from "./months.ts";
import { byFilms, rankingRows } from "./ranking.ts";

const listed = 8;

export type YearInReview = ReturnType<typeof yearInReview>;

/** Everything that a year's page and pictures state. */
export function yearInReview(library: Library, year: number) {
  const { asOf } = library;
  const viewings = library.viewings.filter(({ date }) => yearOf(date) === year);
  const films = [...new Set(viewings.map((viewing) => library.filmOf(viewing)))];
  const inYear = new Set(films);
  const ofYear = (all: readonly Film[]) => all.filter((film) => inYear.has(film));
  const bulk = bulkDays(library.viewings, library.bulkDay);
  const prefix = `${year}`.padStart(4, "0");
  // The current year is drawn to its as-of month.
  const isCurrent = year === yearOf(asOf);
  const months = monthRows(viewings, {
    from: `${prefix}-01`,
    to: isCurrent ? monthOf(asOf) : `${prefix}-12`,
    bulk,
  });
  const best = bestRated(viewings, library.filmOf);
  const allDirectors = rankingRows(directorsOf(films), ({ credits }) =>
    ofYear(credits.director),
  ).sort(byFilms);
  const directors = allDirectors.filter((row) => row.films > 1);
  return {
    viewings,
    films,
    bulk,
    isCurrent,
    months,
    /** All twelve, including months that have not begun. */
    axis: monthsBetween(`${prefix}-01`, `${prefix}-12`),
    /** The one fullest month; null if two are equal. */
    fullest: fullestMonth(viewings, bulk)?.month ?? null,
    filledIn: sum(months.map((month) => month.bulk)),
    matched: films.filter(({ details }) => details !== null).length,
    best: best.slice(0, listed),
    /** Set if the list of the best ends between equal ratings. */
    cut: cutAmongEquals(best, listed),
    /** The number of rated films, and of films with the best rating. */
    rated: best.length,
    top: best.filter(({ rating }) => rating === best[0]?.rating).length,
    genres: rankingRows([...new Set(films.flatMap(({ groups }) => groups.genre))], (genre) =>
      ofYear(genre.films),
    )
      .sort(byFilms)
      .slice(0, listed),
    /** The directors of the most films that a heading may name. */
    firstDirectors: foremost(allDirectors, (row) => row.films, { all: films.length }),
    /** Directors of two or more of the year's films. */
    directors: directors.slice(0, listed),
    otherDirectors: directors.slice(listed),
  };
}
