import type { Film } from "../library/film.ts";
import { sum } from "../numbers.ts";

export interface ReviewFacts {
  /** Reviews with a text: `dated` + `undated`. */
  reviews: number;
  /** Reviews of a viewing, so their day is known. */
  dated: number;
  /** Reviews of a film that belong to none of its viewings. */
  undated: number;
  /** Of these, the number with a Watched Date. */
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
