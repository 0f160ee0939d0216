import { join as joinPath } from "node:path";
import { favouritesText } from "../letterboxd/favourites.ts";
import {
  HISTORY_HEADING,
  type HistoryLine,
  historyRow,
  readHistory,
} from "../letterboxd/history.ts";
import { type JoinedRows, join } from "../letterboxd/join.ts";
import { FAVOURITES, HISTORY, readIfThere } from "../letterboxd/ownFiles.ts";
import type { ParsedExport } from "../letterboxd/parseExport.ts";
import { type Hide, withoutHidden } from "../library/withoutHidden.ts";
import type { Log } from "../log.ts";
import { mean } from "../numbers.ts";
import { changesBetween } from "./changes.ts";
import { countExport } from "./exportCounts.ts";

/** The files of the owner that an import writes: their contents by name. */
export type OwnFiles = Map<string, Buffer>;

interface OwnFilesInput {
  dataDir: string;
  /** The addresses to write into favourites.csv; if there are none, the file stays as it is. */
  favourites: readonly string[];
  /** The export to come; null if it is none, so that the history stays as it is. */
  next: ParsedExport | null;
  /** The export before; null if there is none that can be read. */
  last: ParsedExport | null;
  hide: Hide;
  log: Log;
}

/** favourites.csv and history.csv as they are after the import; those that will not exist are absent. */
export async function ownFiles({
  dataDir,
  favourites,
  next,
  last,
  hide,
  log,
}: OwnFilesInput): Promise<OwnFiles> {
  const files: OwnFiles = new Map();
  for (const name of [FAVOURITES, HISTORY]) {
    const bytes = await readIfThere(joinPath(dataDir, name));
    if (bytes) files.set(name, bytes);
  }
  if (favourites.length > 0) files.set(FAVOURITES, Buffer.from(favouritesText(favourites)));
  if (!next) return files;
  const file = joinPath(dataDir, HISTORY);
  const { bytes, warning } = extendedHistory(files.get(HISTORY) ?? null, file, {
    before: last && viewOf(last, hide),
    after: viewOf(next, hide),
  });
  if (warning) log.warn(warning);
  if (bytes) files.set(HISTORY, bytes);
  return files;
}

interface ExportView {
  joined: JoinedRows;
  parsed: ParsedExport;
}

const viewOf = (parsed: ParsedExport, hide: Hide): ExportView => ({
  parsed,
  joined: withoutHidden(join(parsed), hide).ledger,
});

/**
 * Adds the line of a new export to history.csv. A new history begins with the export before, if there is
 * one. An export that differs in nothing from the last line adds none.
 */
function extendedHistory(
  bytes: Buffer | null,
  file: string,
  { before, after }: { before: ExportView | null; after: ExportView },
): { bytes: Buffer | null; warning: string | null } {
  const next = historyLine(after, before);
  if (!bytes) {
    const first = before && historyLine(before, null);
    const lines = first && !isAlike(first, next) ? [first, next] : [next];
    const text = textOf([HISTORY_HEADING, ...lines.map(historyRow)]);
    return { bytes: Buffer.from(text), warning: null };
  }
  const text = bytes.toString();
  const { lines, isSound } = readHistory(bytes, file);
  if (!isSound || !text.replace(/^\ufeff/, "").startsWith(HISTORY_HEADING)) {
    const warning = `${file} stays as it is, because it does not begin with ${HISTORY_HEADING}. Correct or remove it, and the next import adds a line.`;
    return { bytes, warning };
  }
  const last = lines.at(-1);
  if (last && isAlike(last, next)) return { bytes, warning: null };
  const start = text.endsWith("\n") ? text : `${text}\n`;
  return { bytes: Buffer.from(`${start}${textOf([historyRow(next)])}`), warning: null };
}

const textOf = (rows: string[]): string => rows.map((row) => `${row}\n`).join("");

const stateKeys = ["date", "films", "viewings", "rated", "average", "likes", "watchlist"] as const;

/** Whether two exports contain the same, as far as both lines say. */
const isAlike = (a: HistoryLine, b: HistoryLine): boolean =>
  stateKeys.every((key) => a[key] === b[key] || a[key] === null || b[key] === null);

/** What an export contains, and how it differs from the one before. */
function historyLine({ joined, parsed }: ExportView, before: ExportView | null): HistoryLine {
  const { seen, viewings, rated, liked } = countExport(joined.films);
  const ratings = joined.films.flatMap(({ seen, rating }) => (seen && rating ? [rating] : []));
  const average = mean(ratings);
  const watchlist = joined.films.filter(({ watchlisted }) => watchlisted !== null).length;
  const changes = before && changesBetween(before.joined, joined);
  const hasWatchlists = Boolean(parsed.rows.watchlist && before?.parsed.rows.watchlist);
  return {
    date: joined.asOf,
    films: seen,
    viewings,
    rated,
    average: average === null ? null : Number(average.toFixed(4)),
    likes: parsed.rows.likes ? liked : null,
    watchlist: parsed.rows.watchlist ? watchlist : null,
    newFilms: changes?.films.added ?? null,
    newViewings: changes?.viewings.added ?? null,
    changedRatings: changes?.rerated ?? null,
    seenFromWatchlist: hasWatchlists ? (changes?.watchlistSeen ?? null) : null,
  };
}
