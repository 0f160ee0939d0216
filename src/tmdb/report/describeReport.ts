import { counted, grouped, inWords, plural } from "../../counted.ts";
import { outageAdvice, unreachedReason } from "../client/outage.ts";
import { HIDDEN_TOKEN } from "../client/token.ts";
import { overrideLine } from "../match/overrides.ts";
import { describeCandidate } from "../metadata.ts";
import type { EnrichReport, FilmInDoubt } from "./enrichReport.ts";
import { describeExtras } from "./extrasReport.ts";
import { describeOutdated } from "./renewal.ts";
import type { MatchTally } from "./tally.ts";

/** Whether an outage left more than 1% of the seen films, and more than five, without data. */
export function tooManyFailures(
  { failed }: Pick<EnrichReport, "failed">,
  seenCount: number,
): boolean {
  const seen = failed.filter((film) => film.seen).length;
  return seen > Math.max(5, seenCount / 100);
}

/** Why the whole run failed, and what the owner can check. For use after `tooManyFailures`. */
export function describeFailure(report: EnrichReport): { what: string; advice: string } {
  const why = outageReason(report);
  if (why === null)
    return { what: `TMDB failed for ${filmCount(report.failed.length)}`, advice: "" };
  return { what: `TMDB cannot be reached (${why})`, advice: `${outageAdvice(report.apiUrl)} ` };
}

/** What could not be saved, `18 films and 3 posters`; null if everything was. */
export function describeUnsaved({ lost }: Pick<EnrichReport, "lost">): string | null {
  const parts = [
    [lost.films, "film"],
    [lost.filmographies, "filmography", "filmographies"],
    [lost.collections, "collection"],
    [lost.posters, "poster"],
  ] as const;
  const counts = parts.flatMap(([number, one, many]) =>
    number > 0 ? [counted(number, one, many)] : [],
  );
  return counts.length === 0 ? null : inWords(counts);
}

/** How many doubtful and unknown films a log lists. */
const MAX_LISTED = 10;

const plainRun = (command: string) => `npm run ${command}`;

/** How to describe a report. */
export interface DescribeOptions {
  /** Whether a site is built from it, which shows the open matches. */
  isSiteMade?: boolean;
  /** Whether the run ends with the Problem of `describeFailure`, so that the report leaves it out. */
  isFailed?: boolean;
  /** Gives a command as the owner types it, `npm run build`. */
  run?: (command: string) => string;
  /** Whether a film may be named; other films are only counted. */
  mayName?: (film: { key: string }) => boolean;
}

/**
 * The report as lines for a log. New doubts come with lines ready for overrides.csv; doubts of earlier runs
 * are only counted.
 */
export function describeReport(
  report: EnrichReport,
  {
    isSiteMade = true,
    isFailed = false,
    run = plainRun,
    mayName = () => true,
  }: DescribeOptions = {},
): string[] {
  const { requests, throttled, seconds, fromCache, stale } = report;
  const known = report.matched + report.series + report.unmatched;
  if (known === 0 && report.unasked) return describeUnasked(report);
  if (known === 0 && isFailed && outageReason(report) !== null)
    return describeFailed(report, isFailed, mayName);
  const asked = `${counted(requests, "request")} in ${seconds.toFixed(1)} s`;
  // Counts come last, because the list above them may be long and scroll away.
  return [
    ...describeFilmsInDoubt(report, mayName),
    ...describeTallies(report.tallies),
    `TMDB: ${[
      `${asked}, ${filmCount(fromCache)} from the cache`,
      ...(throttled > 0
        ? [`${counted(throttled, "answer")} with status 429 (too many requests)`]
        : []),
      ...(stale > 0 ? [`${grouped(stale)} not refreshed because asking again failed`] : []),
    ].join(", ")}.`,
    ...describeOutdated(report.outdated),
    ...describeExtras(report.extras ?? []),
    ...describeUnasked(report),
    ...describeNextSteps(report.tallies, isSiteMade, run),
    ...describeFailed(report, isFailed, mayName),
  ];
}

