import { type JoinOptions, join } from "../../src/letterboxd/join.ts";
import { parseExport } from "../../src/letterboxd/parseExport.ts";

export type Texts = Record<string, string | Buffer>;

/** Parses an export given as the texts of its files; the build day is 2024-06-30 unless told. */
export const parseTexts = (texts: Texts, buildDate = "2024-06-30") =>
  parseExport(
    {
      kind: "folder",
      source: "data",
      deleted: 0,
      files: new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)])),
    },
    buildDate,
  );

/** Parses and joins; the build day is 2024-06-30 unless told. */
export function ledgerOf(texts: Texts, buildDate = "2024-06-30", options: JoinOptions = {}) {
  const parsed = parseTexts(texts, buildDate);
  const joined = join(parsed, options);
  const complaints = [...parsed.complaints, ...joined.complaints];
  const film = (name: string) => {
    const found = joined.films.filter((one) => one.name === name);
    if (found.length !== 1) throw new Error(`${found.length} films are named ${name}`);
    return found[0] as (typeof found)[0];
  };
  return { ...joined, files: parsed.files, complaints, film };
}

export const WATCHED = "Date,Name,Year,Letterboxd URI\n";
export const RATINGS = "Date,Name,Year,Letterboxd URI,Rating\n";
export const DIARY = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n";
export const REVIEWS = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n";
