import { grouped } from "../../counted.ts";
import type { SearchResult } from "../client/api.ts";
import type { Candidate, Match } from "../metadata.ts";
import { normaliseTitle } from "./normaliseTitle.ts";
import {
  doubtful,
  hasTitle,
  MAX_CANDIDATES,
  SURE_CONFIDENCE,
  toCandidate,
  unknown,
  type WantedFilm,
  withoutDuplicates,
  yearDistance,
  yearFits,
} from "./searchResults.ts";

/** Confidence in a result with this title and another year, and in one with another title. */
const OTHER_YEAR_CONFIDENCE = 0.3;
const OTHER_TITLE_CONFIDENCE = 0.1;

/**
 * The results that could be the film, the most similar first. They have its title and any year, or about its
 * year and any title, because TMDB also searches titles that it does not show.
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

/** Explains why no result was matched, with the most similar results. */
export function explainNoMatch(wanted: WantedFilm, found: SearchResult[]): Match {
  if (found.length === 0) return unknown("TMDB finds nothing with this title.");
  const near = candidates(wanted, found);
  const titled = near.filter((result) => hasTitle(wanted, result, "spelling"));
  const [best] = titled;
  if (best) {
    const kind = best.type === "tv" ? "series" : "film";
    const reason =
      titled.length === 1
        ? `TMDB has one ${kind} with this title, from ${best.year ?? "an unknown year"}.`
        : `TMDB has ${grouped(titled.length)} with this title, none of them from this year.`;
    const others = near.filter((result) => !titled.includes(result));
    return doubtful(reason, [...titled, ...others], OTHER_YEAR_CONFIDENCE);
  }
  if (near.length === 0) return unknown("TMDB finds nothing with this title and year.");
  return doubtful(
    "TMDB finds only other titles from about this year.",
    near,
    OTHER_TITLE_CONFIDENCE,
  );
}

/** Adds other candidates to a match that is not sure. */
export function withCandidates(match: Match, wanted: WantedFilm, found: SearchResult[]): Match {
  if (match.type === "none" || match.confidence >= SURE_CONFIDENCE) return match;
  const others: Candidate[] = candidates(wanted, found)
    .filter(({ type, id }) => type !== match.type || id !== match.id)
    .slice(0, MAX_CANDIDATES)
    .map(toCandidate);
  return others.length > 0 ? { ...match, candidates: others } : match;
}

const words = (title: string) => normaliseTitle(title).split(" ");
