import type { Day } from "../day.ts";
import type { FilmDetails, Named, SeriesDetails } from "../tmdb/metadata.ts";
import type { Film } from "./film.ts";

/** A film of a list or of the watchlist, seen or not. */
export interface Title {
  name: string;
  year: number | null;
  /** The film with its page; null if it is not seen. */
  film: Film | null;
  /** Letterboxd's address; null if the export gives none. */
  uri: string | null;
  /** The path of its page at TMDB, `movie/12`; null if it is unknown. */
  page: string | null;
  /** Null if TMDB was not asked about it, and for a series. */
  details: FilmDetails | null;
  series: SeriesDetails | null;
  /** Minutes. */
  runtime: number | null;
  groups: { genre: Named[] };
  /** The day it was put on the watchlist; null if it is not on it. */
  watchlisted: Day | null;
}

/** A canon list. */
export interface CanonList {
  /** The name of its file without the ending. */
  id: string;
  /** The name in the file; null if the file only has films. */
  name: string | null;
  /** Address of its page, without the base path. */
  path: string;
  /** In the order of the file. */
  items: { position: number; title: Title }[];
}
