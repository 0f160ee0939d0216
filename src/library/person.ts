import type { ListedFilm } from "../tmdb/client/filmList.ts";
import type { Credits } from "./credits.ts";
import type { Film } from "./film.ts";

/** Somebody with a credit on a seen film. A person is a TMDB id, never a name. */
export interface Person {
  id: number;
  /** As most of the credits spell it. */
  name: string;
  /** Address of the person's page; null for those who have none. */
  path: string | null;
  /** Seen films by role; of the cast those with a billing below 15. */
  credits: Credits<Film>;
  /** What they directed as TMDB lists it; null when TMDB was not asked. */
  filmography: ListedFilm[] | null;
}
