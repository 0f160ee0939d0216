import { type Day, isDay } from "../../day.ts";
import { collectionAnswer, filmographyAnswer } from "./answers.ts";

/** A film as TMDB lists it in a filmography or a collection. */
export interface ListedFilm {
  id: number;
  title: string;
  /** May lie in the future. */
  released: Day;
}

/**
 * What somebody directed, out of `/person/{id}/movie_credits`: entries with the job Director and a
 * date of release that TMDB marks neither as video nor as adult, each film once.
 *
 * @throws ZodError when the answer is no list of credits.
 */
export const directedFilms = (answer: unknown): ListedFilm[] =>
  listedFilms(filmographyAnswer.parse(answer).crew.filter(({ job }) => job === "Director"));

/**
 * The films of `/collection/{id}` by the same rule.
 *
 * @throws ZodError when the answer is no collection.
 */
export const collectionParts = (answer: unknown): ListedFilm[] =>
  listedFilms(
    collectionAnswer
      .parse(answer)
      .parts.filter(({ media_type }) => !media_type || media_type === "movie"),
  );

interface Entry {
  id: number;
  title?: string | null | undefined;
  release_date?: string | null | undefined;
  video?: boolean | null | undefined;
  adult?: boolean | null | undefined;
}

function listedFilms(entries: Entry[]): ListedFilm[] {
  const films = new Map<number, ListedFilm>();
  for (const { id, title, release_date: released, video, adult } of entries) {
    if (title && released && isDay(released) && !video && !adult) {
      films.set(id, { id, title, released });
    }
  }
  return [...films.values()];
}
