import * as Plot from "@observablehq/plot";
import { type Format, stars } from "../format.ts";
import { soleFirst } from "../stats/finding.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { yearTicks } from "./releaseYears.ts";

export interface RatedFilm {
  name: string;
  year: number;
  rating: number;
  href: string;
}

/** A dot per film: release year across, rating up, the owner's mean as a line. */
export function ratingsByYearChart(
  films: RatedFilm[],
  { title, format, mean }: { title: string; format: Format; mean: number },
): Chart {
  const years = films.map(({ year }) => year);
  const best = soleFirst(films, ({ rating }) => rating);
  const text = {
    title,
    description: `${format.count(films.length, "rated film")} from ${Math.min(...years)} to ${Math.max(...years)}${best ? `; the best is ${best.name} with ${format.starsInWords(best.rating)}` : ""}.`,
    table: {
      head: ["Film", "Year", "Rating"],
      rows: films.map(({ name, year, rating }) => [name, `${year}`, stars(rating)]),
      links: films.map(({ href }) => href),
    },
  };
  const first = Math.min(...years) - 1;
  const last = Math.max(...years) + 1;
  return drawBoth(text, "full", (width) => {
    const isWide = width > 600;
    const placed = beside(films, { gap: ((last - first) / (width - 142)) * 11, first, last });
    return {
      isFine: true,
      height: isWide ? 260 : 220,
      marginLeft: 66,
      marginRight: 76,
      marginTop: 14,
      marginBottom: 26,
      x: {
        label: null,
        tickFormat: (year: number) => `${year}`,
        ticks: yearTicks(first, last, width - 142),
        tickSize: 4,
        domain: [first, last],
      },
      y: {
        domain: [0.25, 5.25],
        ticks: [1, 2, 3, 4, 5],
        tickFormat: (rating: number) => stars(rating),
        tickSize: 0,
        label: null,
        grid: true,
      },
      marks: [
        Plot.ruleY([mean], { stroke: "var(--ink-2)", strokeDasharray: "4 3" }),
        Plot.text([mean], {
          y: mean,
          frameAnchor: "right",
          text: [`mean ${format.average(mean)}`],
          dx: 8,
          textAnchor: "start",
          fill: "var(--ink-2)",
        }),
        Plot.dot(placed, {
          x: "x",
          y: "rating",
          r: 5,
          fill: "var(--you)",
          href: "href",
          title: (film: RatedFilm) => `${film.name} (${film.year}): ${stars(film.rating)}`,
        }),
      ],
    };
  });
}

/**
 * Moves films of the same year and rating side by side, `gap` years apart, or closer if they would
 * leave the axis.
 */
function beside(
  films: RatedFilm[],
  { gap, first, last }: { gap: number; first: number; last: number },
): (RatedFilm & { x: number })[] {
  return [...Map.groupBy(films, ({ year, rating }) => `${year} ${rating}`).values()].flatMap(
    (same) =>
      same.map((film, i) => {
        const room = 2 * Math.min(film.year - first, last - film.year);
        const apart = Math.min(gap, room / Math.max(1, same.length - 1));
        return { ...film, x: film.year + (i - (same.length - 1) / 2) * apart };
      }),
  );
}
