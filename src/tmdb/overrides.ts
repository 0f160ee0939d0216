import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { Problem } from "../problem.ts";
import type { Candidate } from "./metadata.ts";

/** The owner's word on one film: it beats every match. */
export interface Override {
  name: string;
  year: number | null;
  /** Letterboxd URI; when given, it alone decides which film is meant. */
  uri: string | null;
  target: { type: "movie" | "tv"; id: number } | "none";
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
export async function readOverrides(file: string): Promise<Override[]> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw new Problem(`${file} cannot be read.`, { cause: error });
  }
  return parseRows(text, file).map(({ record, info }) => {
    const where = `${file}, line ${info.lines}`;
    const uri = record["Letterboxd URI"] || null;
    if (!uri && !record.Name) throw bad(`${where}: neither Name nor Letterboxd URI is given.`);
    if (!/^(\d{4})?$/.test(record.Year))
      throw bad(`${where}: the Year “${record.Year}” is no year.`);
    const year = record.Year ? Number(record.Year) : null;
    return { name: record.Name, year, uri, target: target(record.TMDB, where) };
  });
}

/** The film's override: by URI first, then by exact name and year. */
export function findOverride(
  film: { uri: string | null; name: string; year: number | null },
  overrides: Override[],
): Override | null {
  return (
    overrides.find(({ uri }) => uri !== null && uri === film.uri) ??
    overrides.find(
      ({ uri, name, year }) => uri === null && name === film.name && year === film.year,
    ) ??
    null
  );
}

/** A line that, put into `data/overrides.csv`, makes the candidate the film. */
export function overrideLine(
  film: { uri: string | null; name: string; year: number | null },
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

function target(text: string, where: string): Override["target"] {
  if (text === "none") return "none";
  const [, type, id] = /^(movie|tv)\/(\d+)$/.exec(text) ?? [];
  if (!type || !id || Number(id) === 0)
    throw bad(`${where}: the TMDB cell “${text}” names nothing.`);
  return { type: type === "tv" ? "tv" : "movie", id: Number(id) };
}

const bad = (message: string) =>
  new Problem(message, {
    hint: "A row is Name, Year, Letterboxd URI (or empty) and movie/ID, tv/ID or none, as in the address of the TMDB page.",
  });
