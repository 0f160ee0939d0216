import type { Film } from "./holdings.ts";
import { GUESS } from "./match.ts";
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
  /** Not used because it could be another, or guessed; the owner may decide in overrides.csv. */
  doubtful: Doubtful[];
  /** Films without data because asking failed, in the order of asking. */
  failed: { key: string; name: string; year: number | null; seen: boolean; message: string }[];
  /** Why the asking ended before its time, or null. */
  stopped: string | null;
  seconds: number;
}

export interface Doubtful extends Film {
  match: Match;
}

/** Whether an outage has left so many seen films without data that the result is not worth publishing. */
export function tooManyFailures(report: EnrichReport, seenCount: number): boolean {
  const seen = report.failed.filter((film) => film.seen).length;
  return seen > Math.max(5, seenCount / 100);
}

/** The counts that follow from the films' metadata. */
export function countMatches(
  films: Film[],
  metadata: Map<string, Metadata>,
): Pick<EnrichReport, "matched" | "series" | "unmatched" | "doubtful"> {
  const counts = { movie: 0, tv: 0, none: 0 };
  const doubtful: Doubtful[] = [];
  for (const film of films) {
    const match = metadata.get(film.key)?.match;
    if (!match) continue;
    counts[match.type]++;
    const open = match.type === "none" ? match.candidates.length > 0 : match.confidence <= GUESS;
    if (open) {
      const { key, uri, name, year } = film;
      doubtful.push({ key, uri, name, year, match });
    }
  }
  return { matched: counts.movie, series: counts.tv, unmatched: counts.none, doubtful };
}

/** The report as lines for a log, doubtful films as lines ready for overrides.csv. */
export function describeReport(report: EnrichReport): string[] {
  const { requests, throttled, seconds, doubtful } = report;
  const known = report.matched + report.series + report.unmatched;
  if (known === 0 && requests === 0 && report.failed.length === 0) {
    return ["TMDB: nothing is known and nothing was asked. With TMDB_API_TOKEN set it will be."];
  }
  const lines = [
    `TMDB: ${report.matched} films, ${report.series} series, ${report.unmatched} unmatched${doubtful.length > 0 ? `; ${doubtful.length} of them or of the guesses are worth a look, see below` : ""}.`,
    `TMDB: ${requests} requests in ${seconds.toFixed(1)} s, ${report.fromCache} films from the cache${throttled ? `, ${throttled} answers of 429` : ""}${report.stale ? `, ${report.stale} not refreshed` : ""}.`,
  ];
  if (report.stopped) lines.push(`TMDB: stopped early. ${report.stopped}`);
  for (const { name, year, message } of report.failed.slice(0, 10)) {
    lines.push(`No data for ${name} (${year ?? "no year"}): ${message}`);
  }
  if (report.failed.length > 10)
    lines.push(`… and ${report.failed.length - 10} more without data.`);
  for (const film of doubtful) {
    lines.push(`${film.name} (${film.year ?? "no year"}): ${film.match.reason}`);
    if (film.match.type !== "none") lines.push(`  ${overrideLine(film, film.match)}`);
    else
      for (const candidate of film.match.candidates) {
        const title = `${candidate.title} (${candidate.year ?? "no year"})`;
        lines.push(`  ${overrideLine(film, candidate)}    ← ${title}`);
      }
  }
  return lines;
}
