import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { counted } from "../../counted.ts";
import { BadFile } from "../../letterboxd/badFile.ts";
import { findBrokenQuote } from "../../letterboxd/brokenQuote.ts";
import { decode } from "../../letterboxd/decode.ts";
import { parseUri, quoteAddress } from "../../letterboxd/fields.ts";
import type { Complaint } from "../../letterboxd/ledger.ts";
import { shown } from "../../letterboxd/quote.ts";
import { foldHeading } from "../../letterboxd/readTable.ts";
import { isProblem, Problem } from "../../problem.ts";
import { hasCode } from "../../systemErrors.ts";
import { OVERRIDE_HEADER, type OverrideRow } from "./overrides.ts";

const COLUMNS = OVERRIDE_HEADER.split(",");

/**
 * Reads overrides.csv. A missing file gives no overrides.
 *
 * @param file CSV with the columns `Name,Year,Letterboxd URI,TMDB`, or with a heading that orders them
 * differently, separated by commas, semicolons or tabs
 * @throws Problem that lists every invalid row with file and line
 */
export async function readOverrides(file: string): Promise<OverrideRow[]> {
  const text = await textOf(file);
  if (text === null) return [];
  const [first, ...rest] = tokenise(text, file);
  if (!first) return [];
  const heading = headingOf(first.cells);
  if (!heading && !first.cells.some(isTarget) && !/^\d{4}$/.test(first.cells[1] ?? "")) {
    throw badOverrides(
      `${file}, line ${first.line}: this is neither the heading ${OVERRIDE_HEADER} nor a row.`,
    );
  }
  const columns = heading ?? COLUMNS;
  const badRows: Problem[] = [];
  const rows = (heading ? rest : [first, ...rest]).flatMap((row) => {
    try {
      return [overrideOf(row, columns, file)];
    } catch (error) {
      if (!isProblem(error)) throw error;
      badRows.push(error);
      return [];
    }
  });
  if (badRows.length > 0) throw badOverrides(linesOf(badRows).join("\n"));
  return rows;
}

const MAX_LISTED = 20;

function linesOf(bads: Problem[]): string[] {
  const rest = bads.length - MAX_LISTED;
  const shown = bads.slice(0, rest > 1 ? MAX_LISTED : bads.length).map(({ message }) => message);
  return rest > 1 ? [...shown, `… and ${counted(rest, "more bad row")}.`] : shown;
}

/** @throws Problem with file and line for an invalid row */
function overrideOf({ line, cells }: Row, columns: string[], file: string): OverrideRow {
  const where = `${file}, line ${line}`;
  const record = recordOf(cells, columns, where);
  const target = targetOf(record("TMDB"), where);
  const [name, year] = [record("Name"), record("Year")];
  const uri = uriOf(record("Letterboxd URI"), where);
  if (!uri && !name) throw badOverrides(`${where}: Name and Letterboxd URI are both empty.`);
  if (!/^(\d{4})?$/.test(year))
    throw badOverrides(`${where}: the Year “${shown(year)}” is not a year.`);
  return { line, name, year: year ? Number(year) : null, uri, target };
}

/** Complains about each file beside overrides.csv with a similar name, because it is not read. */
export async function misnamedOverrides(file: string): Promise<Complaint[]> {
  const [folder, wanted] = [dirname(file), basename(file)];
  const found: Complaint[] = [];
  for (const name of await readdir(folder)) {
    const isLike = /^overrides?(?:\.(?:csv|txt|tsv|xlsx?|ods|numbers))+$/i.test(name);
    if (!isLike || name === wanted || (await isSameFile(join(folder, name), file))) continue;
    found.push({
      level: "warning",
      file: join(folder, name),
      line: null,
      kind: "a file that is not read",
      message: `not read. Should its name be ${wanted}?`,
    });
  }
  return found;
}

