import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import subsetFont from "subset-font";

interface Family {
  /** Name in the style sheets. */
  name: string;
  /** npm package with the fonts to cut down. */
  package: string;
  /** Its files are called `files/PREFIX-SUBSET-SUFFIX.woff2`. */
  prefix: string;
  suffix: string;
  weight: number;
  /** Fixed values for the axes of a variable font, which makes it a font of one style. */
  axes?: Record<string, number>;
  /** OpenType features that the site uses. */
  features: string[];
  parts: Part[];
}

interface Part {
  name: string;
  /** The package's subset with its letters. */
  from: "latin" | "latin-ext" | "vietnamese";
  range: string;
  /**
   * For pictures, in a format that satori reads: ascent and descent of a line, in units of the font.
   */
  drawn?: { ascender: number; descender: number };
}

// No subset has combining marks. A letter with one comes from a system font, together with the mark.
const latin: Part = {
  name: "latin",
  from: "latin",
  range:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
};
/** Letters of the languages of Europe and of Japanese in Latin: the names of films and people. */
const names: Part = {
  name: "names",
  from: "latin-ext",
  range: "U+0100-0130,U+0132-0151,U+0154-017F,U+0218-021B",
};
const rest: Part = {
  name: "rest",
  from: "latin-ext",
  range:
    "U+0180-0217,U+021C-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
};
/** Comes last: if two faces have a letter, browsers use the later one. */
const vietnamese: Part = {
  name: "vietnamese",
  from: "vietnamese",
  range: "U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF1,U+20AB",
};

/**
 * The serif's own 1 looks like its l. This one has a flag and is as narrow as the letters around it. In
 * pictures it needs the line height of the serif, or a 1 would push lines down.
 */
const one: Part = {
  name: "one",
  from: "latin",
  range: "U+0031",
  drawn: { ascender: 990, descender: -310 },
};

// A file with one weight is half as large as one with all, and one file needs one round trip.
const families: Family[] = [
  {
    name: "Instrument Serif",
    package: "@fontsource/instrument-serif",
    prefix: "instrument-serif",
    suffix: "400-normal",
    weight: 400,
    features: ["kern", "liga"],
    parts: [
      { ...latin, range: latin.range.replace("U+0000-00FF", "U+0000-0030,U+0032-00FF") },
      names,
      rest,
    ],
  },
  {
    name: "Instrument Serif",
    package: "@fontsource-variable/noto-serif-display",
    prefix: "noto-serif-display",
    suffix: "standard-normal",
    weight: 400,
    axes: { wdth: 62.5, wght: 400 },
    features: [],
    parts: [one],
  },
  {
    name: "Public Sans Variable",
    package: "@fontsource-variable/public-sans",
    prefix: "public-sans",
    suffix: "wght-normal",
    weight: 400,
    axes: { wght: 400 },
    features: ["kern", "tnum"],
    parts: [latin, names, rest, vietnamese],
  },
];

/**
 * The site's fonts, cut down to the letters, weights and features it uses: the names and contents of
 * the files of `src/fonts/`. The same packages give the same bytes.
 */
export async function makeFonts(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const faces: string[] = [];
  for (const family of families) {
    const licence = await readFile(inPackage(family, "LICENSE"));
    files.set(`${family.prefix}-LICENSE.txt`, licence);
    for (const part of family.parts) {
      const source = `files/${family.prefix}-${part.from}-${family.suffix}.woff2`;
      const file = `${family.prefix}-${family.weight}-${part.name}`;
      const whole = await readFile(inPackage(family, source));
      const subset = (targetFormat: "woff2" | "sfnt") =>
        subsetFont(whole, letters(part.range), {
          targetFormat,
          keepFeatures: family.features,
          // Hints are for old screens and are a third of the serif's bytes.
          noHinting: true,
          preserveNameIds: [0, 13, 14],
          ...(family.axes && { variationAxes: family.axes }),
        });
      files.set(`${file}.woff2`, await subset("woff2"));
      if (part.drawn) files.set(`${file}.ttf`, withLines(await subset("sfnt"), part.drawn));
      faces.push(face(family, `${file}.woff2`, part.range));
    }
  }
  const head =
    "/* Written by tools/fonts.ts. A part is loaded where one of its letters is used. */";
  files.set("fonts.css", Buffer.from(`${[head, ...faces].join("\n\n")}\n`));
  return files;
}

/** The font with another line height, which is in its table `hhea` (OpenType specification). */
function withLines(font: Buffer, { ascender, descender }: NonNullable<Part["drawn"]>): Buffer {
  const entry = font.indexOf("hhea", 0, "latin1");
  const table = font.readUInt32BE(entry + 8);
  font.writeInt16BE(ascender, table + 4);
  font.writeInt16BE(descender, table + 6);
  return font;
}

function inPackage({ package: name }: Family, path: string): string {
  const require = createRequire(import.meta.url);
  return require.resolve(`${name}/LICENSE`).replace(/LICENSE$/, path);
}

function face({ name, weight }: Family, file: string, range: string): string {
  const ranges = range.replaceAll(",", ", ");
  return [
    "@font-face {",
    `  font-family: "${name}";`,
    `  font-weight: ${weight};`,
    "  font-display: swap;",
    `  src: url("./${file}") format("woff2");`,
    // Formatted as Biome formats it.
    `  unicode-range:${ranges.length > 80 ? "\n    " : " "}${ranges};`,
    "}",
  ].join("\n");
}

/** The characters of a CSS range such as `U+20AC,U+2191-2193`. */
function letters(range: string): string {
  return range
    .split(",")
    .flatMap((part) => {
      const [first = 0, last = first] = part
        .replace("U+", "")
        .split("-")
        .map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
    })
    .join("");
}
