import * as Plot from "@observablehq/plot";
import { type Format, stars } from "../format.ts";
import { type Chart, drawBoth } from "./drawing.ts";

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
  const best = films.reduce((top, film) => (film.rating > top.rating ? film : top));
  const text = {
    title,
    description: `${format.count(films.length, "rated film")} from ${Math.min(...years)} to ${Math.max(...years)}; the best is ${best.name} with ${format.starsInWords(best.rating)}.`,
    table: {
      head: ["Film", "Year", "Rating"],
      rows: films.map(({ name, year, rating }) => [name, `${year}`, stars(rating)]),
    },
  };
  return drawBoth(text, "full", (width) => {
    const isWide = width > 600;
    return {
      height: isWide ? 260 : 220,
      marginLeft: 52,
      marginRight: 24,
      marginTop: 14,
      marginBottom: 26,
      x: {
        label: null,
        tickFormat: (year: number) => (Number.isInteger(year) ? `${year}` : ""),
        ticks: isWide ? 10 : 4,
        tickSize: 4,
        domain: [Math.min(...years) - 1, Math.max(...years) + 1],
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
        Plot.ruleY([mean], { stroke: "var(--other)", strokeDasharray: "4 3" }),
        Plot.text([mean], {
          y: mean,
          frameAnchor: "right",
          text: [`your mean ${format.average(mean)}`],
          dy: -8,
          textAnchor: "end",
          fill: "var(--other)",
        }),
        // Films of one year and rating lie beside each other, not on top.
        Plot.dot(
          films,
          Plot.dodgeX("middle", {
            x: "year",
            y: "rating",
            r: 5,
            fill: "var(--you)",
            href: "href",
            title: (film: RatedFilm) => `${film.name} (${film.year}): ${stars(film.rating)}`,
          }),
        ),
      ],
    };
  });
}
