import { compareText } from "../compareText.ts";
import type { Film } from "../library/film.ts";
import type { ListedFilm } from "../tmdb/client/filmList.ts";
import { soleFirst } from "./finding.ts";

/** A film of a collection: a seen one, or one that TMDB lists and that was not seen. */
export type Part = { film: Film; missing?: never } | { missing: ListedFilm; film?: never };

/** Oldest release first. Seen films without a date go by their year. */
export const partsInOrder = (films: readonly Film[], missing: readonly ListedFilm[]): Part[] =>
  [...films.map((film) => ({ film })), ...missing.map((listed) => ({ missing: listed }))].sort(
    (a, b) => compareText(released(a), released(b)) || compareText(nameOf(a), nameOf(b)),
  );

const released = ({ film, missing }: Part): string =>
  film ? (film.details?.releaseDate ?? `${film.year ?? ""}`) : missing.released;

const nameOf = ({ film, missing }: Part): string => film?.name ?? missing?.title ?? "";

/** The number of rated parts from which one of them may be called the best. */
const enoughToChoose = 3;

/** The part with the highest rating and its place, from 1; null if two share it or few are rated. */
export function bestPart(parts: readonly Part[]): { film: Film; place: number } | null {
  const rated = parts.flatMap(({ film }, i) =>
    film && film.rating !== null ? [{ film, place: i + 1 }] : [],
  );
  return rated.length < enoughToChoose ? null : soleFirst(rated, ({ film }) => film.rating ?? 0);
}
