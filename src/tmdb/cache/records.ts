import { z } from "zod";
import type { JobRole } from "../../jobs.ts";
import type { Filmography, ListedFilm } from "../client/filmList.ts";
import type { FilmDetails, Match, SeriesDetails } from "../metadata.ts";
import { crewFrom, storedCrew } from "./storedCrew.ts";

/**
 * Raise it when `FilmDetails` or `SeriesDetails` change. Older details are then fetched again; until
 * then they are used, in the shape that `readStoredFilm` and `readStoredSeries` give them.
 */
export const DETAILS_VERSION = 2;

/** Raise it when the matching changes: older matches are then searched again. */
export const MATCHER_VERSION = 4;

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

/** Details under the TMDB id. */
interface StoredDetails<T extends FilmDetails | SeriesDetails> {
  version: number;
  /** When TMDB gave them, ms. */
  at: number;
  details: T;
}

/** A filmography or a collection as stored, under the TMDB id. */
export interface StoredList<Films> {
  version: number;
  /** When TMDB gave it, ms. */
  at: number;
  /** Null when TMDB has no such page. */
  films: Films | null;
}

/** How the lists of one kind are stored. */
export interface ListKind<Films> {
  /** Raise it when the films of a list change. Older lists are then fetched again. */
  version: number;
  /** Null for anything but a list of this version or an older one. */
  read(value: unknown): StoredList<Films> | null;
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

/** Other values, such as those of a newer program, are ignored and fetched again. */
export const isStoredMatch = (value: unknown): value is StoredMatch =>
  storedMatch.safeParse(value).success;

const entries = z.array(z.unknown());
const versioned = (version: number, details: z.ZodObject) =>
  z.object({ version: z.literal(version), at: z.number(), details });
const crewByRole = z.record(z.string(), entries);
const film2 = versioned(2, z.object({ id, cast: entries, crew: crewByRole }));
const film1 = versioned(1, z.object({ id, cast: entries, crew: entries }));
const series = z.object({ id, cast: entries });
const series2 = versioned(2, series);
const series1 = versioned(1, series);

export const storedFilm = ({ details, ...record }: StoredFilm) => ({
  ...record,
  details: { ...details, crew: storedCrew(details.crew) },
});

/** Null for anything but details of this version or an older one. */
export function readStoredFilm(value: unknown): StoredFilm | null {
  if (film2.safeParse(value).success) {
    const { details, ...record } = value as ReturnType<typeof storedFilm>;
    return { ...record, details: { ...details, crew: crewFrom(details.crew) } };
  }
  if (!film1.safeParse(value).success) return null;
  const { details, ...record } = value as StoredFilm;
  const crew = details.crew.map((member) => ({
    ...member,
    role: rolesOfVersion1[member.role] ?? member.role,
  }));
  return {
    ...record,
    details: { ...details, spokenLanguages: [], tagline: null, popularity: null, crew },
  };
}

/** Roles of version 1 that are called otherwise now. Its writers include the authors of originals. */
const rolesOfVersion1: Record<string, JobRole> = { cinematographer: "cinematography" };

/** Null for anything but details of this version or an older one. */
export function readStoredSeries(value: unknown): StoredSeries | null {
  if (series2.safeParse(value).success) return value as StoredSeries;
  if (!series1.safeParse(value).success) return null;
  const { details, ...record } = value as StoredSeries;
  return { ...record, details: { ...details, type: null } };
}

const listed = z.array(z.object({ id: z.number(), title: z.string(), released: z.string() }));
const storedList = (version: number, films: z.ZodType) =>
  z.object({ version: z.literal(version), at: z.number(), films: films.nullable() });
const films1 = storedList(1, listed);
const filmography2 = storedList(2, z.object({ directed: listed, acted: listed }));

export const storedCollections: ListKind<ListedFilm[]> = {
  version: 1,
  read: (value) => (films1.safeParse(value).success ? (value as StoredList<ListedFilm[]>) : null),
};

export const storedFilmographies: ListKind<Filmography> = {
  version: 2,
  read(value) {
    if (filmography2.safeParse(value).success) return value as StoredList<Filmography>;
    if (!films1.safeParse(value).success) return null;
    const { films, ...record } = value as StoredList<ListedFilm[]>;
    return { ...record, films: films && { directed: films, acted: null } };
  },
};
