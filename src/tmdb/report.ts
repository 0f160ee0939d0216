import { doubtOf } from "./doubt.ts";
import { describeExtras, type ExtraReport } from "./extrasReport.ts";
import type { Film } from "./holdings.ts";
import type { Match, Metadata } from "./metadata.ts";
import { overrideLine } from "./overrides.ts";

/** What an enrichment did and what it left open. Counts are of films, seen or not, unless they say so. */
export interface EnrichReport {
  /** HTTP requests sent, those tried again included. */
  requests: number;
  /** Answers of 429. */
  throttled: number;
  /** Films for which nothing had to be asked. */
  fromCache: number;
  /** Films that TMDB was asked about with success. */
  fetched: number;
  /** Films whose refresh failed, served as they were. */
  stale: number;
  matched: number;
  series: number;
  /** Known to be neither, doubtful ones included; failed and unasked films are in no count. */
  unmatched: number;
  /** Those of the unmatched that nothing at TMDB comes near. */
  unknown: number;
  /** Those of the unknown that are not seen, but on a list or the watchlist: no page names them. */
  unknownUnseen: Pick<Film, "name" | "year">[];
  /** Not used because it could be another, or guessed; the owner may decide in overrides.csv. */
  doubtful: Doubtful[];
  /** Films without data because asking failed, in the order of asking. */
  failed: { key: string; name: string; year: number | null; seen: boolean; message: string }[];
  /** Why the asking ended before its time, or null. */
  stopped: string | null;
  /** Of filmographies, collections and posters, as far as they are wanted. */
  extras?: ExtraReport[];
  seconds: number;
}

export interface Doubtful extends Film {
  match: Match;
  seen: boolean;
}

/** Whether an outage has left so many seen films without data that the result is not worth publishing. */
export function tooManyFailures(report: EnrichReport, seenCount: number): boolean {
  const seen = report.failed.filter((film) => film.seen).length;
  return seen > Math.max(5, seenCount / 100);
}

type Counted = "matched" | "series" | "unmatched" | "unknown" | "unknownUnseen" | "doubtful";

/**
 * The counts that follow from the films' metadata.
 *
 * @param seenCount so many of the first films are seen
 */
export function countMatches(
  films: Film[],
  metadata: Map<string, Metadata>,
  seenCount: number,
): Pick<EnrichReport, Counted> {
  const counts = { movie: 0, tv: 0, none: 0 };
  const doubtful: Doubtful[] = [];
  const unknown: (Pick<Film, "name" | "year"> & { seen: boolean })[] = [];
  for (const [at, film] of films.entries()) {
    const seen = at < seenCount;
    const match = metadata.get(film.key)?.match;
    if (!match) continue;
    counts[match.type]++;
    const doubt = doubtOf(match);
    const { key, uri, name, year } = film;
    if (doubt === "unknown") unknown.push({ name, year, seen });
    if (doubt === "doubtful" || doubt === "guessed") {
      doubtful.push({ key, uri, name, year, match, seen });
    }
  }
  return {
    matched: counts.movie,
    series: counts.tv,
    unmatched: counts.none,
    unknown: unknown.length,
    unknownUnseen: unknown.filter(({ seen }) => !seen).map(({ name, year }) => ({ name, year })),
    doubtful,
  };
}

/** Doubtful films told in a log, of those seen and of the others. */
const TOLD = 30;
/** Unknown films named in a log. */
const NAMED = 10;

