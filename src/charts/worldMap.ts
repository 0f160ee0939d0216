import * as Plot from "@observablehq/plot";
import type { Format } from "../format.ts";
import { factorStarts, type KeyStep, keySteps, stepFills, stepOf } from "./colourSteps.ts";
import { compactPath } from "./compactPath.ts";
import { type ChartWithoutText, draw, widths } from "./drawing.ts";
import { namesOfMost } from "./texts.ts";
import { type Shape, worldShapes } from "./worldShapes.ts";

export interface MapCountry {
  /** ISO 3166-1 alpha-2, or one of TMDB's own. */
  code: string;
  name: string;
  films: number;
  /** The address that the country links to. */
  href?: string;
}

export interface WorldMap extends ChartWithoutText {
  /** The meaning of each colour, palest first, without colours that no country has. */
  steps: KeyStep[];
  /** Countries that are too small to draw or no longer exist. */
  missing: MapCountry[];
}

type Seen = Shape & MapCountry;

/**
 * A map of countries, darker with more films. Countries without a film are one shape. The projection
 * preserves areas. Antarctica is left out.
 *
 * @param countries most films first
 */
export function worldMapChart(
  countries: MapCountry[],
  { title, format }: { title: string; format: Format },
): WorldMap {
  const [first] = countries;
  const leading = namesOfMost(
    countries,
    ({ films }) => films,
    ({ name }) => name,
  );
  if (!first) throw new Error("a map needs a country");
  const byCode = new Map(countries.map((country) => [country.code, country]));
  const { chosen, rest, whole } = worldShapes(new Set(byCode.keys()));
  const seen = chosen.flatMap((shape): Seen[] => {
    const country = byCode.get(shape.code);
    return country ? [{ ...shape, ...country }] : [];
  });
  const counts = seen.map(({ films }) => films);
  const starts = factorStarts(Math.max(0, ...counts));
  const text: Omit<ChartWithoutText, "wide"> = {
    title,
    description: `Films of ${format.count(countries.length, "country", "countries")}${leading ? `; most, ${format.integer(first.films)}, of ${leading}` : ""}.`,
    table: {
      head: ["Country", "Films"],
      rows: countries.map(({ name, films }) => [name, films]),
      links: countries.map(({ href }) => href),
    },
  };
  const map = draw(text, {
    isFine: true,
    width: widths.full,
    // The height of the projection without the south.
    height: Math.round(widths.full * 0.472),
    margin: 1,
    // Rotated so that the edge runs through the Bering Strait instead of Siberia.
    projection: { type: "equal-earth", rotate: [-11, 0], domain: whole },
    marks: [
      Plot.geo([rest], { fill: "var(--step-0)", stroke: "var(--rule)", strokeWidth: 0.5 }),
      Plot.geo(seen, {
        geometry: "geometry",
        fill: ({ films }: Seen) => stepFills[stepOf(films, starts)],
        stroke: "var(--paper)",
        strokeWidth: 0.5,
        title: ({ name, films }: Seen) => `${name}: ${format.count(films, "film")}`,
        ...(seen.some(({ href }) => href) && { href: "href" }),
      }),
    ],
  });
  const drawnCodes = new Set(seen.map(({ code }) => code));
  return {
    ...text,
    wide: map.replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${compactPath(path)}"`),
    steps: keySteps(starts, counts),
    missing: countries.filter(({ code }) => !drawnCodes.has(code)),
  };
}
