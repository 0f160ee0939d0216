import type { Match } from "../metadata.ts";
import { GUESS_CONFIDENCE, SURE_CONFIDENCE } from "./searchResults.ts";

/** Why the owner may want to check a match, the most urgent reason first. */
export const doubts = ["absent", "doubtful", "guessed", "unknown", "unsure"] as const;

/**
 * - absent: overrides.csv gives a page that TMDB does not have
 * - doubtful: several pages or a similar one could be meant, and none is used
 * - guessed: one of several pages is used
 * - unknown: TMDB has nothing similar
 * - unsure: the match is used, and nearly always right
 */
export type Doubt = (typeof doubts)[number];

/** The doubt about a match; null if it is sure or the owner has decided. */
export function doubtOf(match: Match): Doubt | null {
  if (match.type === "none" && match.absent) return "absent";
  if (match.overridden) return null;
  if (match.type === "none") return match.candidates.length > 0 ? "doubtful" : "unknown";
  if (match.confidence <= GUESS_CONFIDENCE) return "guessed";
  return match.confidence < SURE_CONFIDENCE ? "unsure" : null;
}
