import { counted } from "../counted.ts";
import type { Day } from "../day.ts";
import type { JobRole } from "../jobs.ts";

/** A film as the export has it. */
export interface ExportFilm {
  /** Tells the film apart from every other one in the export. */
  key: string;
  /** Letterboxd's address of the film, if the export gives one. */
  uri: string | null;
  name: string;
  year: number | null;
  /** Its rows in the diary; only their number counts. */
  viewings?: readonly unknown[];
}

/** TMDB's data on one film of the ledger, and the match that led to it. */
export interface Metadata {
  match: Match;
  /** Details of a matched film; null for a series, or if they could not be fetched. */
  film: FilmDetails | null;
  series: SeriesDetails | null;
}

export type Match =
  | {
      type: "movie" | "tv";
      id: number;
      /** 0 to 1. */
      confidence: number;
      reason: string;
      /** Other possible results, best first, if the match is not sure. */
      candidates?: Candidate[];
      /** Decided by the owner in overrides.csv. */
      overridden?: true;
    }
  | {
      type: "none";
      /** How likely the first candidate is; too low to use it. */
      confidence: number;
      reason: string;
      /** Best first, at most three. A film with candidates is doubtful, one without is unknown. */
      candidates: Candidate[];
      overridden?: true;
      /** The page that overrides.csv gives and TMDB does not have. */
      absent?: Pick<Candidate, "type" | "id">;
    };

/** The path of its page at TMDB, `movie/12`. TMDB numbers films and series separately. */
export const pageOf = ({ type, id }: Pick<Candidate, "type" | "id">): string => `${type}/${id}`;

/** The path of the page that a match names; null if the match is none. */
export const matchedPage = (match: Match): string | null =>
  match.type === "none" ? null : pageOf(match);

/** A page at TMDB that could be the film. */
export interface Candidate {
  type: "movie" | "tv";
  id: number;
  title: string;
  year: number | null;
  /** Only if it differs from the title. */
  originalTitle?: string;
  /** How many people rated it at TMDB; missing from entries of old caches. */
  votes?: number;
}

/** Title, year and votes, to tell it from its namesakes: `Les créatures (1966), 41 votes`. */
export const describeCandidate = ({ type, title, year, originalTitle, votes }: Candidate): string =>
  [
    `${title} (${originalTitle ? `${originalTitle}, ` : ""}${year ?? "no year"})`,
    ...(type === "tv" ? ["series"] : []),
    ...(votes === undefined ? [] : [counted(votes, "vote")]),
  ].join(", ");

export interface Named {
  id: number;
  name: string;
}

/** The parts of `/movie/{id}` with credits and keywords that the site uses. */
export interface FilmDetails {
  id: number;
  title: string;
  originalTitle: string;
  releaseDate: Day | null;
  /** Minutes; null when TMDB says 0 or nothing. */
  runtime: number | null;
  genres: Named[];
  /** ISO 3166-1 codes. */
  originCountries: string[];
  productionCountries: string[];
  /** ISO 639-1, and TMDB's own `cn` (Cantonese) and `xx` (no language). */
  originalLanguage: string | null;
  /** Codes like those of the original language. */
  spokenLanguages: string[];
  tagline: string | null;
  companies: Named[];
  keywords: Named[];
  collection: Named | null;
  /** Billing order below 15, one entry a person. */
  cast: CastMember[];
  /** One entry a person and role. Only directors come with gender and portrait. */
  crew: CrewMember[];
  /** TMDB's file path, `/abc.jpg`. */
  poster: string | null;
  /** 0 to 10. */
  voteAverage: number | null;
  voteCount: number;
  /** TMDB's own measure, which changes daily; null in details of version 1. */
  popularity: number | null;
  imdbId: string | null;
}

/** What TMDB records of a person beside the name. A key is absent if it records nothing. */
export interface Recorded {
  /** 1 female, 2 male, 3 non-binary. */
  gender?: 1 | 2 | 3;
  /** TMDB's file path of the portrait. */
  profile?: string;
}

export type CastMember = Named & Recorded & { character: string; order: number };
export type CrewMember = Named & Recorded & { role: JobRole };

/** The parts of `/tv/{id}` that the site uses. */
export interface SeriesDetails {
  id: number;
  title: string;
  originalTitle: string;
  firstAirDate: Day | null;
  lastAirDate: Day | null;
  creators: Named[];
  networks: Named[];
  genres: Named[];
  originCountries: string[];
  originalLanguage: string | null;
  cast: CastMember[];
  episodes: number | null;
  seasons: number | null;
  /** TMDB's word for its kind: "Miniseries", "Scripted", "Documentary" … */
  type: string | null;
  poster: string | null;
}
