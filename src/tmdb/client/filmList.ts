import { type Day, isDay } from "../../day.ts";
import { collectionAnswer, filmographyAnswer } from "./answers.ts";

/** A film as TMDB lists it in a filmography or a collection. */
export interface ListedFilm {
  id: number;
  title: string;
  /** May be in the future. */
  released: Day;
}

/**
 * The films that somebody directed, from `/person/{id}/movie_credits`. An entry counts if its job is
 * Director, it has a release date, and TMDB marks it neither as video nor as adult. Each film counts once.
 *
 * @throws ZodError if the answer is not a list of credits
 */
export const directedFilms = (answer: unknown): ListedFilm[] =>
  listedFilms(filmographyAnswer.parse(answer).crew.filter(({ job }) => job === "Director"));

/**
 * The films of `/collection/{id}` by the same rule.
 *
 * @throws ZodError if the answer is not a collection
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
