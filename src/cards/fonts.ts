import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { coveredCharacters } from "./woff.ts";

export interface Font {
  name: string;
  data: Buffer;
  weight: 400;
  style: "normal";
}

const letters = "Instrument Serif";
const figureOne = "Figure one";
/** The serif of the pages, with another font's 1. The first font that has a letter draws it. */
export const serif = `${figureOne}, ${letters}`;
export const sans = "Public Sans";

const require = createRequire(import.meta.url);
const packages = { [letters]: "@fontsource/instrument-serif", [sans]: "@fontsource/public-sans" };

/** Satori takes one file per name, and falls back to the others in this order. */
const files = [
  [letters, letters, "instrument-serif-latin-400-normal"],
  [`${letters} extended`, letters, "instrument-serif-latin-ext-400-normal"],
  [sans, sans, "public-sans-latin-400-normal"],
  [`${sans} extended`, sans, "public-sans-latin-ext-400-normal"],
  [`${sans} Vietnamese`, sans, "public-sans-vietnamese-400-normal"],
] as const;

let loaded: Font[] | undefined;
let one: Buffer | undefined;
let covered: Set<number> | undefined;

/** The font of the 1, made by tools/fonts.ts. */
function oneData(): Buffer {
  one ??= readFileSync("src/fonts/noto-serif-display-400-one.ttf");
  return one;
}

/** The packaged fonts by their names in satori. */
const packaged = (): [name: string, data: Buffer][] =>
  files.map(([name, family, file]) => [
    name,
    readFileSync(require.resolve(`${packages[family]}/files/${file}.woff`)),
  ]);

/** The packaged fonts and the font of the 1, read on first use. */
export function fonts(): Font[] {
  loaded ??= [...packaged(), [figureOne, oneData()] as const].map(([name, data]) => ({
    name,
    data,
    weight: 400,
    style: "normal",
  }));
  return loaded;
}

/** Whether one of the packaged fonts has a glyph for every character. */
export function isCovered(text: string): boolean {
  covered ??= new Set(packaged().flatMap(([, data]) => coveredCharacters(data)));
  const known = covered;
  return [...text].every((character) => known.has(character.codePointAt(0) ?? 0));
}

/** What a picture depends on besides its markup: versions of the fonts and of the drawing tools. */
export const toolVersions = (): string[] => [
  ...[...Object.values(packages), "satori", "@resvg/resvg-js"].map((name) => {
    const { version } = require(`${name}/package.json`) as { version: string };
    return `${name}@${version}`;
  }),
  oneData().toString("base64"),
];
