import type { Day } from "../day.ts";
import type { Film } from "../library/film.ts";
import { remembered } from "../remembered.ts";

export interface ReviewRow {
  film: Film;
  /** The day of watching; null for a review without one. */
  date: Day | null;
  rating: number | null;
  /** As typed, see `Viewing.review`. */
  text: string;
  words: number;
}

/** Every review with a text, newest day first, those without a day last. Equals go by title. */
export const reviewRows = remembered((films: readonly Film[]): ReviewRow[] =>
  films
    .flatMap((film): ReviewRow[] => [
      ...film.viewings.flatMap(({ review, date, rating }) =>
        review ? [{ film, date, rating, text: review, words: countWords(review) }] : [],
      ),
      ...film.looseReviews
        .filter(({ text }) => text.trim() !== "")
        .map(({ text, watched, rating }) => ({
          film,
          date: watched,
          rating,
          text,
          words: countWords(text),
        })),
    ])
    .sort(
      (a, b) =>
        compareDays(b.date, a.date) ||
        a.film.name.localeCompare(b.film.name, "en") ||
        a.words - b.words,
    ),
);

const compareDays = (a: Day | null, b: Day | null): number =>
  (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** Words of a text that may be HTML, in any script, by the rules of Unicode. */
export function countWords(text: string): number {
  const plain = text.replace(/<[^<>]*>/g, " ").replace(/&[a-z]+;|&#\d+;/gi, " ");
  let words = 0;
  for (const { isWordLike } of segmenter.segment(plain)) if (isWordLike) words += 1;
  return words;
}
