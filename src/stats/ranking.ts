import type { Film } from "../library/film.ts";
import { sum } from "../numbers.ts";
import { compare } from "./finding.ts";
import { minutes } from "./minutes.ts";
import { averageRating, ratingsOf } from "./ratings.ts";

export interface RankingRow<Subject> {
  subject: Subject;
  films: number;
  /** Diary rows of these films; a film without a date counts 0. */
  viewings: number;
  /** Of these films, as often as each was seen, at least once; null if no runtime is known. */
  minutes: number | null;
  rated: number;
  /** Plain mean of the rated films. */
  average: number | null;
  /**
   * The mean pulled towards the overall mean, which orders a ranking by rating; null below the rule's
   * minimum.
   */
  score: number | null;
}

export interface RatingRule {
  /** Rated films needed to be ranked. */
  minimum: number;
  /** Films at the overall mean that are added to pull small groups towards it. */
  weight: number;
}

export const personRule: RatingRule = { minimum: 3, weight: 3 };
export const groupRule: RatingRule = { minimum: 5, weight: 5 };

/** By their names in the tables of kinds. */
export const ratingRules = { person: personRule, group: groupRule };

/**
 * Figures of people, genres, countries …, unordered.
 *
 * The score is (Σ ratings + k·m) / (n + k), with n rated films, k the rule's weight and m the mean of
 * all rated films. Without a rule it is null.
 */
export function rankingRows<Subject>(
  subjects: Subject[],
  filmsOf: (subject: Subject) => readonly Film[],
  { rule, overallMean = null }: { rule?: RatingRule; overallMean?: number | null } = {},
): RankingRow<Subject>[] {
  return subjects.map((subject) => {
    const films = filmsOf(subject);
    const ratings = ratingsOf(films);
    return {
      subject,
      films: films.length,
      viewings: sum(films.map((film) => film.viewings.length)),
      minutes: minutes(films).viewings,
      rated: ratings.length,
      average: averageRating(films),
      score: rule && overallMean !== null ? score(ratings, rule, overallMean) : null,
    };
  });
}

function score(ratings: number[], { minimum, weight }: RatingRule, mean: number): number | null {
  if (ratings.length < minimum) return null;
  return (sum(ratings) + weight * mean) / (ratings.length + weight);
}

type Ranked = { id: number | string; name: string };

/** Equals are ordered by name, then id, so that every build gives the same order. */
export const byFilms = <S extends Ranked>(a: RankingRow<S>, b: RankingRow<S>): number =>
  b.films - a.films || byName(a.subject, b.subject);

export const byViewings = <S extends Ranked>(a: RankingRow<S>, b: RankingRow<S>): number =>
  b.viewings - a.viewings || byName(a.subject, b.subject);

const byMinutes = <S extends Ranked>(a: RankingRow<S>, b: RankingRow<S>): number =>
  (b.minutes ?? 0) - (a.minutes ?? 0) || byName(a.subject, b.subject);

export const byScore = <S extends Ranked>(a: RankingRow<S>, b: RankingRow<S>): number =>
  (b.score ?? 0) - (a.score ?? 0) || byName(a.subject, b.subject);

/**
 * The row that a heading may call the best rated: alone with the highest score to two decimals, and
 * above all other films by more than chance.
 *
 * @param all all films that the rows are groups of
 */
export function bestRatedOf<S extends Ranked>(
  rows: RankingRow<S>[],
  {
    filmsOf,
    all,
    rule,
  }: { filmsOf: (subject: S) => readonly Film[]; all: readonly Film[]; rule: RatingRule },
): RankingRow<S> | null {
  const [first, second] = rows.filter(({ score }) => score !== null).sort(byScore);
  if (!first || !second || (first.score ?? 0).toFixed(2) === (second.score ?? 0).toFixed(2)) {
    return null;
  }
  const own = new Set(filmsOf(first.subject));
  const rest = all.filter((film) => !own.has(film));
  const found = compare(ratingsOf([...own]), ratingsOf(rest), { least: rule.minimum });
  return found === "above" ? first : null;
}

const collator = new Intl.Collator("en");

export const byName = (a: Ranked, b: Ranked): number =>
  collator.compare(a.name, b.name) ||
  collator.compare(`${a.id}`.padStart(12, "0"), `${b.id}`.padStart(12, "0"));

/** The orders of a ranking. The first is the usual one. */
export const rankingOrders = {
  films: byFilms,
  viewings: byViewings,
  hours: byMinutes,
  rating: byScore,
  name: (a, b) => byName(a.subject, b.subject),
} satisfies Record<string, (a: RankingRow<Ranked>, b: RankingRow<Ranked>) => number>;

export type RankingOrder = keyof typeof rankingOrders;
