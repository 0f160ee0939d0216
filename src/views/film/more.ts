import type { Film } from "../../library/film.ts";
import type { Site } from "../../site.ts";
import { posterRow } from "../../stats/filmOrder.ts";
import { phrase } from "../../words/richText.ts";
import type { FilmBlock } from "../block.ts";

/** Other seen films by the film's directors, at most eight; null without any. */
export function moreByDirectors({ format, href }: Site, film: Film): FilmBlock | null {
  const { director: directors } = film.credits;
  const others = new Set(directors.flatMap(({ credits }) => credits.director));
  others.delete(film);
  const [first, ...rest] = directors;
  if (!first || others.size === 0) return null;
  const shown = posterRow([...others]);
  return {
    id: "more",
    title: rest.length === 0 ? `More by ${first.name}` : "More by its directors",
    items: shown.map((one) => ({ film: one, rating: one.rating })),
    note: phrase(
      others.size > shown.length &&
        first.path !== null &&
        rest.length === 0 && {
          text: `All ${format.count(others.size + 1, "film")}`,
          href: href(first.path),
        },
    ),
  };
}
