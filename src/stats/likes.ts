import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";
import { favourites } from "./filmOrder.ts";
import { ratingHistogram } from "./ratings.ts";

/** The ratings that are low for a liked film, and high for one that is not. */
const [low, high] = [2.5, 4.5];

export interface LikeShare {
  films: number;
  /** Of these, how many are liked. */
  liked: number;
}

export const likedOf = (films: readonly Film[]): Film[] => films.filter(({ liked }) => liked);

export const likeShare = (films: readonly Film[]): LikeShare => ({
  films: films.length,
  liked: likedOf(films).length,
});

/** Every rating, the highest first, then the films without one as `null`. */
export function likesByRating(films: readonly Film[]): (LikeShare & { rating: number | null })[] {
  const steps = ratingHistogram(films).map(({ rating }) => rating);
  return [...steps.toReversed(), null].map((rating) => ({
    rating,
    ...likeShare(films.filter((film) => film.rating === rating)),
  }));
}

/** Liked films with two and a half stars or fewer, the lowest first; equals by title. */
export const likedDespite = (films: readonly Film[]): Film[] =>
  likedOf(films)
    .filter(({ rating }) => rating !== null && rating <= low)
    .sort((a, b) => (a.rating ?? 0) - (b.rating ?? 0) || byTitle(a, b));

/** Films with four and a half stars or more that are not liked, the best first. */
export const notLiked = (films: readonly Film[]): Film[] =>
  favourites(films).filter(({ liked, rating }) => !liked && (rating ?? 0) >= high);
