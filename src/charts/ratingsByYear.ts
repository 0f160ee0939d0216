import * as Plot from "@observablehq/plot";
import { type Format, stars } from "../format.ts";
import { soleFirst } from "../stats/finding.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { yearTicks } from "./releaseYears.ts";
import { type RowLabel, rowLabels } from "./rowLabels.ts";
import { halo } from "./texts.ts";

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

/** Up to this number every dot has its name; of more dots only the first ones. */
const allNamed = 15;
const mostNames = { wide: 14, narrow: 8 };
/** Longer names are cut. */
const longestName = { wide: 34, narrow: 20 };

/** From one line of names to the next, and the least from one half star to the next, CSS pixels. */
const [lineHeight, leastStep] = [16, 26];
/** Room below the lowest rating for the years. */
const axis = 30;

/**
 * A dot per film: year across, rating up, the owner's mean as a line. Half stars are as far apart as the
 * names between them need.
 *
 * @param films in the order in which they get names, if there are too many
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
    const count = films.length > allNamed ? mostNames[size] : films.length;
    const named = new Set(dots.slice(0, count));
    const rows = halfStars(films, mean).map((rating) => {
      const own = dots.filter(({ film }) => film.rating === rating);
      const wanted = own.filter((dot) => named.has(dot));
      // Beside the rows next to the mean is the text of the mean.
      const end = Math.abs(rating - mean) < 0.5 ? right : width;
      return { rating, labels: rowLabels(wanted, own, { left, right: end }) };
    });
    const { height, up } = heights(rows);
    const labels = rows.flatMap((row) => row.labels);
    const grid = rows.map(({ rating }) => rating).filter(Number.isInteger);
    const y = ({ dot, line }: Label) => up(dot.film.rating) + line * lineHeight;
    return {
      isFine: true,
      height,
      marginTop: 0,
      marginBottom: axis,
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
        Plot.ruleX(
          labels.filter(({ line }) => line !== 0),
          {
            x: ({ dot }: Label) => dot.x,
            y1: ({ dot }: Label) => up(dot.film.rating),
            y2: (label: Label) => y(label) - Math.sign(label.line) * 7,
            stroke: "var(--rule-2)",
          },
        ),
        ...(["start", "end"] as const).flatMap((anchor) =>
          [true, false].map((isBeside) =>
            Plot.text(
              labels.filter((label) => label.anchor === anchor && (label.line === 0) === isBeside),
              {
                x: ({ dot }: Label) => dot.x,
                y,
                dx: (anchor === "start" ? 1 : -1) * (isBeside ? 10 : -3),
                text: ({ dot }: Label) => dot.name,
                textAnchor: anchor,
                fill: "var(--ink)",
                ...halo,
                pointerEvents: "none",
              },
            ),
          ),
        ),
        Plot.dot(dots, {
          x: "x",
          y: ({ film }: Dot) => up(film.rating),
          r: 5,
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
type Label = RowLabel<Dot>;

/** The half stars of the axis, highest first: of all ratings and the mean, two stars at least. */
function halfStars(films: RatedFilm[], mean: number): number[] {
  const values = [...films.map(({ rating }) => rating), mean];
  const high = Math.ceil(Math.max(...values) * 2) / 2;
  const low = Math.floor(Math.min(...values, high - 2) * 2) / 2;
  const from = Math.max(0.5, low);
  return Array.from({ length: (high - from) * 2 + 1 }, (_, i) => high - i / 2);
}

/** The height of the drawing, and the place of each rating: between two half stars in proportion. */
function heights(rows: { rating: number; labels: Label[] }[]) {
  const places: { rating: number; y: number }[] = [];
  let y = 0;
  let below = 0;
  for (const { rating, labels } of rows) {
    const lines = labels.map(({ line }) => line);
    const between = (below - Math.min(0, ...lines)) * lineHeight;
    y += places.length === 0 ? between + 12 : Math.max(leastStep, between + 18);
    places.push({ rating, y });
    below = Math.max(0, ...lines);
  }
  const up = (rating: number): number => {
    const i = places.findIndex((place) => place.rating <= rating);
    const [over, under] = [places[i - 1], places[i]];
    if (!under) return y;
    if (!over) return under.y;
    return under.y - ((rating - under.rating) / (over.rating - under.rating)) * (under.y - over.y);
  };
  return { height: y + below * lineHeight + axis, up };
}

const shortened = (name: string, length: number): string =>
  name.length > length ? `${name.slice(0, length - 1).replace(/[\s.…]+$/, "")}…` : name;

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
    name: shortened(film.name, longest),
    x: places.get(film) ?? across(film.year),
  }));
}
