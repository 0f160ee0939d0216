import { ratingsByYearChart } from "../charts/ratingsByYear.ts";
import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import { allRatings } from "../stats/allRatings.ts";
import { favourites } from "../stats/filmOrder.ts";
import { ratingYears } from "../stats/ratingYears.ts";
import type { Block } from "./block.ts";

/** Ratings over the years; null with fewer than `least`. */
export function ratingsInOrderBlock(
  { library, format, href }: Site,
  films: readonly Film[],
  { title, chartTitle, least }: { title: string; chartTitle: string; least: number },
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
