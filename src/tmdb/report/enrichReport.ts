import { type Doubt, doubtOf } from "../match/doubt.ts";
import type { ExportFilm } from "../metadata.ts";
import { type Match, type Metadata, matchedPage, pageOf } from "../metadata.ts";
import type { ExtraReport } from "./extrasReport.ts";
import { type MatchTally, tallyMatches } from "./tally.ts";

/** What a run of `enrich` did, and what is still open. Counts are of films, seen or not, unless stated. */
export interface EnrichReport {
  /** HTTP requests sent, retries included. */
  requests: number;
  /** Answers with status 429. */
  throttled: number;
  /** Films whose cached data is complete and recent. */
  fromCache: number;
  /** Films fetched from TMDB. */
  fetched: number;
  /** Films whose refresh failed; their cached data is used. */
  stale: number;
  /** Films whose data is still of an earlier version of this program, which kept less. */
  outdated: number;
  /** Films with the details of a film, and films with those of a series. */
  matched: number;
  series: number;
  /** Films known to be neither, doubtful ones included. Failed and unasked films are not counted. */
  unmatched: number;
  /** All counts, for seen films and for films that are only on lists or the watchlist. */
  tallies: { seen: MatchTally; others: MatchTally };
  /** Films without a certain match, and guesses. The owner can decide them in overrides.csv. */
  doubtful: FilmInDoubt[];
  /** Films for which TMDB has nothing similar. */
  unknown: FilmInDoubt[];
  /** Films whose page in overrides.csv TMDB does not have. */
  absent: { film: ExportFilm; target: { type: "movie" | "tv"; id: number } }[];
  /** Films without data because a request failed, in the order of the requests. */
  failed: { key: string; name: string; year: number | null; seen: boolean; message: string }[];
  /** Why the run stopped early, or null. */
  stopped: string | null;
  /** What could not be saved, and is fetched again in the next run. */
  lost: UnsavedCounts;
  /** The address of the API. */
  apiUrl: string;
  /** Why TMDB was not asked at all, or null. */
  unasked: Unasked | null;
  /** What became of the wanted filmographies, collections and posters. */
  extras?: ExtraReport[];
  seconds: number;
}

/** How many answers could not be saved. A film or a poster counts once, however many requests it took. */
export type UnsavedCounts = Record<"films" | "filmographies" | "collections" | "posters", number>;

/** `OFFLINE=1`, or `TMDB_API_TOKEN` is not set, or it is empty in the shell although `.env` has one. */
type Unasked = "offline" | "no token" | "token hidden";

export interface FilmInDoubt extends ExportFilm {
  match: Match;
  /** Whether the cache already had this match before the run, so that an earlier run reported it. */
  isReported?: boolean;
}

/**
 * Counts the matches.
 *
 * @param seenCount how many films at the start of the list are seen
 * @param before the metadata before TMDB was asked
 */
export function countMatches(
  films: ExportFilm[],
  metadata: Map<string, Metadata>,
  seenCount: number,
  before: Map<string, Metadata> = new Map(),
): Pick<EnrichReport, "matched" | "series" | "unmatched" | "tallies" | "doubtful" | "unknown"> {
  const known = films.map((film) => metadata.get(film.key) ?? null);
  const all = tallyMatches(known);
  const inDoubt = (...wanted: Doubt[]): FilmInDoubt[] =>
    films.flatMap(({ key, uri, name, year }, i) => {
      const match = known[i]?.match;
      const doubt = match && doubtOf(match);
      const isReported = match !== undefined && isSameMatch(match, before.get(key)?.match);
      return doubt && wanted.includes(doubt) ? [{ key, uri, name, year, match, isReported }] : [];
    });
  return {
    matched: all.films,
    series: all.series,
    unmatched: all.doubtful + all.unknown + all.leftOut + all.absent,
    tallies: {
      seen: tallyMatches(known.slice(0, seenCount)),
      others: tallyMatches(known.slice(seenCount)),
    },
    doubtful: inDoubt("doubtful", "guessed"),
    unknown: inDoubt("unknown"),
  };
}

/** Whether two matches look the same to the owner. Votes are ignored because they change daily. */
function isSameMatch(one: Match, other: Match | undefined): boolean {
  const visible = (match: Match) => [
    matchedPage(match),
    match.reason,
    ...(match.candidates ?? []).map(pageOf),
  ];
  return other !== undefined && visible(one).join("\n") === visible(other).join("\n");
}
