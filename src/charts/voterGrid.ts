import * as Plot from "@observablehq/plot";
import { type Format, stars } from "../format.ts";
import { soleFirst } from "../stats/finding.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { leaderMarks, namesAt } from "./nameMarks.ts";
import { placedLabels } from "./placedLabels.ts";

/** The films of one rating and a quarter star of the voters. */
export interface GridDot {
  /** The owner's rating. */
  you: number;
  /** The lower end of the voters' quarter star. */
  voters: number;
  films: number;
  /** The film, or of several the one furthest from the voters. */
  name: string;
  href: string;
}

interface VoterGridOptions {
  title: string;
  format: Format;
  /** The dots to name, the most remarkable first. */
  named: GridDot[];
}

/** From one rating to the next, and the places of the axes, CSS pixels. */
const rowHeight = { wide: 42, narrow: 38 };
const [top, axisHeight] = [22, 52];

/**
 * A dot for each of the owner's ratings and each quarter star of the voters, as large as it has films.
 * On the diagonal both agree.
 */
export function voterGridChart(dots: GridDot[], options: VoterGridOptions): Chart {
  if (dots.length === 0) throw new Error("a grid of voters needs a dot");
  const { format, named } = options;
  const most = Math.max(...dots.map(({ films }) => films));
  const ratings = dots.map(({ you }) => you);
  const [lowest, highest] = [Math.min(...ratings), Math.max(...ratings)];
  const voters = dots.map((one) => one.voters);
  // To the next half star, so that the axis ends on labels.
  const from = Math.floor(Math.min(...voters) * 2) / 2;
  const to = Math.min(5, Math.ceil((Math.max(...voters) + 0.25) * 2) / 2);
  const said = (one: GridDot) =>
    `you ${stars(one.you)}, voters ${quarterOf(one, format)}: ${one.films === 1 ? one.name : format.count(one.films, "film")}`;
  return drawBoth(textOf(dots, options), "full", (width) => {
    const size = width > 600 ? "wide" : "narrow";
    const step = rowHeight[size];
    const [left, right] = size === "wide" ? [84, width - 30] : [52, width - 16];
    const across = (rating: number) => left + ((rating - from) / (to - from)) * (right - left);
    const up = (rating: number) => top + (highest - rating) * 2 * step;
    const bottom = up(lowest) + step / 2;
    const height = bottom + axisHeight;
    const largest = Math.min(step / 2 - 1, (across(from + 0.25) - left) / 2 - 1);
    const placed = dots.map((one) => ({
      ...one,
      x: across(one.voters + 0.125),
      y: up(one.you),
      radius: Math.max(3, largest * Math.sqrt(one.films / most)),
    }));
    type Placed = (typeof placed)[number];
    const spots = placed.map((one) => ({ ...one, name: labelOf(one), radius: one.radius + 2 }));
    const labels = placedLabels(
      named.flatMap(({ you, voters }) =>
        spots.filter((spot) => spot.you === you && spot.voters === voters),
      ),
      {
        dots: spots,
        reserved: [{ left: 0, right: left - 8, top: 0, bottom: height }],
        width,
        height: bottom,
        count: size === "wide" ? 12 : 6,
        reach: 60,
      },
    );
    const isNamed = ({ you, voters }: GridDot) =>
      labels.some(({ spot }) => spot.you === you && spot.voters === voters);
    // The part of the diagonal that the axes show.
    const [start, end] = [Math.max(from, lowest - 0.25), Math.min(to, highest + 0.25)];
    return {
      isFine: true,
      height,
      margin: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      r: { type: "identity" },
      marks: [
        Plot.ruleY(rows(lowest, highest), { y: up, x1: left, x2: right, stroke: "var(--rule)" }),
        Plot.text(rows(lowest, highest), {
          x: left - 10,
          y: up,
          text: (rating: number) =>
            size === "wide" ? stars(rating) : `${format.decimal(rating)} ★`,
          textAnchor: "end",
        }),
        ...(start < end
          ? [
              Plot.link([0], {
                x1: across(start),
                y1: up(start),
                x2: across(end),
                y2: up(end),
                stroke: "var(--ink-2)",
                strokeDasharray: "4 3",
              }),
            ]
          : []),
        Plot.text(rows(from, to), {
          x: across,
          y: bottom + 14,
          text: (rating: number) => `${format.decimal(rating)} ★`,
        }),
        Plot.text(["TMDB voters"], {
          x: right,
          y: bottom + 36,
          text: Plot.identity,
          textAnchor: "end",
        }),
        Plot.text(["you"], { x: left - 10, y: 6, text: Plot.identity, textAnchor: "end" }),
        leaderMarks(labels),
        ...namesAt(labels, "var(--ink)"),
        Plot.dot(placed, {
          x: "x",
          y: "y",
          r: "radius",
          fill: (one: Placed) => (isNamed(one) ? "var(--ink-2)" : "var(--bar)"),
          title: said,
          href: "href",
        }),
      ],
    };
  });
}

/** A name, with the number of films that share its dot. */
const labelOf = ({ name, films }: GridDot): string =>
  films === 1 ? name : `${name} and ${films - 1} more`;

/** 3.50–3.74 */
const quarterOf = ({ voters }: GridDot, format: Format): string =>
  `${format.average(voters)}–${format.average(voters + 0.24)}`;

/** Every half star from one to another. */
const rows = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) * 2 + 1 }, (_, i) => from + i / 2);

function textOf(dots: GridDot[], { title, format }: VoterGridOptions) {
  const largest = soleFirst(dots, ({ films }) => films);
  return {
    title,
    description: largest
      ? `Most films, ${format.integer(largest.films)}, have ${format.starsInWords(largest.you)} from you and ${quarterOf(largest, format)} from TMDB voters.`
      : `${format.count(dots.length, "pair")} of ratings, none commoner than all others.`,
    table: {
      head: ["You", "TMDB voters", "Films"],
      rows: dots.map((one) => [stars(one.you), quarterOf(one, format), one.films]),
      links: dots.map(({ href }) => href),
    },
  };
}
