import type { ListedFilm } from "../tmdb/client/filmList.ts";
import type { Credits } from "./credits.ts";
import type { Film } from "./film.ts";

/** A person with a credit on a seen film, identified by TMDB id and not by name. */
export interface Person {
  id: number;
  /** The most frequent spelling of the credits. */
  name: string;
  /** Address of the person's page, without the base path; null if they have no page. */
  path: string | null;
  /** Seen films by role. Cast credits count down to the fifteenth billing. */
  credits: Credits<Film>;
  /** TMDB's list of all films they directed; null if TMDB was not asked. */
  filmography: ListedFilm[] | null;
}
