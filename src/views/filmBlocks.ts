import { ratingsByYearChart } from "../charts/ratingsByYear.ts";
import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import { allRatings } from "../stats/allRatings.ts";
import type { Completeness } from "../stats/completeness.ts";
import { favourites } from "../stats/filmOrder.ts";
import { ratingYears } from "../stats/ratingYears.ts";
import { whatIsListed } from "../words/known.ts";
import type { Block } from "./block.ts";

/** The number of rated films from which a chart over years is drawn. */
const enoughForLine = 4;

/** Ratings over the years; null with too few of them. */
export function ratingsInOrderBlock(
  { library, format, href }: Site,
  films: readonly Film[],
  {
    title,
    chartTitle,
    least = enoughForLine,
  }: { title: string; chartTitle: string; least?: number },
): Block | null {
  const mean = allRatings(library.films).mean;
  const { by, rated } = ratingYears(favourites(films));
  if (rated.length < least || mean === null) return null;
  const year = by === "release" ? "Year" : "Seen in";
  const dots = rated.map(({ film, rating, year }) => ({
    name: film.name,
    year,
    rating,
    href: href(film.path),
  }));
  const order = by === "release" ? "By year of release" : "By the year you last saw them";
  return {
    id: "ratings",
    title: by === "release" ? title : "Your ratings over the years",
    shown: [
      {
        as: "chart",
        chart: ratingsByYearChart(dots, { title: chartTitle, format, mean, head: year }),
        caption: [`${order}; the line is the mean of all your films.`],
      },
    ],
  };
}

/**
 * The films that were not seen; null if TMDB's list of them is unknown.
 *
 * @param which what TMDB's list contains: "of this collection at TMDB"
 * @param names the anchor and the title, if a page has several such blocks
 */
export function missingBlock(
  { library, format }: Site,
  state: Completeness | null,
  which: string,
  names?: { id: string; title: string },
): Block | null {
  if (!state) return null;
  const { missing } = state;
  return {
    id: "missing",
    title:
      missing.length === 0
        ? "All of them seen"
        : `${format.count(missing.length, "film")} not seen`,
    ...names,
    shown: [
      ...(missing.length > 0 ? [{ as: "missing" as const, films: missing }] : []),
      {
        as: "small",
        text: whatIsListed(library, which),
      },
    ],
  };
}
