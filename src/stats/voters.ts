import { yearOf } from "../day.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";
import { mean, sum } from "../numbers.ts";
import { votersRating } from "./crowd.ts";
import { enoughToDraw } from "./finding.ts";

/** A film that the owner and enough of TMDB's voters have rated. Both ratings are in stars. */
export interface RatedByBoth {
  film: Film;
  you: number;
  voters: number;
  /** The number of voters. */
  votes: number;
  /** you − voters */
  difference: number;
}

/** The films that can be compared with the voters, the one rated furthest above them first. */
export const ratedByBoth = (films: readonly Film[]): RatedByBoth[] =>
  films
    .flatMap((film) => {
      const [you, voters] = [film.rating, votersRating(film)];
      if (you === null || voters === null) return [];
      const votes = film.details?.voteCount ?? 0;
      return [{ film, you, voters, votes, difference: you - voters }];
    })
    .sort((a, b) => b.difference - a.difference || byTitle(a.film, b.film));

/**
 * Pearson's correlation of the two ratings, −1 to 1. Null with fewer than twelve films, or if either
 * side gives all films the same rating.
 */
export function agreement(rows: readonly RatedByBoth[]): number | null {
  const [you, voters] = [mean(rows.map((row) => row.you)), mean(rows.map((row) => row.voters))];
  if (rows.length < enoughToDraw || you === null || voters === null) return null;
  const product = (a: (row: RatedByBoth) => number, b: (row: RatedByBoth) => number) =>
    sum(rows.map((row) => a(row) * b(row)));
  const [own, theirs] = [
    (row: RatedByBoth) => row.you - you,
    (row: RatedByBoth) => row.voters - voters,
  ];
  const scale = Math.sqrt(product(own, own) * product(theirs, theirs));
  // In floating point, equal ratings may leave a trace.
  return scale < 1e-9 ? null : product(own, theirs) / scale;
}

/** A range of differences in stars, its nearer end to 0 included. */
export interface ApartStep {
  name: string;
  from: number;
  to: number;
  count: number;
}

/** How many films are rated how far from the voters, the furthest above first. */
export function apartSteps(rows: readonly RatedByBoth[]): ApartStep[] {
  const count = (test: (difference: number) => boolean) =>
    rows.filter(({ difference }) => test(difference)).length;
  const above = ([from, to]: [number, number]) => ({
    from,
    to,
    count: count((difference) => difference >= from && difference < to),
  });
  const below = ([from, to]: [number, number]) => ({
    from: -to,
    to: -from,
    count: count((difference) => difference <= -from && difference > -to),
  });
  const ranges: [string, [number, number]][] = [
    ["2 or more", [2, Infinity]],
    ["1 to 2", [1, 2]],
    ["½ to 1", [0.5, 1]],
  ];
  return [
    ...ranges.map(([name, range]) => ({ name: `${name} above`, ...above(range) })),
    { name: "less than ½", from: -0.5, to: 0.5, count: count((x) => Math.abs(x) < 0.5) },
    ...ranges.map(([name, range]) => ({ name: `${name} below`, ...below(range) })).reverse(),
  ];
}

/** The films of one of the owner's ratings and a quarter star of the voters'. */
export interface VoterCell {
  you: number;
  /** The lower end of the quarter star. */
  voters: number;
  /** By title. */
  films: Film[];
}

/** All cells with films: the highest rating first, then the highest of the voters. */
export function voterCells(rows: readonly RatedByBoth[]): VoterCell[] {
  const quarter = ({ voters }: RatedByBoth) => Math.floor(voters * 4) / 4;
  return [...Map.groupBy(rows, (row) => `${row.you} ${quarter(row)}`).values()]
    .flatMap((own) => {
      const [first] = own;
      return first
        ? [
            {
              you: first.you,
              voters: quarter(first),
              films: own.map(({ film }) => film).sort(byTitle),
            },
          ]
        : [];
    })
    .sort((a, b) => b.you - a.you || b.voters - a.voters);
}

/** The ratings given in a year, and those of the voters for the same films. */
export interface VoterYear {
  year: number;
  /** Rated viewings whose film has enough votes. */
  viewings: number;
  you: number;
  voters: number;
}

/**
 * Every year with such a viewing, newest first. A film seen twice in a year counts twice, because it
 * was rated twice.
 */
export function voterYears(
  viewings: readonly Viewing[],
  filmOf: (viewing: Viewing) => Film,
): VoterYear[] {
  const pairs = viewings.flatMap((viewing) => {
    const voters = votersRating(filmOf(viewing));
    return viewing.rating === null || voters === null
      ? []
      : [{ year: yearOf(viewing.date), you: viewing.rating, voters }];
  });
  return [...Map.groupBy(pairs, ({ year }) => year)]
    .map(([year, own]) => ({
      year,
      viewings: own.length,
      you: sum(own.map(({ you }) => you)) / own.length,
      voters: sum(own.map(({ voters }) => voters)) / own.length,
    }))
    .sort((a, b) => b.year - a.year);
}

/** Films by the number of TMDB's votes, most first; equals by title. Films without a vote are left out. */
export const byVotes = (films: readonly Film[]): { film: Film; votes: number }[] =>
  films
    .flatMap((film) => {
      const votes = film.details?.voteCount ?? 0;
      return votes > 0 ? [{ film, votes }] : [];
    })
    .sort((a, b) => b.votes - a.votes || byTitle(a.film, b.film));

/** Films by the voters' rating, highest first; equals by title. Rated by the owner or not. */
export const byVoters = (films: readonly Film[]): { film: Film; voters: number; votes: number }[] =>
  films
    .flatMap((film) => {
      const voters = votersRating(film);
      return voters === null ? [] : [{ film, voters, votes: film.details?.voteCount ?? 0 }];
    })
    .sort((a, b) => b.voters - a.voters || byTitle(a.film, b.film));