/** Whether two names are the same file, as on disks that ignore case. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((file) => stat(file).catch(noFile)));
  return first?.ino !== undefined && first.ino === second?.ino && first.dev === second.dev;
}

function noFile(error: unknown): null {
  if (hasCode(error, "ENOENT")) return null;
  throw error;
}

async function textOf(file: string): Promise<string | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw new Problem(`${file} cannot be read.`, { cause: error });
  }
  if (bytes.length === 0) return null;
  try {
    return decode(bytes).replace(CANDIDATE_NOTE, "$1");
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    throw new Problem(
      `${file}${error.line === null ? "" : `, line ${error.line},`} ${error.message}`,
    );
  }
}

/** The note that the log adds to a line for copying: `movie/53026    ← Les créatures (1966)`. */
const CANDIDATE_NOTE = /((?:movie|tv)\/\d+"?)[ \t]+←.*$/gm;

interface Row {
  line: number;
  cells: string[];
}

const SEPARATORS = [",", ";", "\t"] as const;

/** Splits the text by the separator that makes its first line a heading or a row. */
function tokenise(text: string, file: string): Row[] {
  const [start = ""] = text.trimStart().split("\n");
  const separator = SEPARATORS.find((separator) => {
    const cells = start.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
    return headingOf(cells) !== null || (cells.length > 1 && isTarget(cells.at(-1) ?? ""));
  });
  const rows: Row[] = [];
  let end = 0;
  try {
    parse(text, {
      delimiter: separator ?? ",",
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      // Rows are collected here, because csv-parse returns none of them if it throws.
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines - cells.join("").split("\n").length + 1, cells });
        end = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const rest = text.split("\n").slice(end).join("\n");
    const { lines, reason } = findBrokenQuote(rest, separator ?? ",", { trim: true });
    throw badOverrides(`${file}, line ${end + lines + 1}: ${reason}.`);
  }
  return rows;
}

/** The columns in order, if the cells are a heading with the required columns. */
function headingOf(cells: string[]): string[] | null {
  const columns = cells.map(
    (cell) => COLUMNS.find((column) => foldHeading(column) === foldHeading(cell)) ?? cell,
  );
  const isFilm = columns.includes("Name") || columns.includes("Letterboxd URI");
  return columns.includes("TMDB") && isFilm ? columns : null;
}

/** Gives the row's cells by column; empty for a column missing from the heading. */
function recordOf(cells: string[], columns: string[], where: string): (column: string) => string {
  // Columns after the last required one are the owner's own and may be missing.
  const needed = columns.findLastIndex((column) => COLUMNS.includes(column)) + 1;
  const isSurplus = cells.slice(columns.length).some((cell) => cell !== "");
  if (cells.length >= needed && !isSurplus) {
    return (column) => cells[columns.indexOf(column)] ?? "";
  }
  const what = `${counted(cells.length, "field")} instead of ${columns.length} (${columns.map(shown).join(", ")}).`;
  throw badOverrides(`${where}: ${what} ${whyOtherLength(cells, isSurplus)}`);
}

function whyOtherLength(cells: string[], isSurplus: boolean): string {
  if (isSurplus) return "Put a name that contains a comma in quotes.";
  if (cells.length === 1) return "Every row uses the separator of the first line.";
  const [before, last = ""] = cells.slice(-2);
  return `A field may be empty, but its separator is needed.${before === "" ? idAdvice(last) : ""}`;
}

/** `movie/3121`, with or without the rest of the address of the page. */
const PAGE =
  /^(?:(?:https?:\/\/)?(?:www\.)?themoviedb\.org\/)?(movie|tv)\/(\d+)(?:-[^/?#]*)?(?:[/?#].*)?$/;

const isTarget = (cell: string): boolean => cell === "none" || PAGE.test(cell);

function targetOf(text: string, where: string): OverrideRow["target"] {
  if (text === "none") return "none";
  const [, type, id] = PAGE.exec(text) ?? [];
  if (!type || !id || Number(id) === 0) {
    throw badOverrides(
      `${where}: the TMDB cell “${shown(text)}” is not a page at TMDB.${idAdvice(text)}`,
    );
  }
  return { type: type === "tv" ? "tv" : "movie", id: Number(id) };
}

/** Refuses an invalid address: a row without address would apply to every film with its name. */
function uriOf(text: string, where: string): string | null {
  return parseUri(text, () => {
    const whole = parseUri(`https://${text}`, () => {});
    const advice = whole ? ` Is it ${whole}?` : "";
    throw badOverrides(`${where}: ${quoteAddress(text)} is not an address at Letterboxd.${advice}`);
  });
}

/** Suggests film or series, because TMDB numbers them separately. */
const idAdvice = (text: string): string =>
  /^[1-9]\d*$/.test(text) ? ` Is it movie/${text} or tv/${text}?` : "";

const badOverrides = (message: string) =>
  new Problem(message, {
    hint: "A row has four fields: Name, Year, Letterboxd URI (may be empty) and TMDB. The last is the page's address, movie/ID, tv/ID or none.",
  });
