import type { Site } from "../site.ts";
import type { ReviewFacts } from "../stats/reviews.ts";
import { headline, sentence } from "./sentences.ts";

/** "102 reviews, 8,214 words in all" */
export const reviewsHeading = ({ format }: Site, reviews: number, words: number): string =>
  headline(format.count(reviews, "review"), `, ${format.count(words, "word")} in all`);

export const describeReviews = ({ format }: Site, { reviews, films }: ReviewFacts): string =>
  sentence([`${format.count(reviews, "review")} of ${format.count(films, "film")}`]);

/** Letters of the start of a review that a list shows. */
const shown = 240;

/** The start of a text without HTML, cut at the end of a word. */
export function startOf(clean: string): string {
  const plain = clean
    .replace(/<\/?(?:p|br|blockquote)\b[^<>]*>/g, " ")
    .replace(/<[^<>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
  if (plain.length <= shown) return plain;
  const end = plain.lastIndexOf(" ", shown);
  return `${plain.slice(0, end > shown / 2 ? end : shown)} …`;
}
