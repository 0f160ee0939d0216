import { whereNumeric } from "iso-3166-1";
import { feature, merge } from "topojson-client";
import type { MultiPolygon, Polygon, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-110m.json" with { type: "json" };

type Country = (Polygon | MultiPolygon) & { id?: string; properties: { name: string } };
type World = Topology<{ countries: { type: "GeometryCollection"; geometries: Country[] } }>;

// A JSON module's types are wider than the format.
const world = atlas as unknown as World;
const antarctica = "010";

/** Natural Earth has no number for disputed countries. TMDB knows one of them. */
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
 * Natural Earth's countries at 1 : 110 million: one shape for each of the codes, and one for all
 * others. City states and most islands are too small for this scale.
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
    /** All shapes together, to fit the map into its frame. */
    whole: feature(world, { type: "GeometryCollection", geometries: land }),
  };
}
