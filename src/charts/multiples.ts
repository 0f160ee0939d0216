import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import { type Chart, drawBoth } from "./drawing.ts";
import { fine } from "./targets.ts";

export interface Panel {
  name: string;
  /** The year by which half of the films were made. */
  median: number;
  /** Shares of all films of the panel, 0 to 1. */
  decades: { decade: number; films: number; share: number }[];
  /** The address that the panel links to. */
  href?: string;
}

/** CSS pixels. The margin is for a share above the last column. */
const [rowHeight, barHeight, gap, margin] = [160, 82, 26, 12];

/**
 * A small chart per panel of the shares of decades, all on one scale. The decade of the median year has
 * the strong colour, and the highest share is written.
 */
export function multiplesChart(
  panels: Panel[],
  { title, format, head }: { title: string; format: Format; head: string },
): Chart {
  const seen = panels.flatMap(({ decades }) => decades.map(({ decade }) => decade));
  const [first, last] = [Math.min(...seen), Math.max(...seen)];
  if (seen.length === 0) throw new Error("small multiples need a panel");
  const decades = Array.from({ length: (last - first) / 10 + 1 }, (_, i) => first + i * 10);
  const fullest = (panel: Panel) =>
    panel.decades.reduce((most, row) => (row.films > most.films ? row : most));
  const text = {
    title,
    description: `The years by which half of the films were made: ${panels.map(({ name, median }) => `${name} ${median}`).join(", ")}.`,
    table: {
      head: [head, "Half made by", ...decades.map((decade) => `${decade}s`)],
      rows: panels.map((panel) => [
        panel.name,
        `${panel.median}`,
        ...decades.map((of) => panel.decades.find(({ decade }) => decade === of)?.films ?? 0),
      ]),
      links: panels.map(({ href }) => href),
    },
  };
  const highest = Math.max(...panels.map((panel) => fullest(panel).share));
  return drawBoth(text, "full", (width) => {
    // Placed by hand: facets would put the panels into the order of their columns.
    const columns = width > 600 ? 4 : 2;
    const inner = (width - margin - gap * (columns - 1)) / columns;
    const step = inner / decades.length;
    const placed = panels.map((panel, i) => ({
      panel,
      left: (i % columns) * (inner + gap),
      base: Math.floor(i / columns) * rowHeight + rowHeight - 30,
    }));
    type Placed = (typeof placed)[number];
    const bars = placed.flatMap(({ panel, left, base }) =>
      panel.decades.map(({ decade, films, share }) => ({
        decade,
        films,
        share,
        panel,
        base,
        x: left + ((decade - first) / 10) * step,
        y: base - (share / highest) * barHeight,
      })),
    );
    type Bar = (typeof bars)[number];
    const isLit = ({ panel, decade }: Bar) => Math.floor(panel.median / 10) * 10 === decade;
    const isFullest = ({ panel, decade }: Bar) => fullest(panel).decade === decade;
    const base = ({ base: y }: Placed) => y + 13;
    return {
      height: Math.ceil(panels.length / columns) * rowHeight,
      margin: 0,
      x: { type: "identity", axis: null },
      y: { type: "identity", axis: null },
      marks: [
        Plot.rect(bars, {
          x1: ({ x }: Bar) => x + step * 0.08,
          x2: ({ x }: Bar) => x + step * 0.92,
          y1: "base",
          y2: "y",
          fill: (bar: Bar) => (isLit(bar) ? "var(--you)" : "var(--bar)"),
          title: ({ panel, decade, films, share }: Bar) =>
            `${panel.name}, ${decade}s: ${format.percent(share)}, ${format.count(films, "film")}`,
          ...(panels.some(({ href }) => href) && {
            ...fine,
            href: ({ panel }: Bar) => panel.href,
          }),
        }),
        Plot.text(bars.filter(isFullest), {
          x: ({ x }: Bar) => x + step / 2,
          y: ({ y }: Bar) => y - 8,
          text: ({ share }: Bar) => format.percent(share),
          fill: "var(--ink-2)",
        }),
        Plot.ruleY(placed, {
          x1: "left",
          x2: ({ left }: Placed) => left + inner,
          y: "base",
          stroke: "var(--ink)",
        }),
        Plot.text(placed, { x: "left", y: base, text: () => `${first}s`, textAnchor: "start" }),
        Plot.text(first === last ? [] : placed, {
          x: ({ left }: Placed) => left + inner,
          y: base,
          text: () => `${last}s`,
          textAnchor: "end",
        }),
        Plot.text(placed, {
          x: "left",
          y: ({ base: y }: Placed) => y - barHeight - 28,
          text: ({ panel }: Placed) => `${panel.name} ${panel.median}`,
          textAnchor: "start",
          fill: "var(--ink)",
          ...(panels.some(({ href }) => href) && { href: ({ panel }: Placed) => panel.href }),
        }),
      ],
    };
  });
}
