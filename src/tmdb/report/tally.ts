import { doubtOf } from "../match/doubt.ts";
import type { Metadata } from "../metadata.ts";

/** How films were matched, for the log and for pages. */
export interface MatchTally {
  /** films + series + doubtful + unknown + leftOut + absent + unanswered = all */
  films: number;
  series: number;
  /** Several pages or a similar one could be meant; none is used. */
  doubtful: number;
  unknown: number;
  /** overrides.csv says `none`. */
  leftOut: number;
  /** overrides.csv names a page that TMDB does not have. */
  absent: number;
  /** TMDB was not asked or did not answer. A match without details counts here. */
  unanswered: number;
  /** Included in films and series. */
  guessed: number;
  unsure: number;
  /** Decided by overrides.csv, whatever the result. */
  overridden: number;
}

/** @param known the metadata of each film, null if it has none */
export function tallyMatches(known: (Metadata | null)[]): MatchTally {
  const tally: MatchTally = {
    films: 0,
    series: 0,
    doubtful: 0,
    unknown: 0,
    leftOut: 0,
    absent: 0,
    unanswered: 0,
    guessed: 0,
    unsure: 0,
    overridden: 0,
  };
  for (const one of known) {
    tally[outcomeOf(one)]++;
    const doubt = one && doubtOf(one.match);
    if (doubt === "guessed" || doubt === "unsure") tally[doubt]++;
    if (one?.match.overridden) tally.overridden++;
  }
  return tally;
}

type Outcome = "films" | "series" | "doubtful" | "unknown" | "leftOut" | "absent" | "unanswered";

/** The one count that a film adds to; guessed, unsure and overridden come on top. */
function outcomeOf(one: Metadata | null): Outcome {
  if (one?.film) return "films";
  if (one?.series) return "series";
  if (one?.match.type !== "none") return "unanswered";
  const doubt = doubtOf(one.match);
  return doubt === "guessed" || doubt === "unsure" ? "doubtful" : (doubt ?? "leftOut");
}