function describeFilmsInDoubt(
  report: Pick<EnrichReport, "doubtful" | "unknown">,
  mayName: (film: { key: string }) => boolean,
): string[] {
  const isNew = ({ isReported }: FilmInDoubt) => !isReported;
  const [doubtful, unknown] = [report.doubtful.filter(isNew), report.unknown.filter(isNew)];
  const told = doubtful.filter(mayName).slice(0, MAX_LISTED);
  const toldUnknown = unknown.filter(mayName).slice(0, MAX_LISTED - told.length);
  const [rest, restUnknown] = [doubtful.length - told.length, unknown.length - toldUnknown.length];
  const isFirst = told.length + toldUnknown.length === 0;
  const more = (number: number) =>
    isFirst ? filmCount(number) : `… and ${filmCount(number)} more`;
  return [
    ...told.flatMap(describeDoubt),
    ...(rest > 0 ? [`${more(rest)} in doubt`] : []),
    ...toldUnknown.map(
      ({ name, year, match }) => `${name} (${year ?? "no year"}): ${match.reason}`,
    ),
    ...(restUnknown > 0 ? [`${more(restUnknown)} that TMDB does not know`] : []),
  ];
}

/** Where the owner finds the open films. The page lists seen films only. */
function describeNextSteps(
  { seen, others }: EnrichReport["tallies"],
  isSiteMade: boolean,
  run: (command: string) => string,
): string[] {
  const open = ({ absent, doubtful, guessed, unknown }: MatchTally) =>
    absent + doubtful + guessed + unknown;
  const all = open(seen) + open(others);
  if (all === 0) return [];
  const films = `TMDB: ${filmCount(all)} without a sure match`;
  const doctor = `${run("doctor -- --all")} lists them`;
  if (open(seen) === 0) return [`${films}, none of them seen: ${doctor}.`];
  return isSiteMade
    ? [
        `${films}: the page /about/matching/ says why, with lines ready for overrides.csv; ${doctor}.`,
      ]
    : [`${films}: ${doctor}; after ${run("build")}, see /about/matching/ (npm run preview).`];
}

/** Why TMDB cannot be reached; null if it can. After a successful answer, a failed connection is not an outage. */
function outageReason({ failed, stopped, fetched }: EnrichReport): string | null {
  if (stopped === null && fetched > 0) return null;
  const messages = [stopped ?? "", ...failed.map(({ message }) => message)];
  return messages.flatMap((message) => unreachedReason(message) ?? [])[0] ?? null;
}

/** The outage in one sentence, unless the run ends with it, and all other failures. */
function describeFailed(
  report: EnrichReport,
  isFailed: boolean,
  mayName: (film: { key: string }) => boolean,
): string[] {
  const { failed, stopped, apiUrl } = report;
  const why = outageReason(report);
  const others = failed.filter(({ message }) => why === null || unreachedReason(message) === null);
  if (isFailed && why !== null && others.length === 0) return [];
  const end = others.length > 0 ? ":" : ".";
  return [
    ...(why === null ? [] : [`TMDB cannot be reached (${why}). ${outageAdvice(apiUrl)}`]),
    ...(stopped && unreachedReason(stopped) === null
      ? [`TMDB: stopped early. ${withoutId(stopped)}`]
      : []),
    ...(failed.length > 0 ? [`TMDB: no data for ${filmCount(failed.length)}${end}`] : []),
    ...describeFailures(others, mayName),
  ];
}

