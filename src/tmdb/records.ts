import type { FilmDetails, Match, SeriesDetails } from "./metadata.ts";

/** Raise it when `FilmDetails` or `SeriesDetails` change: older details are fetched anew. */
export const DETAILS_VERSION = 1;

/** Raise it when the matching changes its mind: older matches are searched anew. */
export const MATCHER_VERSION = 2;

/** A match as stored, under the film's key. */
export interface MatchRecord {
  version: number;
  /** When TMDB last confirmed it, ms. */
  at: number;
  /** What was searched for. A match outlives a change of name, a miss does not. */
  name: string;
  year: number | null;
  match: Match;
  /** How many times in a row nothing was found. */
  misses: number;
}

/** Details as stored, under the TMDB id. */
export interface DetailsRecord<T extends FilmDetails | SeriesDetails> {
  version: number;
  /** When TMDB gave them, ms. */
  at: number;
  details: T;
}

export const isMatchRecord = (value: unknown): value is MatchRecord =>
  isRecord(value) && "match" in value && typeof value.match === "object" && value.match !== null;

/** Details of another version have another shape and are none. */
export const isFilmRecord = (value: unknown): value is DetailsRecord<FilmDetails> =>
  isRecord(value) && value.version === DETAILS_VERSION && "details" in value;

export const isSeriesRecord = (value: unknown): value is DetailsRecord<SeriesDetails> =>
  isRecord(value) && value.version === DETAILS_VERSION && "details" in value;

const isRecord = (value: unknown): value is { version: unknown; at: number } =>
  typeof value === "object" &&
  value !== null &&
  "version" in value &&
  "at" in value &&
  typeof value.at === "number";
