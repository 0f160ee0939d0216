import { doubtOf } from "../match/doubt.ts";
import type { Metadata } from "../metadata.ts";

/** How films were matched, for log and pages alike. */
export interface MatchTally {
  /** films + series + doubtful + unknown + leftOut + absent + unanswered = all */
  films: number;
  series: number;
  /** Not used. */
  doubtful: number;
  unknown: number;
  /** `none` in overrides.csv. */
  leftOut: number;
  /** overrides.csv names a page that TMDB does not have. */
  absent: number;
  /** TMDB was not asked, or gave no answer: a match without its details is none. */
  unanswered: number;
  /** Of the films and series. */
  guessed: number;
  unsure: number;
  /** Said by the owner, whatever it is. */
  overridden: number;
}

/** @param known what is known of each film, null where nothing is */
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

/** Of the kinds that exclude each other. */
function outcomeOf(one: Metadata | null): Outcome {
  if (one?.film) return "films";
  if (one?.series) return "series";
  if (one?.match.type !== "none") return "unanswered";
  const doubt = doubtOf(one.match);
  return doubt === "guessed" || doubt === "unsure" ? "doubtful" : (doubt ?? "leftOut");
}
