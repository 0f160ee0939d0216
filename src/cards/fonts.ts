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
/** As on the pages, with a 1 that is none of the serif's own: the first face that has a letter draws it. */
export const serif = `${figureOne}, ${letters}`;
export const sans = "Public Sans";

const require = createRequire(import.meta.url);
const packages = { [letters]: "@fontsource/instrument-serif", [sans]: "@fontsource/public-sans" };

/** Satori takes one file a name, and falls back to the others in this order. */
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

/** The packaged fonts by the names satori knows them by. */
const packaged = (): [name: string, data: Buffer][] =>
  files.map(([name, family, file]) => [
    name,
    readFileSync(require.resolve(`${packages[family]}/files/${file}.woff`)),
  ]);

/** The packaged fonts and that of the 1, read when first asked for. */
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

/** What a picture depends on besides its markup: the fonts and those who draw. */
export const toolVersions = (): string[] => [
  ...[...Object.values(packages), "satori", "@resvg/resvg-js"].map((name) => {
    const { version } = require(`${name}/package.json`) as { version: string };
    return `${name}@${version}`;
  }),
  oneData().toString("base64"),
];
