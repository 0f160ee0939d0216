import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import { type Chart, drawBoth } from "./drawing.ts";

export interface Panel {
  name: string;
  /** All films of the panel. */
  films: number;
  /** Shares of `films`, 0 to 1. */
  decades: { decade: number; films: number; share: number }[];
  /** Address of what the panel stands for. */
  href?: string;
}

interface Bar {
  panel: Panel;
  column: number;
  row: number;
  decade: number;
  films: number;
  share: number;
}

/** A small chart each of the shares of decades, all on one scale; the fullest decade is named. */
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
    description: `${panels.map((panel) => `${panel.name} most in the ${fullest(panel).decade}s`).join(", ")}.`,
    table: {
      head: [head, ...decades.map((decade) => `${decade}s`)],
      rows: panels.map((panel) => [
        panel.name,
        ...decades.map((of) => panel.decades.find(({ decade }) => decade === of)?.films ?? 0),
      ]),
    },
  };
  const highest = Math.max(...panels.map((panel) => fullest(panel).share));
  return drawBoth(text, "full", (width) => {
    const columns = width > 600 ? 4 : 2;
    const bars = panels.flatMap((panel, i) =>
      panel.decades.map(
        (row): Bar => ({
          ...row,
          panel,
          column: i % columns,
          row: Math.floor(i / columns),
        }),
      ),
    );
    const isFullest = ({ panel, decade }: Bar) => fullest(panel).decade === decade;
    const titled = panels.map((panel, i) => ({
      panel,
      column: i % columns,
      row: Math.floor(i / columns),
    }));
    type Titled = (typeof titled)[number];
    const place = { fx: "column", fy: "row" };
    const rows = Math.ceil(panels.length / columns);
    return {
      height: rows * 150,
      marginTop: 40,
      marginBottom: 22,
      marginLeft: 1,
      // Half of the longest share, which may stand over the last column.
      marginRight: 12,
      fx: { domain: Array.from({ length: columns }, (_, i) => i), axis: null, padding: 0.1 },
      fy: { domain: Array.from({ length: rows }, (_, i) => i), axis: null, padding: 0.4 },
      x: { type: "band", domain: decades, padding: 0.15, axis: null, round: false },
      y: { domain: [0, highest * 1.2], axis: null },
      marks: [
        Plot.barY(bars, {
          ...place,
          x: "decade",
          y: "share",
          fill: (bar: Bar) => (isFullest(bar) ? "var(--you)" : "var(--bar)"),
          title: ({ panel, decade, films, share }: Bar) =>
            `${panel.name}, ${decade}s: ${format.count(films, "film")}, ${format.percent(share)}`,
        }),
        Plot.text(bars.filter(isFullest), {
          ...place,
          x: "decade",
          y: "share",
          text: ({ share }: Bar) => format.percent(share),
          dy: -8,
          fill: "var(--you)",
        }),
        Plot.ruleY([0], { stroke: "var(--ink)" }),
        ...([first, last] as const).map((decade) =>
          Plot.text(titled, {
            fx: "column",
            fy: "row",
            frameAnchor: decade === first ? "bottom-left" : "bottom-right",
            text: () => `${decade}s`,
            dy: 18,
          }),
        ),
        Plot.text(titled, {
          ...place,
          frameAnchor: "top-left",
          text: ({ panel }: Titled) => `${panel.name} ${format.integer(panel.films)}`,
          textAnchor: "start",
          dy: -18,
          fill: "var(--ink)",
          fontWeight: 600,
          ...(panels.some(({ href }) => href) && { href: ({ panel }: Titled) => panel.href }),
        }),
      ],
    };
  });
}
