import { z } from "zod";
import type { ListedFilm } from "../client/filmList.ts";
import type { FilmDetails, Match, SeriesDetails } from "../metadata.ts";

/** Raise it when `FilmDetails` or `SeriesDetails` change: older details are then fetched again. */
export const DETAILS_VERSION = 1;

/** Raise it when the matching changes: older matches are then searched again. */
export const MATCHER_VERSION = 4;

/** Raise it when `ListedFilm` or the choice of listed films changes: older lists are then fetched again. */
export const LIST_VERSION = 1;

/** A match as stored, under the film's key. */
export interface StoredMatch {
  version: number;
  /** When TMDB last confirmed the match, in ms: by a search, or by its details if the match is sure. */
  at: number;
  /** The name and year searched for. If they change, a match stays valid and a miss does not. */
  name: string;
  year: number | null;
  match: Match;
  /** How many times in a row nothing was found. */
  misses: number;
}

/** Details as stored, under the TMDB id. */
export interface StoredDetails<T extends FilmDetails | SeriesDetails> {
  version: number;
  /** When TMDB gave them, ms. */
  at: number;
  details: T;
}

/** A filmography or a collection as stored, under the TMDB id. */
export interface StoredFilmList {
  version: number;
  /** When TMDB gave it, ms. */
  at: number;
  /** Null when TMDB has no such page. */
  films: ListedFilm[] | null;
}

export type StoredFilm = StoredDetails<FilmDetails>;
export type StoredSeries = StoredDetails<SeriesDetails>;

const id = z.number().int().positive();
const storedMatch = z.object({
  version: z.number(),
  at: z.number(),
  name: z.string(),
  year: z.number().nullable(),
  misses: z.number(),
  match: z.discriminatedUnion("type", [
    z.object({ type: z.enum(["movie", "tv"]), id, confidence: z.number(), reason: z.string() }),
    z.object({ type: z.literal("none"), reason: z.string(), candidates: z.array(z.unknown()) }),
  ]),
});
const storedDetails = z.object({
  version: z.literal(DETAILS_VERSION),
  at: z.number(),
  details: z.object({ id }),
});

/** Other values, such as those of a newer program, are ignored and fetched again. */
export const isStoredMatch = (value: unknown): value is StoredMatch =>
  storedMatch.safeParse(value).success;

/** Details of another version have another shape and are ignored. */
export const isStoredFilm = (value: unknown): value is StoredFilm =>
  storedDetails.safeParse(value).success;

export const isStoredSeries = (value: unknown): value is StoredSeries =>
  storedDetails.safeParse(value).success;

const storedFilmList = z.object({
  version: z.literal(LIST_VERSION),
  at: z.number(),
  films: z.array(z.object({ id: z.number(), title: z.string(), released: z.string() })).nullable(),
});

/** A list of another version may leave out other films and is ignored. */
export const isStoredFilmList = (value: unknown): value is StoredFilmList =>
  storedFilmList.safeParse(value).success;
