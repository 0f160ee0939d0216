import type { Film } from "../library/film.ts";
import { sum } from "../numbers.ts";
import { type Comparison, comparePairs } from "./finding.ts";
import { byName } from "./ranking.ts";

/** The number of votes at TMDB from which a film's average is used. */
export const crowdVotes = 200;

/** The owner compared with TMDB's voters, over the rated films that have enough votes. */
export interface Crowd {
  films: number;
  /** Mean rating of the owner. */
  you: number;
  /** Mean of the voters' averages, on the same scale of 5. */
  voters: number;
  /** Mean of rating − voters. */
  difference: number;
  /** Whether that difference is more than chance. */
  comparison: Comparison;
}

/** Average of TMDB's voters on a scale of 5; null for a film with too few votes. */
export const votersRating = ({ details }: Film): number | null =>
  details === null || details.voteAverage === null || details.voteCount < crowdVotes
    ? null
    : details.voteAverage / 2;

/** The comparison over all films; null if no rated film has enough votes. */
export function crowd(films: readonly Film[]): Crowd | null {
  const pairs = films.flatMap((film) => {
    const voters = votersRating(film);
    return film.rating === null || voters === null ? [] : [{ you: film.rating, voters }];
  });
  if (pairs.length === 0) return null;
  const you = sum(pairs.map((pair) => pair.you)) / pairs.length;
  const voters = sum(pairs.map((pair) => pair.voters)) / pairs.length;
  const comparison = comparePairs(pairs.map((pair) => pair.you - pair.voters));
  return { films: pairs.length, you, voters, difference: you - voters, comparison };
}

export type CrowdRow<Subject> = Crowd & { subject: Subject };

/**
 * The comparison for each subject with enough such films. The one rated highest above the voters is
 * first; equals are ordered by name.
 */
export const crowdRows = <Subject extends { id: number | string; name: string }>(
  subjects: Subject[],
  filmsOf: (subject: Subject) => readonly Film[],
  { minimum = 5 }: { minimum?: number } = {},
): CrowdRow<Subject>[] =>
  subjects
    .flatMap((subject) => {
      const row = crowd(filmsOf(subject));
      return row && row.films >= minimum ? [{ ...row, subject }] : [];
    })
    .sort((a, b) => b.difference - a.difference || byName(a.subject, b.subject));
