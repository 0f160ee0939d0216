import { isBilledRole } from "../../characters.ts";
import { type Day, isDay } from "../../day.ts";
import { collectionAnswer, filmographyAnswer } from "./answers.ts";

/** A film as TMDB lists it in a filmography or a collection. */
export interface ListedFilm {
  id: number;
  title: string;
  /** May be in the future. */
  released: Day;
}

/** The films of a person. Each list has a film once. */
export interface Filmography {
  directed: ListedFilm[];
  /** Null if it is not known: lists of version 1 have only the films that somebody directed. */
  acted: ListedFilm[] | null;
}

/** TMDB's id of the genre Documentary. */
const DOCUMENTARY = 99;

/**
 * The films of `/person/{id}/movie_credits`. An entry counts if it has a release date, and TMDB marks it
 * neither as video nor as adult. Directing needs the job Director. Acting needs a role that the film
 * credits, in a film that is no documentary.
 *
 * @throws ZodError if the answer is not a list of credits
 */
export function filmographyOf(answer: unknown): Filmography {
  const { cast, crew } = filmographyAnswer.parse(answer);
  return {
    directed: listedFilms(crew.filter(({ job }) => job === "Director")),
    acted: listedFilms(
      cast.filter(
        ({ character, genre_ids }) =>
          isBilledRole(character ?? "") && !genre_ids.includes(DOCUMENTARY),
      ),
    ),
  };
}

/**
 * The films of `/collection/{id}` that have a release date, and are marked neither as video nor as adult.
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
