import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import { foremostAlone } from "../stats/finding.ts";
import type { ReleaseYearRow } from "../stats/releaseYears.ts";
import { type DrawingOptions, widths } from "./drawing.ts";
import { finger, wholeBands } from "./targets.ts";
import { shiftInside, textWidth } from "./texts.ts";

interface Span {
  /** "1990s", or "to 1909" */
  name: string;
  /** False for several decades together, which cannot be the fullest decade. */
  isDecade: boolean;
  films: number;
  /** The first year of the decade, and the newest year with a film; null without one. */
  decade: number;
  newest: number | null;
}

/** Between columns, as a share of their step, and above the highest, CSS pixels. */
const [padding, marginTop] = [0.18, 24];

/** For phones: a column per decade of release, wide enough for a finger and for its number. */
export function decadeColumns(
  rows: ReleaseYearRow[],
  {
    format,
    link,
    decadeLink,
  }: {
    format: Format;
    link: (year: number) => string;
    /** The address of a decade, by its first year; several decades together lead to their newest year. */
    decadeLink: (decade: number) => string;
  },
): DrawingOptions {
  const number = ({ films }: Span) => format.integer(films);
  const width = widths.narrow;
  const longest = Math.max(...decadeSpans(rows, Infinity).map((span) => textWidth(number(span))));
  const spans = decadeSpans(rows, Math.floor(width / Math.max(finger, longest + 5)));
  const step = width / spans.length;
  const seen = spans.filter(({ films }) => films > 0);
  const named = foremostAlone(
    seen.filter(({ isDecade }) => isDecade),
    ({ films }) => films,
  );
  // If the names would touch, every second one is left out.
  const every = step < 46 ? 2 : 1;
  const names = spans.map(({ name }, i) => ({
    name,
    dx: shiftInside((i + 0.5) * step, name, width),
  }));
  const gap = -(padding / 2) * step;
  return {
    height: 190,
    marginTop,
    marginLeft: 0,
    marginRight: 0,
    marginBottom: 24,
    x: {
      type: "band",
      domain: spans.map(({ name }) => name),
      axis: null,
      paddingInner: padding,
      paddingOuter: padding / 2,
      round: false,
    },
    y: { axis: null, domain: [0, Math.max(...spans.map(({ films }) => films))] },
    marks: [
      Plot.barY(seen, {
        x: "name",
        y: "films",
        fill: (span: Span) => (span === named ? "var(--you)" : "var(--bar)"),
      }),
      Plot.text(seen, {
        x: "name",
        y: "films",
        text: number,
        dy: -9,
        fill: (span: Span) => (span === named ? "var(--you)" : "var(--ink-2)"),
      }),
      ...names
        .filter((_, i) => i % every === 0)
        .map(({ name, dx }) =>
          Plot.text([name], { x: [name], text: [name], frameAnchor: "bottom", dy: 16, dx }),
        ),
      Plot.ruleY([0], { stroke: "var(--ink)" }),
      wholeBands(seen, {
        x: "name",
        insetTop: -marginTop,
        insetLeft: gap,
        insetRight: gap,
        title: (span) => `${span.name}: ${format.count(span.films, "film")}`,
        href: ({ isDecade, decade, newest }) => {
          if (newest === null) return undefined;
          return isDecade ? decadeLink(decade) : link(newest);
        },
      }),
    ],
  };
}

/** At most `count` decades; the earliest are put together if there are more. */
function decadeSpans(rows: ReleaseYearRow[], count: number): Span[] {
  const decade = (year: number) => Math.floor(year / 10) * 10;
  const first = rows[0]?.year ?? 0;
  const oldest = Math.max(decade(first), decade(rows.at(-1)?.year ?? 0) - 10 * (count - 1));
  const spans = Map.groupBy(rows, ({ year }) => Math.max(oldest, decade(year)));
  const isDecade = (start: number) => start > oldest || first >= oldest;
  return [...spans].map(([start, years]) => ({
    name: isDecade(start) ? `${start}s` : `to ${oldest + 9}`,
    isDecade: isDecade(start),
    decade: start,
    films: years.reduce((sum, { films }) => sum + films, 0),
    newest: years.findLast(({ films }) => films > 0)?.year ?? null,
  }));
}
