import { z } from "zod";
import type { CrewRole } from "../../jobs.ts";
import type { ListedFilm } from "../client/filmList.ts";
import type { FilmDetails, Match, SeriesDetails } from "../metadata.ts";

/**
 * Raise it when `FilmDetails` or `SeriesDetails` change. Older details are then fetched again; until
 * then they are used, in the shape that `readStoredFilm` and `readStoredSeries` give them.
 */
export const DETAILS_VERSION = 2;

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
  version: z.number().int().min(1).max(DETAILS_VERSION),
  at: z.number(),
  details: z.object({ id }),
});

/** Other values, such as those of a newer program, are ignored and fetched again. */
export const isStoredMatch = (value: unknown): value is StoredMatch =>
  storedMatch.safeParse(value).success;

/** Null for anything but details of this version or an older one. */
export function readStoredFilm(value: unknown): StoredFilm | null {
  if (!storedDetails.safeParse(value).success) return null;
  const record = value as StoredFilm;
  if (record.version === DETAILS_VERSION) return record;
  const { crew } = record.details;
  const details: FilmDetails = {
    ...record.details,
    spokenLanguages: [],
    tagline: null,
    popularity: null,
    crew: crew.map(({ id, name, role }) => ({ id, name, role: rolesOfVersion1[role] ?? role })),
  };
  return { ...record, details };
}

/** Null for anything but details of this version or an older one. */
export function readStoredSeries(value: unknown): StoredSeries | null {
  if (!storedDetails.safeParse(value).success) return null;
  const record = value as StoredSeries;
  if (record.version === DETAILS_VERSION) return record;
  return { ...record, details: { ...record.details, type: null } };
}

/** Roles of version 1 that are called otherwise now. Its writers include the authors of originals. */
const rolesOfVersion1: Record<string, CrewRole> = { cinematographer: "cinematography" };

const storedFilmList = z.object({
  version: z.literal(LIST_VERSION),
  at: z.number(),
  films: z.array(z.object({ id: z.number(), title: z.string(), released: z.string() })).nullable(),
});

/** A list of another version may leave out other films and is ignored. */
export const isStoredFilmList = (value: unknown): value is StoredFilmList =>
  storedFilmList.safeParse(value).success;
