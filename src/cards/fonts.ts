import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { coveredCharacters } from "./woff.ts";

export interface Font {
  name: string;
  data: Buffer;
  weight: 400;
  style: "normal";
}

export const serif = "Instrument Serif";
export const sans = "Public Sans";

const require = createRequire(import.meta.url);
const packages = { [serif]: "@fontsource/instrument-serif", [sans]: "@fontsource/public-sans" };

/** Satori takes one file a name, and falls back to the others in this order. */
const files = [
  [serif, serif, "instrument-serif-latin-400-normal"],
  [`${serif} extended`, serif, "instrument-serif-latin-ext-400-normal"],
  [sans, sans, "public-sans-latin-400-normal"],
  [`${sans} extended`, sans, "public-sans-latin-ext-400-normal"],
  [`${sans} Vietnamese`, sans, "public-sans-vietnamese-400-normal"],
] as const;

let loaded: Font[] | undefined;
let covered: Set<number> | undefined;

/** The packaged fonts, read when first asked for. */
export function fonts(): Font[] {
  loaded ??= files.map(([name, family, file]) => ({
    name,
    data: readFileSync(require.resolve(`${packages[family]}/files/${file}.woff`)),
    weight: 400,
    style: "normal",
  }));
  return loaded;
}

/** Whether one of the fonts has a glyph for every character. */
export function isCovered(text: string): boolean {
  covered ??= new Set(fonts().flatMap(({ data }) => coveredCharacters(data)));
  const known = covered;
  return [...text].every((character) => known.has(character.codePointAt(0) ?? 0));
}

/** What a picture depends on besides its markup: the fonts and those who draw. */
export const toolVersions = (): string[] =>
  [...Object.values(packages), "satori", "@resvg/resvg-js"].map((name) => {
    const { version } = require(`${name}/package.json`) as { version: string };
    return `${name}@${version}`;
  });
