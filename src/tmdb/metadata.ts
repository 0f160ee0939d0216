import { counted } from "../counted.ts";
import type { Day } from "../day.ts";
import type { CrewRole } from "../roles.ts";

/** What TMDB knows of one film of the ledger, and why we believe it is that film. */
export interface Metadata {
  match: Match;
  /** Details of a matched film; null for a series, or when they could not be had. */
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
      /** What else it could be, best first, where that is not quite sure. */
      candidates?: Candidate[];
      /** Said by the owner in overrides.csv. */
      overridden?: true;
    }
  | {
      type: "none";
      /** Of the first candidate: too little to use it. */
      confidence: number;
      reason: string;
      /** Best first, three at most. With any the film is doubtful, with none it is unknown. */
      candidates: Candidate[];
      overridden?: true;
      /** What overrides.csv names, and TMDB does not have. */
      absent?: Pick<Candidate, "type" | "id">;
    };

/** What TMDB calls it in its addresses, which tells films and series apart: `movie/12`. */
export const nameAtTmdb = ({ type, id }: Pick<Candidate, "type" | "id">): string => `${type}/${id}`;

/** The same of what a match names; null where it names nothing. */
export const targetOf = (match: Match): string | null =>
  match.type === "none" ? null : nameAtTmdb(match);

/** One of the nearest search results. */
export interface Candidate {
  type: "movie" | "tv";
  id: number;
  title: string;
  year: number | null;
  /** Where it is another than the title. */
  originalTitle?: string;
  /** How many rated it at TMDB; not known of what was found before it was kept. */
  votes?: number;
}

/** What tells it from its namesakes: `Les créatures (1966), 41 votes`. */
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

/** `/movie/{id}` with credits and keywords, trimmed to what the site uses. */
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
  companies: Named[];
  keywords: Named[];
  collection: Named | null;
  /** Billing order below 15, one entry a person. */
  cast: (Named & { character: string; order: number })[];
  /** Directors, writers, camera, editing, music; one entry a person and role. */
  crew: (Named & { role: CrewRole })[];
  /** TMDB's file path, `/abc.jpg`. */
  poster: string | null;
  /** 0 to 10. */
  voteAverage: number | null;
  voteCount: number;
  imdbId: string | null;
}

/** `/tv/{id}`, trimmed. */
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
  cast: (Named & { character: string; order: number })[];
  episodes: number | null;
  seasons: number | null;
  poster: string | null;
}
