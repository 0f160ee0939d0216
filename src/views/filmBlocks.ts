import { ratingsByYearChart } from "../charts/ratingsByYear.ts";
import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import { allRatings } from "../stats/allRatings.ts";
import type { Completeness } from "../stats/completeness.ts";
import { favourites } from "../stats/filmOrder.ts";
import { whatIsListed } from "../words/known.ts";
import type { Block } from "./block.ts";

/** The number of rated films from which a chart over years is drawn. */
const enoughForLine = 4;

/** Ratings by year of release; null with too few of them. */
export function ratingsInOrderBlock(
  { library, format, href }: Site,
  films: readonly Film[],
  { title, chartTitle }: { title: string; chartTitle: string },
): Block | null {
  const mean = allRatings(library.films).mean;
  const rated = favourites(films).flatMap(({ name, year, rating, path }) =>
    rating === null || year === null ? [] : [{ name, year, rating, href: href(path) }],
  );
  if (rated.length < enoughForLine || mean === null) return null;
  return {
    id: "ratings",
    title,
    shown: [
      {
        as: "chart",
        chart: ratingsByYearChart(rated, { title: chartTitle, format, mean }),
        caption: ["By year of release; the line is the mean of all your films."],
      },
    ],
  };
}

/**
 * The films that were not seen; null if TMDB's list of them is unknown.
 *
 * @param which what TMDB's list contains: "of this collection at TMDB"
 */
export function missingBlock(
  { library, format }: Site,
  state: Completeness | null,
  which: string,
): Block | null {
  if (!state) return null;
  const { missing } = state;
  return {
    id: "missing",
    title:
      missing.length === 0
        ? "All of them seen"
        : `${format.count(missing.length, "film")} not seen`,
    shown: [
      ...(missing.length > 0 ? [{ as: "missing" as const, films: missing }] : []),
      {
        as: "small",
        text: whatIsListed(library, which),
      },
    ],
  };
}
