import type { Film } from "../library/film.ts";
import { sum } from "../numbers.ts";

export interface ReviewFacts {
  /** Reviews with a text: `dated` + `undated`. */
  reviews: number;
  /** Of a viewing, whose day they have. */
  dated: number;
  /** Of a film, but of none of its viewings. */
  undated: number;
  /** Of these, how many have a Watched Date all the same. */
  undatedWithDay: number;
  /** Distinct films with a review. */
  films: number;
}

export function reviewFacts(films: readonly Film[]): ReviewFacts {
  const dated = ({ viewings }: Film) => viewings.filter(({ review }) => review !== null).length;
  const undated = ({ looseReviews }: Film) => looseReviews.length;
  const withDay = ({ looseReviews }: Film) =>
    looseReviews.filter(({ watched }) => watched !== null).length;
  const counts = { dated: sum(films.map(dated)), undated: sum(films.map(undated)) };
  return {
    reviews: counts.dated + counts.undated,
    ...counts,
    undatedWithDay: sum(films.map(withDay)),
    films: films.filter((film) => dated(film) + undated(film) > 0).length,
  };
}
