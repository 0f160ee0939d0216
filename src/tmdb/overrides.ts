import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { Problem } from "../problem.ts";
import { codeOf } from "./fileErrors.ts";
import type { Candidate } from "./metadata.ts";

/** The owner's word on one film: it beats every match. */
export interface Override {
  name: string;
  year: number | null;
  /** Letterboxd URI; when given, it alone decides which film is meant. */
  uri: string | null;
  target: { type: "movie" | "tv"; id: number } | "none";
}

/** A row of the owner's file. */
export interface OverrideRow extends Override {
  line: number;
}

export const OVERRIDE_HEADER = "Name,Year,Letterboxd URI,TMDB";

const cell = z.string().default("");
const rowSchema = z.object({ Name: cell, Year: cell, "Letterboxd URI": cell, TMDB: cell });
const parsedSchema = z.array(
  z.object({ record: rowSchema, info: z.object({ lines: z.number() }) }),
);

/**
 * @param file CSV with the header `Name,Year,Letterboxd URI,TMDB`; a missing file is no override
 * @throws Problem with file and line for a row that cannot be meant
 */
export async function readOverrides(file: string): Promise<OverrideRow[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw new Problem(`${file} cannot be read.`, { cause: error });
  }
  return parseRows(text, file).map(({ record, info }) => {
    const where = `${file}, line ${info.lines}`;
    const uri = record["Letterboxd URI"] || null;
    if (!uri && !record.Name) throw bad(`${where}: neither Name nor Letterboxd URI is given.`);
    if (!/^(\d{4})?$/.test(record.Year))
      throw bad(`${where}: the Year “${record.Year}” is no year.`);
    const year = record.Year ? Number(record.Year) : null;
    return {
      line: info.lines,
      name: record.Name,
      year,
      uri,
      target: target(record.TMDB, where),
    };
  });
}

/** What tells the films of an export apart. */
interface Named {
  uri: string | null;
  name: string;
  year: number | null;
}

/** The film's override: by URI first, then by exact name and year. */
export function findOverride<Row extends Override>(film: Named, overrides: Row[]): Row | null {
  return (
    overrides.find((row) => row.uri !== null && means(row, film)) ??
    overrides.find((row) => row.uri === null && means(row, film)) ??
    null
  );
}

const means = ({ uri, name, year }: Override, film: Named): boolean =>
  uri === null ? name === film.name && year === film.year : uri === film.uri;

/** A sentence with file and line for every row that decides nothing. */
export function uselessOverrides(films: Named[], overrides: OverrideRow[], file: string): string[] {
  const used = new Set(films.map((film) => findOverride(film, overrides)));
  return overrides
    .filter((row) => !used.has(row))
    .map((row) => `${file}, line ${row.line}: ${whyUseless(row, films)}`);
}

function whyUseless(row: OverrideRow, films: Named[]): string {
  if (films.some((film) => means(row, film))) return "another row decides which film this is.";
  if (row.uri !== null) return "no film of this address in the export.";
  const namesake = films.find(({ name }) => name === row.name);
  const found = namesake ? `; its ${row.name} has ${namesake.year ?? "no year"}` : "";
  return `no film of this name and year in the export${found}.`;
}

/** A line that, put into `data/overrides.csv`, makes the candidate the film. */
export function overrideLine(
  film: Named,
  candidate: Pick<Candidate, "type" | "id"> | "none",
): string {
  const tmdb = candidate === "none" ? "none" : `${candidate.type}/${candidate.id}`;
  return [film.name, film.year ?? "", film.uri ?? "", tmdb]
    .map((value) => quoted(`${value}`))
    .join();
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function parseRows(text: string, file: string) {
  try {
    return parsedSchema.parse(
      parse(text, { columns: true, bom: true, info: true, skip_empty_lines: true, trim: true }),
    );
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw bad(`${file} is not a table with the header ${OVERRIDE_HEADER}: ${what}`);
  }
}

/** `movie/3121`, with or without the rest of the address of the page. */
const PAGE =
  /^(?:(?:https?:\/\/)?(?:www\.)?themoviedb\.org\/)?(movie|tv)\/(\d+)(?:-[^/?#]*)?(?:[/?#].*)?$/;

function target(text: string, where: string): Override["target"] {
  if (text === "none") return "none";
  const [, type, id] = PAGE.exec(text) ?? [];
  if (!type || !id || Number(id) === 0)
    throw bad(`${where}: the TMDB cell “${text}” names nothing.`);
  return { type: type === "tv" ? "tv" : "movie", id: Number(id) };
}

const bad = (message: string) =>
  new Problem(message, {
    hint: "A row is Name, Year, Letterboxd URI (or empty) and the address of the TMDB page, movie/ID, tv/ID or none.",
  });
