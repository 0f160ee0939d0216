import { whereNumeric } from "iso-3166-1";
import { feature, merge } from "topojson-client";
import type { MultiPolygon, Polygon, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-110m.json" with { type: "json" };

type Country = (Polygon | MultiPolygon) & { id?: string; properties: { name: string } };
type World = Topology<{ countries: { type: "GeometryCollection"; geometries: Country[] } }>;

// A JSON module's types are wider than the format.
const world = atlas as unknown as World;
const antarctica = "010";

/** Natural Earth gives no number to what not all states recognise; TMDB knows one of them. */
const unnumbered: Record<string, string> = { Kosovo: "XK" };

const land = world.objects.countries.geometries.filter(({ id }) => id !== antarctica);

const codeOf = ({ id, properties }: Country): string | undefined =>
  id === undefined ? unnumbered[properties.name] : whereNumeric(id)?.alpha2;

export interface Shape {
  /** ISO 3166-1 alpha-2. */
  code: string;
  geometry: ReturnType<typeof feature>;
}

/**
 * The countries of Natural Earth at 1 : 110 million with one of the codes, each by itself, and all
 * others as one shape. City states and most islands are too small to be in it.
 */
export function worldShapes(codes: Set<string>) {
  const isChosen = (country: Country) => codes.has(codeOf(country) ?? "");
  return {
    chosen: land.filter(isChosen).map(
      (country): Shape => ({
        code: codeOf(country) ?? "",
        geometry: feature(world, country),
      }),
    ),
    rest: merge(
      world,
      land.filter((country) => !isChosen(country)),
    ),
    /** Everything that is drawn, for the frame of the map. */
    whole: feature(world, { type: "GeometryCollection", geometries: land }),
  };
}
