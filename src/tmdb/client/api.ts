import type { Candidate } from "../metadata.ts";
import { identified, movieSearchAnswer, tvSearchAnswer } from "./answers.ts";
import type { Client } from "./client.ts";
import { type FilmAnswer, readFilm, readSeries, type SeriesAnswer } from "./details.ts";
import { collectionParts, type Filmography, filmographyOf, type ListedFilm } from "./filmList.ts";

/** One search result, film or series. */
export interface SearchResult extends Candidate {
  originalTitle: string;
  votes: number;
}

export interface SearchPage {
  found: SearchResult[];
  pages: number;
}

interface SearchFilter {
  page?: number;
  /** Only films that TMDB dates in this year. */
  year?: number;
  adult?: boolean;
}

/** The six TMDB endpoints in use. An `Api` sends each request once and reuses the answer. */
export interface Api {
  searchFilms(title: string, filter?: SearchFilter): Promise<SearchPage>;
  searchSeries(title: string): Promise<SearchPage>;
  film(id: number): Promise<FilmAnswer>;
  series(id: number): Promise<SeriesAnswer>;
  /** The films that the person directed, and those that they acted in. */
  filmography(person: number): Promise<Filmography>;
  /** The films of the collection. */
  collection(id: number): Promise<ListedFilm[]>;
}

// Letterboxd shows English titles. Without this, TMDB's default language could change them.
const LANGUAGE = { language: "en-US" };
const FILM = {
  append_to_response: "credits,keywords,alternative_titles,release_dates",
  ...LANGUAGE,
};
const SERIES = { append_to_response: "credits", ...LANGUAGE };

export function createApi(client: Pick<Client, "get">): Api {
  const searchFilms = once((path, query) => client.get(path, query, filmResults));
  const searchSeries = once((path, query) => client.get(path, query, seriesResults));
  const film = once((path, query) => client.get(path, query, checkingId(path, readFilm)));
  const series = once((path, query) => client.get(path, query, checkingId(path, readSeries)));
  const filmography = once((path, query) =>
    client.get(path, query, checkingId(path, filmographyOf)),
  );
  const collection = once((path, query) =>
    client.get(path, query, checkingId(path, collectionParts)),
  );
  return {
    searchFilms: (title, { page = 1, year, adult = false } = {}) =>
      searchFilms("/search/movie", {
        query: title.normalize("NFC"),
        include_adult: String(adult),
        page: String(page),
        ...(year === undefined ? {} : { primary_release_year: String(year) }),
        ...LANGUAGE,
      }),
    searchSeries: (title) =>
      searchSeries("/search/tv", { query: title.normalize("NFC"), page: "1", ...LANGUAGE }),
    film: (id) => film(`/movie/${id}`, FILM),
    series: (id) => series(`/tv/${id}`, SERIES),
    filmography: (person) => filmography(`/person/${person}/movie_credits`, LANGUAGE),
    collection: (id) => collection(`/collection/${id}`, LANGUAGE),
  };
}

type Ask<T> = (path: string, query: Record<string, string>) => Promise<T>;

function once<T>(ask: Ask<T>): Ask<T> {
  const asked = new Map<string, Promise<T>>();
  return (path, query) => {
    const key = `${path}?${new URLSearchParams(query)}`;
    const answer = asked.get(key) ?? ask(path, query);
    asked.set(key, answer);
    return answer;
  };
}

/** Checks that the answer has the id in the path, in case a proxy's cache mixes up two answers. */
const checkingId =
  <T>(path: string, read: (answer: unknown) => T) =>
  (answer: unknown): T => {
    const { id } = identified.parse(answer);
    if (!path.split("/").includes(`${id}`))
      throw new Error(`${path} was asked for, but the answer has the id ${id}`);
    return read(answer);
  };

function filmResults(answer: unknown): SearchPage {
  const { results, total_pages } = movieSearchAnswer.parse(answer);
  const found = results.map((result) => ({
    type: "movie" as const,
    id: result.id,
    title: result.title,
    originalTitle: result.original_title || result.title,
    year: year(result.release_date),
    votes: result.vote_count ?? 0,
  }));
  return { found, pages: total_pages };
}

function seriesResults(answer: unknown): SearchPage {
  const { results, total_pages } = tvSearchAnswer.parse(answer);
  const found = results.map((result) => ({
    type: "tv" as const,
    id: result.id,
    title: result.name,
    originalTitle: result.original_name || result.name,
    year: year(result.first_air_date),
    votes: result.vote_count ?? 0,
  }));
  return { found, pages: total_pages };
}

const year = (date: string | null | undefined) =>
  date && /^\d{4}/.test(date) ? Number(date.slice(0, 4)) : null;
