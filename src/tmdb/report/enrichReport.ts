import type { ExportFilm } from "../cache/cachedMetadata.ts";
import { type Doubt, doubtOf } from "../match/doubt.ts";
import { type Match, type Metadata, targetOf } from "../metadata.ts";
import type { ExtraReport } from "./extrasReport.ts";
import { type MatchTally, tallyMatches } from "./tally.ts";

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
  /** With the details of a film, or of a series. */
  matched: number;
  series: number;
  /** Known to be neither, doubtful ones included; failed and unasked films are in no count. */
  unmatched: number;
  /** The same in full, of the films seen and of those that are only on lists or the watchlist. */
  tallies: { seen: MatchTally; others: MatchTally };
  /** Not used because it could be another, or guessed; the owner may decide in overrides.csv. */
  doubtful: FilmInDoubt[];
  /** Films that nothing at TMDB comes near. */
  unknown: FilmInDoubt[];
  /** Films for which overrides.csv names a page that TMDB does not have. */
  absent: { film: ExportFilm; target: { type: "movie" | "tv"; id: number } }[];
  /** Films without data because asking failed, in the order of asking. */
  failed: { key: string; name: string; year: number | null; seen: boolean; message: string }[];
  /** Why the asking ended before its time, or null. */
  stopped: string | null;
  /** What could not be kept, so that it is asked for again. */
  lost: Lost;
  /** Whom was asked. */
  apiUrl: string;
  /** Why nothing could be asked at all, or null. */
  unasked: Unasked | null;
  /** Of filmographies, collections and posters, as far as they are wanted. */
  extras?: ExtraReport[];
  seconds: number;
}

/** Of how many TMDB's answer could not be kept; a film or a poster counts once, whatever it took to ask. */
export type Lost = Record<"films" | "filmographies" | "collections" | "posters", number>;

/** `OFFLINE=1` forbids it, or `TMDB_API_TOKEN` is not set, or empty in the shell though `.env` has one. */
export type Unasked = "offline" | "no token" | "token hidden";

export interface FilmInDoubt extends ExportFilm {
  match: Match;
  /** Whether the cache said the same before anything was asked: then it was told before. */
  isReported?: boolean;
}

/**
 * The counts that follow from the films' metadata; so many of the first films are seen.
 *
 * @param before what was known before anything was asked
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
      const isKnown = match !== undefined && isSameMatch(match, before.get(key)?.match);
      return doubt && wanted.includes(doubt) ? [{ key, uri, name, year, match, isKnown }] : [];
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

/** Whether two matches say the same to the owner. Votes change all the time. */
function isSameMatch(one: Match, other: Match | undefined): boolean {
  const saying = (match: Match) => [
    targetOf(match),
    match.reason,
    ...(match.candidates ?? []).map(({ type, id }) => `${type}/${id}`),
  ];
  return other !== undefined && saying(one).join("\n") === saying(other).join("\n");
}
