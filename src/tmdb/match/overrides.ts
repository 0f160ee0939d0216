import { dirname, isAbsolute, join } from "node:path";
import { lineNumbers } from "../../letterboxd/complaints.ts";
import type { Complaint } from "../../letterboxd/ledger.ts";
import type { Candidate } from "../metadata.ts";

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

/** The owner's file lies in the data folder, or beside the zip when DATA_DIR names one. */
export const overridesIn = (dataDir: string): string =>
  join(/\.zip$/i.test(dataDir) ? dirname(dataDir) : dataDir, "overrides.csv");

/**
 * The same as a page may show it: a place outside the project, which may hold the owner's name, is
 * named by the setting it comes from.
 */
export function shownOverridesFile(dataDir: string): string {
  const file = overridesIn(dataDir);
  if (!isAbsolute(file) && !file.startsWith("..")) return file;
  return /\.zip$/i.test(dataDir) ? "overrides.csv beside DATA_DIR" : "DATA_DIR/overrides.csv";
}

export const OVERRIDE_HEADER = "Name,Year,Letterboxd URI,TMDB";

/** What tells the films of an export apart. */
interface Named {
  uri: string | null;
  name: string;
  year: number | null;
}

/** The film's override: by URI first, then by exact name and year. */
export function findOverride<Row extends Override>(film: Named, overrides: Row[]): Row | null {
  return (
    overrides.find((row) => row.uri !== null && isFor(row, film)) ??
    overrides.find((row) => row.uri === null && isFor(row, film)) ??
    null
  );
}

const isFor = ({ uri, name, year }: Override, film: Named): boolean =>
  uri === null ? name === film.name && year === film.year : uri === film.uri;

/** What is wrong with `line` of the owner's file, or with all of it. */
const complaint = (
  file: string,
  line: number | null,
  kind: string,
  message: string,
): Complaint => ({
  level: "warning",
  file,
  line,
  kind,
  message,
});

/** A complaint for every row that decides nothing. */
export function unusedOverrides(
  films: Named[],
  overrides: OverrideRow[],
  file: string,
): Complaint[] {
  const used = new Set(films.map((film) => findOverride(film, overrides)));
  return overrides
    .filter((row) => !used.has(row))
    .map((row) => complaint(file, row.line, "a row that decides nothing", whyUnused(row, films)));
}

function whyUnused(row: OverrideRow, films: Named[]): string {
  if (films.some((film) => isFor(row, film))) return "another row decides which film this is.";
  if (row.uri !== null)
    return `no film in the export has this address. ${whichAddress(row, films)}`;
  const namesake = films.find(({ name }) => name === row.name);
  const found = namesake
    ? `It has ${row.name} ${namesake.year === null ? "without a year" : `(${namesake.year})`}.`
    : "Copy both from watched.csv.";
  return `no film in the export has this name and year. ${found}`;
}

/** What to write instead: addresses that look right are those of a page in the browser, or of a diary entry. */
function whichAddress({ uri, name, year }: OverrideRow, films: Named[]): string {
  const [film, ...others] = films.filter((film) => film.name === name && film.year === year);
  const isPage = uri?.startsWith("https://letterboxd.com/");
  const advice = isPage
    ? "Copy the short one from watched.csv (https://boxd.it/…): a browser shows another."
    : "Copy the one from watched.csv: an entry of the diary has another.";
  return film?.uri && others.length === 0
    ? `${advice} That of ${titleAndYear(film)} is ${film.uri}`
    : advice;
}

/** A complaint for every page of TMDB that the rows make two films of the export: one is meant otherwise. */
export function sharedOverrides(
  films: Named[],
  overrides: OverrideRow[],
  file: string,
): Complaint[] {
  const given = films.flatMap((film) => {
    const row = findOverride(film, overrides);
    return row && row.target !== "none" ? [{ film, row, page: pageOf(row.target) }] : [];
  });
  return [...Map.groupBy(given, ({ page }) => page)].flatMap(([page, both]) => {
    if (both.length < 2) return [];
    const lines = [...new Set(both.map(({ row }) => row.line))].sort((a, b) => a - b);
    const where = lines.length > 1 ? ` (${lineNumbers(lines)})` : "";
    const names = both.map(({ film }) => titleAndYear(film)).join(" and ");
    const message = `${page} is said of ${names}${where}. Is it right for each?`;
    return [complaint(file, lines[0] ?? null, "one page of TMDB for several films", message)];
  });
}

/** A complaint for every film that is given a page which TMDB does not have. */
export const missingPages = <Film extends Named>(
  absent: { film: Film; target: Pick<Candidate, "type" | "id"> }[],
  overrides: OverrideRow[],
  file: string,
): Complaint[] =>
  absent.map(({ film, target }) => {
    const line = findOverride(film, overrides)?.line;
    const other = target.type === "movie" ? "tv" : "movie";
    const message = `TMDB has no ${pageOf(target)}, so ${titleAndYear(film)} is left without data. Is a digit wrong, or is it ${other}/${target.id}?`;
    return complaint(file, line ?? null, "a page that TMDB does not have", message);
  });

const titleAndYear = ({ name, year }: Named): string => `${name} (${year ?? "no year"})`;

/** `movie/3121` */
export const pageOf = ({ type, id }: Pick<Candidate, "type" | "id">): string => `${type}/${id}`;

/** A line that, put into `data/overrides.csv`, makes the candidate the film. */
export function overrideLine(
  film: Named,
  candidate: Pick<Candidate, "type" | "id"> | "none",
): string {
  const tmdb = candidate === "none" ? "none" : pageOf(candidate);
  return [film.name, film.year ?? "", film.uri ?? "", tmdb]
    .map((value) => csvField(`${value}`))
    .join();
}

const csvField = (text: string) =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
