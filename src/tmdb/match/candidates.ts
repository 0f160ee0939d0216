import { grouped } from "../../counted.ts";
import type { Candidate, Match } from "../metadata.ts";
import { normaliseTitle } from "./normaliseTitle.ts";
import {
  doubtful,
  hasTitle,
  MAX_CANDIDATES,
  type SearchResult,
  SURE_CONFIDENCE,
  toCandidate,
  unknown,
  type WantedFilm,
  withoutDuplicates,
  yearDistance,
  yearFits,
} from "./searchResults.ts";

/** A result of this title and another year is the film now and then, one of another title seldom. */
const OTHER_YEAR_CONFIDENCE = 0.3;
const OTHER_TITLE_CONFIDENCE = 0.1;

/**
 * The results that could be the film, nearest first: of its title in any year, or of about its year
 * with any title, since TMDB also searches titles that it does not show.
 */
export function candidates(wanted: WantedFilm, found: SearchResult[]): SearchResult[] {
  const asked = new Set(words(wanted.name));
  const score = (result: SearchResult) => {
    const own = words(result.title);
    const shared = own.filter((word) => asked.has(word)).length;
    const likeness = shared / Math.max(1, own.length + asked.size - shared);
    return (
      likeness * 10 - Math.min(10, yearDistance(wanted, result)) + Math.log10(result.votes + 1)
    );
  };
  return withoutDuplicates(found)
    .filter((result) => hasTitle(wanted, result, "spelling") || yearFits(wanted.year, result))
    .map((result) => ({ result, score: score(result) }))
    .sort((a, b) => b.score - a.score)
    .map(({ result }) => result);
}

/** Why nothing was taken, with the results that come near. */
export function explainNoMatch(wanted: WantedFilm, found: SearchResult[]): Match {
  if (found.length === 0) return unknown("TMDB finds nothing of this title.");
  const near = candidates(wanted, found);
  const titled = near.filter((result) => hasTitle(wanted, result, "spelling"));
  const [best] = titled;
  if (best) {
    const kind = best.type === "tv" ? "series" : "film";
    const reason =
      titled.length === 1
        ? `TMDB has one ${kind} of this title, from ${best.year ?? "an unknown year"}.`
        : `TMDB has ${grouped(titled.length)} of this title, none of them from this year.`;
    const others = near.filter((result) => !titled.includes(result));
    return doubtful(reason, [...titled, ...others], OTHER_YEAR_CONFIDENCE);
  }
  if (near.length === 0) return unknown("TMDB finds nothing of this title and year.");
  return doubtful("TMDB finds only other titles of about this year.", near, OTHER_TITLE_CONFIDENCE);
}

/** A match that is not sure, together with what else it could be. */
export function withCandidates(match: Match, wanted: WantedFilm, found: SearchResult[]): Match {
  if (match.type === "none" || match.confidence >= SURE_CONFIDENCE) return match;
  const others: Candidate[] = candidates(wanted, found)
    .filter(({ type, id }) => type !== match.type || id !== match.id)
    .slice(0, MAX_CANDIDATES)
    .map(toCandidate);
  return others.length > 0 ? { ...match, candidates: others } : match;
}

const words = (title: string) => normaliseTitle(title).split(" ");
