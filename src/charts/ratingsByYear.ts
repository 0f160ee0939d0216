import * as Plot from "@observablehq/plot";
import { type Format, stars } from "../format.ts";
import { soleFirst } from "../stats/finding.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { leaderMarks, namesAt } from "./nameMarks.ts";
import { placedLabels } from "./placedLabels.ts";
import { yearTicks } from "./releaseYears.ts";
import { cutTo } from "./texts.ts";

export interface RatedFilm {
  name: string;
  /** Of release, or the one it was seen in. */
  year: number;
  rating: number;
  href: string;
}

interface RatingsByYearOptions {
  title: string;
  format: Format;
  /** The owner's mean over all films, drawn as a line. */
  mean: number;
  /** What a year is, as the head of the table. */
  head?: string;
}

/** More names than these would lie too close. */
const mostNames = { wide: 10, narrow: 4 };
/** Longer names are cut, CSS pixels. */
const longestName = { wide: 400, narrow: 190 };

/** The radius of a dot, and from one half star to the next, with room for a name between, CSS pixels. */
const [radius, halfStar] = [5, 30];
/** Above the highest rating, and below the lowest for the years. */
const [head, foot] = [24, 46];

/**
 * A dot per film: year across, rating up, the owner's mean as a line. A few have names, which cover neither
 * a dot nor the line.
 *
 * @param films in the order in which they get names
 */
export function ratingsByYearChart(films: RatedFilm[], options: RatingsByYearOptions): Chart {
  const { format, mean } = options;
  const years = films.map(({ year }) => year);
  const [first, last] = [Math.min(...years) - 1, Math.max(...years) + 1];
  return drawBoth(textOf(films, options), "full", (width) => {
    const size = width > 600 ? "wide" : "narrow";
    const [left, right] = size === "wide" ? [66, width - 76] : [40, width - 44];
    const across = (year: number) => left + ((year - first) / (last - first)) * (right - left);
    const dots = beside(films, { across, left, right, longest: longestName[size] });
    const rows = halfStars(films, mean);
    const height = head + (rows.length - 1) * halfStar + foot;
    const up = (rating: number) => head + ((rows[0] ?? 5) - rating) * 2 * halfStar;
    const spots = dots.map((dot) => ({ ...dot, y: up(dot.film.rating) }));
    const line = { top: up(mean) - 1, bottom: up(mean) + 1 };
    const labels = placedLabels(spots, {
      dots: spots,
      reserved: [
        { left, right, ...line },
        // The text of the mean.
        { left: right, right: width, top: line.top - 18, bottom: line.bottom + 18 },
      ],
      left: left - 24,
      width,
      height: height - foot + 22,
      count: mostNames[size],
    });
    const grid = rows.filter(Number.isInteger);
    return {
      isFine: true,
      height,
      marginTop: 0,
      marginBottom: foot,
      marginLeft: left,
      marginRight: width - right,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: [
        Plot.ruleY(grid, { y: up, x1: left, x2: right, stroke: "var(--rule)" }),
        Plot.text(grid, {
          y: up,
          x: left - 8,
          text: (rating: number) => (size === "wide" ? stars(rating) : `${rating} ★`),
          textAnchor: "end",
        }),
        Plot.text(yearTicks(first, last, right - left), {
          x: across,
          y: height - 10,
          text: (year: number) => `${year}`,
        }),
        Plot.ruleY([mean], {
          y: up,
          x1: left,
          x2: right,
          stroke: "var(--ink-2)",
          strokeDasharray: "4 3",
        }),
        Plot.text([mean], {
          y: up,
          x: right + 6,
          text: () => `mean${size === "wide" ? " " : "\n"}${format.average(mean)}`,
          textAnchor: "start",
          fill: "var(--ink-2)",
        }),
        leaderMarks(labels),
        ...namesAt(labels, "var(--ink)"),
        Plot.dot(dots, {
          x: "x",
          y: ({ film }: Dot) => up(film.rating),
          r: radius,
          fill: "var(--you)",
          href: ({ film }: Dot) => film.href,
          title: ({ film }: Dot) => `${film.name} (${film.year}): ${stars(film.rating)}`,
        }),
      ],
    };
  });
}

interface Dot {
  film: RatedFilm;
  name: string;
  x: number;
}

/** The half stars of the axis, highest first: of all ratings and the mean, two stars at least. */
function halfStars(films: RatedFilm[], mean: number): number[] {
  const values = [...films.map(({ rating }) => rating), mean];
  const high = Math.ceil(Math.max(...values) * 2) / 2;
  const low = Math.floor(Math.min(...values, high - 2) * 2) / 2;
  const from = Math.max(0.5, low);
  return Array.from({ length: (high - from) * 2 + 1 }, (_, i) => high - i / 2);
}

function textOf(films: RatedFilm[], { title, format, head = "Year" }: RatingsByYearOptions) {
  const years = films.map(({ year }) => year);
  const best = soleFirst(films, ({ rating }) => rating);
  return {
    title,
    description: `${format.count(films.length, "rated film")} from ${Math.min(...years)} to ${Math.max(...years)}${best ? `; the best is ${best.name} with ${format.starsInWords(best.rating)}` : ""}.`,
    table: {
      head: ["Film", head, "Rating"],
      rows: films.map(({ name, year, rating }) => [name, `${year}`, stars(rating)]),
      links: films.map(({ href }) => href),
    },
  };
}

/** Moves films of the same year and rating side by side, or closer if they would leave the axis. */
function beside(
  films: RatedFilm[],
  {
    across,
    left,
    right,
    longest,
  }: { across: (year: number) => number; left: number; right: number; longest: number },
): Dot[] {
  const places = new Map<RatedFilm, number>();
  for (const same of Map.groupBy(films, ({ year, rating }) => `${year} ${rating}`).values()) {
    for (const [i, film] of same.entries()) {
      const middle = across(film.year);
      const room = 2 * Math.min(middle - left, right - middle);
      const apart = Math.min(11, room / Math.max(1, same.length - 1));
      places.set(film, middle + (i - (same.length - 1) / 2) * apart);
    }
  }
  return films.map((film) => ({
    film,
    name: cutTo(film.name, longest),
    x: places.get(film) ?? across(film.year),
  }));
}
