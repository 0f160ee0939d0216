import type { Match } from "../metadata.ts";
import { GUESS_CONFIDENCE, SURE_CONFIDENCE } from "./searchResults.ts";

/** Why the owner may want to look at a match, the most urgent first. */
export const doubts = ["absent", "doubtful", "guessed", "unknown", "unsure"] as const;

/**
 * - absent: overrides.csv names a page that TMDB does not have
 * - doubtful: it could be one of several, or something near it, and none is used
 * - guessed: one of several is used
 * - unknown: TMDB has nothing that comes near
 * - unsure: used, and right nearly always
 */
export type Doubt = (typeof doubts)[number];

/** What is open about a match; null where it is sure, or the owner has decided. */
export function doubtOf(match: Match): Doubt | null {
  if (match.type === "none" && match.absent) return "absent";
  if (match.overridden) return null;
  if (match.type === "none") return match.candidates.length > 0 ? "doubtful" : "unknown";
  if (match.confidence <= GUESS_CONFIDENCE) return "guessed";
  return match.confidence < SURE_CONFIDENCE ? "unsure" : null;
}
