import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";

/** One film in `dist/data/films.json`; docs/data.md documents the shape. */
export interface PublishedFilm {
  name: string;
  year: number | null;
  uri: string | null;
  path: string;
  rating: number | null;
  liked: boolean;
  viewings: { date: string; rating: number | null; rewatch: boolean }[];
  tmdb: { type: "movie" | "tv"; id: number; confidence: number; reason: string } | null;
  runtime: number | null;
  genres: { id: number; name: string }[];
  directors: { id: number; name: string }[];
  countries: string[];
}

export const publishedFilms = (films: Film[], { machineDay }: Format): PublishedFilm[] =>
  films.map(({ match, ...film }) => ({
    name: film.name,
    year: film.year,
    uri: film.uri,
    path: film.path,
    rating: film.rating,
    liked: film.liked,
    viewings: film.viewings.map(({ date, rating, rewatch }) => ({
      date: machineDay(date),
      rating,
      rewatch,
    })),
    tmdb:
      match === null || match.type === "none"
        ? null
        : { type: match.type, id: match.id, confidence: match.confidence, reason: match.reason },
    runtime: film.runtime,
    genres: film.groups.genre.map(({ id, name }) => ({ id: Number(id), name })),
    directors: film.credits.director.map(({ id, name }) => ({ id, name })),
    countries: film.groups.country.map(({ id }) => id),
  }));