/** The report as lines for a log, doubtful films as lines ready for overrides.csv. */
export function describeReport(report: EnrichReport): string[] {
  const { requests, throttled, seconds, doubtful } = report;
  const known = report.matched + report.series + report.unmatched;
  if (known === 0 && requests === 0 && report.failed.length === 0) {
    return ["TMDB: nothing is known and nothing was asked. With TMDB_API_TOKEN set it will be."];
  }
  // Counts come last: the list may be long, and what scrolls away is not read.
  const [seen, unseen] = [doubtful.filter((it) => it.seen), doubtful.filter((it) => !it.seen)];
  const told = [...seen.slice(0, TOLD), ...unseen.slice(0, TOLD)];
  const lines = told.flatMap(describeDoubt);
  if (doubtful.length > told.length)
    lines.push(`… and ${filmCount(doubtful.length - told.length)} more in doubt`);
  lines.push(
    describeCounts(report),
    `TMDB: ${requests} requests in ${seconds.toFixed(1)} s, ${report.fromCache} films from the cache${throttled ? `, ${throttled} ${throttled === 1 ? "answer" : "answers"} of 429` : ""}${report.stale ? `, ${report.stale} not refreshed` : ""}.`,
  );
  lines.push(...describeExtras(report.extras ?? []));
  if (seen.length + report.unknown > report.unknownUnseen.length) {
    lines.push("TMDB: the page /about/matching/ says why, with lines ready for overrides.csv.");
  }
  lines.push(...describeUnseen(unseen.length, report.unknownUnseen));
  if (report.stopped) lines.push(`TMDB: stopped early. ${report.stopped}`);
  if (report.failed.length > 0) lines.push(`TMDB: no data for ${filmCount(report.failed.length)}:`);
  lines.push(...describeFailures(report.failed));
  return lines;
}

function describeCounts({ matched, series, unmatched, unknown, doubtful }: EnrichReport): string {
  const unused = doubtful.filter(({ match }) => match.type === "none").length;
  const guessed = doubtful.length - unused;
  const leftOut = unmatched - unused - unknown;
  const counts = [
    filmCount(matched),
    `${series} series`,
    `${unused} doubtful`,
    `${unknown} unknown`,
    ...(leftOut > 0 ? [`${leftOut} left out by overrides.csv`] : []),
  ];
  return `TMDB: ${counts.join(", ")}${guessed > 0 ? `; ${guessed} of them guessed` : ""}.`;
}

/** What a page would give away of lists and the watchlist, which are not published unless told. */
function describeUnseen(doubtful: number, unknown: EnrichReport["unknownUnseen"]): string[] {
  if (doubtful + unknown.length === 0) return [];
  const named = unknown.slice(0, NAMED).map(({ name, year }) => `${name} (${year ?? "no year"})`);
  const more = unknown.length > NAMED ? `, and ${unknown.length - NAMED} more` : "";
  const parts = [
    ...(doubtful > 0 ? [`${doubtful} doubtful, named above`] : []),
    ...(unknown.length > 0 ? [`${unknown.length} unknown: ${named.join(", ")}${more}`] : []),
  ];
  return [
    `TMDB: of films on lists and the watchlist only, which no page names: ${parts.join("; ")}.`,
  ];
}

function describeDoubt(film: Doubtful): string[] {
  const { name, year, match } = film;
  const candidates = match.type === "none" ? match.candidates : [];
  return [
    `${name} (${year ?? "no year"}): ${match.reason}`,
    ...(match.type === "none" ? [] : [`  ${overrideLine(film, match)}`]),
    ...candidates.map(
      (candidate) =>
        `  ${overrideLine(film, candidate)}    ← ${candidate.title} (${candidate.year ?? "no year"})`,
    ),
  ];
}

/** Films that failed alike share a line: an outage is one message, not hundreds. Ten lines at most. */
function describeFailures(failed: EnrichReport["failed"]): string[] {
  const groups = [...Map.groupBy(failed, ({ message }) => withoutId(message))];
  const lines = groups.slice(0, 10).map(([shared, [first, ...others]]) => {
    if (!first || others.length > 0) return `  ${filmCount(others.length + 1)}: ${shared}`;
    return `  ${first.name} (${first.year ?? "no year"}): ${first.message}`;
  });
  const rest = groups.slice(10).reduce((sum, [, films]) => sum + films.length, 0);
  return rest > 0 ? [...lines, `  … and ${filmCount(rest)} more`] : lines;
}

/** The address of a film's details holds its id, which would make every message another. */
const withoutId = (message: string): string =>
  message.replace(/^(\/(?:movie|tv))\/\d+(?=:)/, "$1/…");

const filmCount = (count: number): string => `${count} ${count === 1 ? "film" : "films"}`;
