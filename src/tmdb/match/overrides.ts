import { isAbsolute } from "node:path";
import { csvLine } from "../../csvLine.ts";
import { lineNumbers } from "../../letterboxd/complaints.ts";
import type { Complaint } from "../../letterboxd/ledger.ts";
import { OVERRIDES, ownFileIn } from "../../letterboxd/ownFiles.ts";
import { type Candidate, type ExportFilm, pageOf } from "../metadata.ts";

/** The owner's decision on one film. It takes precedence over every match. */
export interface Override {
  name: string;
  year: number | null;
  /** Letterboxd URI. If given, it alone decides which film is meant. */
  uri: string | null;
  target: { type: "movie" | "tv"; id: number } | "none";
}

/** A row of overrides.csv. */
export interface OverrideRow extends Override {
  line: number;
}

/** The path of overrides.csv: in the data folder, or beside the zip if DATA_DIR is a zip. */
export const overridesIn = (dataDir: string): string => ownFileIn(dataDir, OVERRIDES);

/**
 * The path of overrides.csv for use on a page. A path outside the project may contain the owner's name, so
 * the page shows the setting's name instead.
 */
export function shownOverridesFile(dataDir: string): string {
  const file = overridesIn(dataDir);
  if (!isAbsolute(file) && !file.startsWith("..")) return file;
  return /\.zip$/i.test(dataDir) ? "overrides.csv beside DATA_DIR" : "DATA_DIR/overrides.csv";
}

export const OVERRIDE_HEADER = "Name,Year,Letterboxd URI,TMDB";

type IdentifiedFilm = Pick<ExportFilm, "uri" | "name" | "year">;

/** The film's override: by URI, otherwise by exact name and year. */
export function findOverride<Row extends Override>(
  film: IdentifiedFilm,
  overrides: Row[],
): Row | null {
  return (
    overrides.find((row) => row.uri !== null && isFor(row, film)) ??
    overrides.find((row) => row.uri === null && isFor(row, film)) ??
    null
  );
}

const isFor = ({ uri, name, year }: Override, film: IdentifiedFilm): boolean =>
  uri === null ? name === film.name && year === film.year : uri === film.uri;

/** A complaint about a line of overrides.csv, or about the whole file. */
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

/** Complains about every row without effect. */
export function unusedOverrides(
  films: IdentifiedFilm[],
  overrides: OverrideRow[],
  file: string,
): Complaint[] {
  const used = new Set(films.map((film) => findOverride(film, overrides)));
  return overrides
    .filter((row) => !used.has(row))
    .map((row) => complaint(file, row.line, "a row without effect", whyUnused(row, films)));
}

function whyUnused(row: OverrideRow, films: IdentifiedFilm[]): string {
  if (films.some((film) => isFor(row, film))) return "another row already decides this film.";
  if (row.uri !== null)
    return `no film in the export has this address. ${whichAddress(row, films)}`;
  const namesake = films.find(({ name }) => name === row.name);
  const found = namesake
    ? `The export has ${row.name} ${namesake.year === null ? "without a year" : `(${namesake.year})`}.`
    : "Copy both from watched.csv.";
  return `no film in the export has this name and year. ${found}`;
}

/** Says which address to use: people copy that of a page in the browser, or of a diary entry. */
function whichAddress({ uri, name, year }: OverrideRow, films: IdentifiedFilm[]): string {
  const [film, ...others] = films.filter((film) => film.name === name && film.year === year);
  const isPage = uri?.startsWith("https://letterboxd.com/");
  const advice = isPage
    ? "Copy the short address from watched.csv (https://boxd.it/…). A browser shows a different one."
    : "Copy the address from watched.csv. A diary entry has a different one.";
  return film?.uri && others.length === 0
    ? `${advice} The address of ${titleAndYear(film)} is ${film.uri}`
    : advice;
}

/** Complains about every TMDB page that the rows give to several films. */
export function sharedOverrides(
  films: IdentifiedFilm[],
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
    const message = `${page} is given for ${names}${where}. Is it right for each?`;
    return [complaint(file, lines[0] ?? null, "one TMDB page for several films", message)];
  });
}

/** Complains about every row with a page that TMDB does not have. */
export const missingPages = <Film extends IdentifiedFilm>(
  absent: { film: Film; target: Pick<Candidate, "type" | "id"> }[],
  overrides: OverrideRow[],
  file: string,
): Complaint[] =>
  absent.map(({ film, target }) => {
    const line = findOverride(film, overrides)?.line;
    const other = target.type === "movie" ? "tv" : "movie";
    const message = `TMDB has no ${pageOf(target)}, so ${titleAndYear(film)} has no data. Is a digit wrong, or is it ${other}/${target.id}?`;
    return complaint(file, line ?? null, "a page that TMDB does not have", message);
  });

const titleAndYear = ({ name, year }: IdentifiedFilm): string => `${name} (${year ?? "no year"})`;

/** A line for overrides.csv that matches the film to the candidate. */
export function overrideLine(
  film: IdentifiedFilm,
  candidate: Pick<Candidate, "type" | "id"> | "none",
): string {
  const tmdb = candidate === "none" ? "none" : pageOf(candidate);
  return csvLine([film.name, film.year, film.uri, tmdb]);
}
