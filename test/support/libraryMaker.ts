import type { Day } from "../../src/day.ts";
import { roleOfJob } from "../../src/jobs.ts";
import type { Ledger, LedgerFilm, LooseReview } from "../../src/letterboxd/ledger.ts";
import type { Film } from "../../src/library/film.ts";
import { buildLibrary, type Library, type LibraryOptions } from "../../src/library/library.ts";
import type { CrewMember, FilmDetails, Metadata, SeriesDetails } from "../../src/tmdb/metadata.ts";

/** A film of a test: whatever is left out is as empty as it can be. */
export interface FilmSpec {
  name: string;
  year?: number | null;
  uri?: string | null;
  seen?: boolean;
  rating?: number | null;
  /** Of the rating; ratings.csv unless told. */
  ratingFrom?: LedgerFilm["ratingFrom"];
  liked?: boolean;
  watchlisted?: Day | null;
  /** Oldest first. */
  viewings?: ViewingSpec[];
  /** Those that belong to no viewing. */
  reviews?: Partial<LooseReview>[];
  /** What TMDB says; left out, it was never asked. */
  tmdb?: Partial<FilmDetails> | "series" | "none" | "failed";
}

export type ViewingSpec =
  | Day
  | {
      on: Day;
      /** Day of logging; that of viewing unless told. */
      logged?: Day | null;
      rating?: number | null;
      rewatch?: boolean;
      tags?: string[];
      review?: string | null;
    };

export function makeLedgerFilm(spec: FilmSpec): LedgerFilm {
  const { name, year = null, uri = `https://boxd.it/${name}` } = spec;
  const film: LedgerFilm = {
    key: uri ?? `${name}\0${year ?? ""}`,
    uri,
    name,
    year,
    seen: spec.seen ?? true,
    rating: spec.rating ?? null,
    ratingFrom: spec.rating ? (spec.ratingFrom ?? "ratings") : null,
    liked: spec.liked ?? false,
    watchlisted: spec.watchlisted ?? null,
    viewings: [],
    reviews: (spec.reviews ?? []).map((review) => ({
      watched: null,
      logged: null,
      rating: null,
      tags: [],
      text: "",
      ...review,
    })),
  };
  film.viewings = (spec.viewings ?? []).map((viewing) => {
    const { on, ...said } = typeof viewing === "string" ? { on: viewing } : viewing;
    return {
      film,
      date: on,
      logged: on,
      rating: null,
      rewatch: false,
      tags: [],
      review: null,
      ...said,
    };
  });
  return film;
}

export function makeLedger(specs: FilmSpec[], changes: Partial<Ledger> = {}): Ledger {
  const films = specs.map(makeLedgerFilm);
  const viewings = films
    .flatMap((film) => film.viewings)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    kind: "folder",
    source: "data/export",
    newestDate: viewings.at(-1)?.date ?? null,
    asOf: viewings.at(-1)?.date ?? "2024-06-30",
    files: {},
    films,
    viewings,
    lists: [],
    member: null,
    favourites: [],
    complaints: [],
    exceptions: {
      leftOut: {},
      skipped: [],
      leftAlone: [],
      orphaned: {},
      withoutAddress: {},
      toCome: 0,
      joinedByOrder: 0,
    },
    ...changes,
  };
}

export function makeLibrary(
  specs: FilmSpec[],
  { ledger = {}, ...options }: LibraryOptions & { ledger?: Partial<Ledger> } = {},
): Library {
  const made = makeLedger(specs, ledger);
  const metadata = specs.flatMap(({ tmdb }, i): [string, Metadata][] => {
    const key = made.films[i]?.key;
    return tmdb === undefined || key === undefined ? [] : [[key, makeMetadata(i + 1, tmdb)]];
  });
  return buildLibrary(made, new Map(metadata), options);
}

export const makeFilms = (specs: FilmSpec[]): Film[] => makeLibrary(specs).films;

export function makeFilm(spec: FilmSpec): Film {
  const [film] = makeFilms([spec]);
  if (!film) throw new Error(`${spec.name} is not seen`);
  return film;
}

/** Viewings of nothing in particular, for figures that need the days alone. */
export const onDays = (...days: Day[]): { date: Day }[] => days.map((date) => ({ date }));

function makeMetadata(id: number, tmdb: NonNullable<FilmSpec["tmdb"]>): Metadata {
  const match = { id, confidence: 0.9, reason: "Same title and year." };
  switch (tmdb) {
    case "none":
      return {
        match: { type: "none", confidence: 0, reason: "Nothing found.", candidates: [] },
        film: null,
        series: null,
      };
    case "failed":
      return { match: { type: "movie", ...match }, film: null, series: null };
    case "series":
      return { match: { type: "tv", ...match }, film: null, series: makeSeries(id) };
    default:
      return { match: { type: "movie", ...match }, film: makeDetails(id, tmdb), series: null };
  }
}

const makeDetails = (id: number, changes: Partial<FilmDetails>): FilmDetails => ({
  id,
  title: `Film ${id}`,
  originalTitle: `Film ${id}`,
  releaseDate: null,
  runtime: null,
  genres: [],
  originCountries: [],
  productionCountries: [],
  originalLanguage: null,
  spokenLanguages: [],
  tagline: null,
  companies: [],
  keywords: [],
  collection: null,
  cast: [],
  crew: [],
  poster: null,
  voteAverage: null,
  voteCount: 0,
  popularity: null,
  imdbId: null,
  ...changes,
});

/** A series with everything that must not be counted. */
const makeSeries = (id: number): SeriesDetails => ({
  id,
  title: `Series ${id}`,
  originalTitle: `Series ${id}`,
  firstAirDate: null,
  lastAirDate: null,
  creators: [{ id: 900, name: "Creator" }],
  networks: [],
  genres: [{ id: 10765, name: "Sci-Fi & Fantasy" }],
  originCountries: ["GB"],
  originalLanguage: "en",
  cast: [{ id: 901, name: "Series Star", character: "Self", order: 0 }],
  episodes: 10,
  seasons: 1,
  type: "Scripted",
  poster: null,
});

/** A crew as TMDB lists it, by job. Jobs that count for no role are left out. */
export const crewByJob = (crew: readonly [job: string, id: number, name: string][]): CrewMember[] =>
  crew.flatMap(([job, id, name]) => {
    const role = roleOfJob.get(job);
    return role ? [{ id, name, role }] : [];
  });

export const director = (id: number, name: string) => ({ id, name, role: "director" as const });

export const actor = (id: number, name: string, order = 0) => ({ id, name, order, character: "" });
