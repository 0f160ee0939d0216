import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import { countFilms } from "../stats/counts.ts";
import type { RankingOrder, RatingRule } from "../stats/ranking.ts";
import { capital, type RichText } from "./richText.ts";

/** What the pages of a ranking say about their order and their rows. */
export function orderedWords(
  { format }: Pick<Site, "format">,
  {
    many,
    order,
    page,
    count,
    from,
    to,
    all,
  }: {
    many: string;
    order: RankingOrder;
    /** From 1. */
    page: number;
    /** Pages in this order. */
    count: number;
    /** The first and the last row of the page, from 1. */
    from: number;
    to: number;
    /** Rows on all pages. */
    all: number;
  },
) {
  const ordered = `${capital(many)} by ${order}`;
  const rows = `${format.integer(from)} to ${format.integer(to)} of ${format.integer(all)}`;
  return {
    /** "Actors by rating, page 2 of 14" */
    title: count === 1 ? ordered : `${ordered}, page ${page} of ${count}`,
    /** "251 to 500 of 3,421 actors" */
    part: `${rows} ${many}`,
    description:
      count === 1 ? `All ${format.integer(all)} ${many} by ${order}.` : `${ordered}: ${rows}.`,
  };
}

/** For how many films the hours are known; empty if for all. */
export function hoursNote({ format }: Pick<Site, "format">, films: readonly Film[]): RichText {
  const { seen, withRuntime } = countFilms(films);
  return withRuntime < seen
    ? [
        `Hours are of the ${format.integer(withRuntime)} films with a known runtime, of ${format.integer(seen)}; – means that none is known. `,
      ]
    : [];
}

/** What "weighted" means, in one sentence. */
export const ratingNote = (
  { format, href }: Pick<Site, "format" | "href">,
  { minimum }: RatingRule,
  overallMean: number | null,
  { hasUndated }: { hasUndated: boolean },
): RichText => [
  hasUndated ? "Viewings are those with a date. " : "",
  { text: "Weighted", href: `${href("/about/")}#order` },
  `: the mean moved towards your overall ${overallMean === null ? "one" : format.average(overallMean)}, the more so the fewer films are rated; from ${minimum} rated films on.`,
];
