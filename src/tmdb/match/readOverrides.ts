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
import { foldHeading } from "../../letterboxd/table.ts";
import { isProblem, Problem } from "../../problem.ts";
import { codeOf } from "../fileErrors.ts";
import { OVERRIDE_HEADER, type OverrideRow } from "./overrides.ts";

const COLUMNS = OVERRIDE_HEADER.split(",");

/**
 * @param file CSV of the columns `Name,Year,Letterboxd URI,TMDB`, which a first line may name in another
 * order; fields stand apart by commas, semicolons or tabs. A missing file is no override.
 * @throws Problem that names every row that cannot be meant, with file and line
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
  return rest > 1 ? [...shown, `… and ${counted(rest, "bad row")} more.`] : shown;
}

/** @throws Problem with file and line for a row that cannot be meant */
function overrideOf({ line, cells }: Row, columns: string[], file: string): OverrideRow {
  const where = `${file}, line ${line}`;
  const record = recordOf(cells, columns, where);
  const target = targetOf(record("TMDB"), where);
  const [name, year] = [record("Name"), record("Year")];
  const uri = uriOf(record("Letterboxd URI"), where);
  if (!uri && !name) throw badOverrides(`${where}: neither Name nor Letterboxd URI is given.`);
  if (!/^(\d{4})?$/.test(year))
    throw badOverrides(`${where}: the Year “${shown(year)}” is no year.`);
  return { line, name, year: year ? Number(year) : null, uri, target };
}

/** A complaint for each file beside it that is probably meant to be it, and is not read. */
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
      message: `not read. Is ${wanted} meant?`,
    });
  }
  return found;
}

/** As where small and capital letters make no difference. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((file) => stat(file).catch(noFile)));
  return first?.ino !== undefined && first.ino === second?.ino && first.dev === second.dev;
}

function noFile(error: unknown): null {
  if (codeOf(error) === "ENOENT") return null;
  throw error;
}

async function textOf(file: string): Promise<string | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
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

/** What the log writes behind a line to be copied: `movie/53026    ← Les créatures (1966)`. */
const CANDIDATE_NOTE = /((?:movie|tv)\/\d+"?)[ \t]+←.*$/gm;

interface Row {
  line: number;
  cells: string[];
}

const SEPARATORS = [",", ";", "\t"] as const;

/** With the separator under which the first line is a heading or a row; spreadsheets use all three. */
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
      // csv-parse hands out nothing when it throws, and the line of a quote never closed is the first.
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

/** The columns in their order, if the cells name what a row needs at least. */
function headingOf(cells: string[]): string[] | null {
  const columns = cells.map(
    (cell) => COLUMNS.find((column) => foldHeading(column) === foldHeading(cell)) ?? cell,
  );
  const isFilm = columns.includes("Name") || columns.includes("Letterboxd URI");
  return columns.includes("TMDB") && isFilm ? columns : null;
}

/** The row's cells by column; those that the heading does not name are empty. */
function recordOf(cells: string[], columns: string[], where: string): (column: string) => string {
  // Remarks in columns of the owner's own may be left out.
  const needed = columns.findLastIndex((column) => COLUMNS.includes(column)) + 1;
  const isSurplus = cells.slice(columns.length).some((cell) => cell !== "");
  if (cells.length >= needed && !isSurplus) {
    return (column) => cells[columns.indexOf(column)] ?? "";
  }
  const what = `${counted(cells.length, "field")} instead of ${columns.length} (${columns.map(shown).join(", ")}).`;
  throw badOverrides(`${where}: ${what} ${whyOtherLength(cells, isSurplus)}`);
}

function whyOtherLength(cells: string[], isSurplus: boolean): string {
  if (isSurplus) return "A name with a comma stands in quotes.";
  if (cells.length === 1) return "Every row uses the separator of the first line.";
  const [before, last = ""] = cells.slice(-2);
  return `A field may be empty, but is not left out.${before === "" ? idAdvice(last) : ""}`;
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
      `${where}: the TMDB cell “${shown(text)}” names no page at TMDB.${idAdvice(text)}`,
    );
  }
  return { type: type === "tv" ? "tv" : "movie", id: Number(id) };
}

/** One that is no address is refused: without it, the row would mean every film of its name. */
function uriOf(text: string, where: string): string | null {
  return parseUri(text, () => {
    const whole = parseUri(`https://${text}`, () => {});
    const advice = whole ? ` Is it ${whole}?` : "";
    throw badOverrides(`${where}: ${quoteAddress(text)} is no address at Letterboxd.${advice}`);
  });
}

/** TMDB numbers films and series apart. */
const idAdvice = (text: string): string =>
  /^[1-9]\d*$/.test(text) ? ` Is it movie/${text} or tv/${text}?` : "";

const badOverrides = (message: string) =>
  new Problem(message, {
    hint: "A row is Name, Year, Letterboxd URI (or empty) and the address of the TMDB page, movie/ID, tv/ID or none.",
  });