/** Why films have no data if TMDB was not asked. */
function describeUnasked({ unasked, tallies }: EnrichReport): string[] {
  const [seen, others] = [tallies.seen.unanswered, tallies.others.unanswered];
  if (seen + others === 0 || unasked === null) return [];
  const elsewhere = `${grouped(others)} that ${plural(others, "is", "are")} only on lists or the watchlist`;
  const films =
    seen === 0
      ? `${elsewhere}`
      : others === 0
        ? filmCount(seen)
        : `${filmCount(seen)} seen and ${elsewhere}`;
  const without = `no data for ${films}.`;
  if (unasked === "offline") return [`OFFLINE=1: TMDB was not asked; ${without}`];
  if (unasked === "token hidden") {
    return [
      `TMDB: TMDB_API_TOKEN is ${HIDDEN_TOKEN.state}, so TMDB was not asked; ${without}`,
      `  ${HIDDEN_TOKEN.advice}`,
    ];
  }
  return [
    `TMDB: TMDB_API_TOKEN is not set, so TMDB was not asked; ${without}`,
    "  Put your TMDB key into .env. It is free: https://www.themoviedb.org/settings/api",
  ];
}

/** Seen films are counted separately, so that the figures match those on the pages. */
function describeTallies({ seen, others }: EnrichReport["tallies"]): string[] {
  const othersCounts = Object.values(others).some((count) => count > 0);
  if (!othersCounts) return [`TMDB: ${describeTally(seen)}.`];
  return [
    `TMDB, seen: ${describeTally(seen)}.`,
    `TMDB, only on lists or the watchlist: ${describeTally(others)}.`,
  ];
}

function describeTally(tally: MatchTally): string {
  const { films, series, doubtful, unknown, unanswered, leftOut, absent, guessed } = tally;
  const others: [number: number, what: string][] = [
    [series, "series"],
    [guessed, "of these matched by best guess (another has the same name and year)"],
    [doubtful, "in doubt (TMDB has something similar, which is not used)"],
    [unknown, "not found at TMDB"],
    [unanswered, "not known yet (TMDB was not asked, or did not answer)"],
    [absent, "with a page in overrides.csv that TMDB does not have"],
    [leftOut, "without a page at TMDB, as overrides.csv says"],
  ];
  const counts = others.flatMap(([number, what]) =>
    number > 0 ? [`${grouped(number)} ${what}`] : [],
  );
  return [...(films > 0 || counts.length === 0 ? [filmCount(films)] : []), ...counts].join(", ");
}

/** Why the match is open, and a line ready for overrides.csv for each candidate. */
export function describeDoubt(film: FilmInDoubt): string[] {
  const { name, year, match } = film;
  const candidates = match.type === "none" ? match.candidates : [];
  return [
    `${name} (${year ?? "no year"}): ${match.reason}`,
    ...(match.type === "none" ? [] : [`  ${overrideLine(film, match)}`]),
    ...candidates.map(
      (candidate) => `  ${overrideLine(film, candidate)}    ← ${describeCandidate(candidate)}`,
    ),
  ];
}

/**
 * At most ten lines. Films with the same failure share a line, so that an outage gives one message and not
 * hundreds. Ids are removed from addresses: they make messages differ, and they identify films.
 */
function describeFailures(
  failed: EnrichReport["failed"],
  mayName: (film: { key: string }) => boolean,
): string[] {
  const groups = [...Map.groupBy(failed, ({ message }) => withoutId(message))];
  const lines = groups.slice(0, 10).map(([shared, [first, ...others]]) => {
    if (!first || others.length > 0 || !mayName(first)) {
      return `  ${filmCount(others.length + 1)}: ${shared}`;
    }
    return `  ${first.name} (${first.year ?? "no year"}): ${first.message}`;
  });
  const rest = groups.slice(10).reduce((sum, [, films]) => sum + films.length, 0);
  return rest > 0 ? [...lines, `  … and ${filmCount(rest)} more`] : lines;
}

const withoutId = (message: string): string =>
  message.replace(/(\/(?:movie|tv))\/\d+(?=:)/g, "$1/…");

const filmCount = (films: number): string => counted(films, "film");
