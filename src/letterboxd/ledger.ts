import type { Day } from "../day.ts";

/**
 * An export with its files joined: every film once, and every viewing. The site's `/about/` page states
 * the rules. `docs/export.md` describes the files.
 */
export interface Ledger {
  kind: "zip" | "folder" | "sample";
  /** The export's path as the owner would write it. Used in the log, never published. */
  source: string;
  /**
   * Newest Date or Watched Date in watched, ratings, diary, reviews, likes/films and watchlist, at
   * most one day after the build date.
   */
  newestDate: Day | null;
  /** `newestDate`, else the build date. */
  asOf: Day;
  /** Data rows per file, including those left out: `watched.csv`, `likes/films.csv` …; all lists count as `lists/*.csv`. */
  files: Record<string, number>;
  /** Every film of watched, ratings, diary, reviews, likes, watchlist and lists, in file order. */
  films: LedgerFilm[];
  /** Every viewing, by Watched Date, then file order. */
  viewings: Viewing[];
  lists: FilmList[];
  /** The member's name from profile.csv, if that file exists. Published only if the owner chooses so. */
  member: Member | null;
  /** Addresses of the favourite films of the profile, in its order. */
  favourites: string[];
  complaints: Complaint[];
  exceptions: Exceptions;
}

export interface LedgerFilm {
  /** Film URI, or `name\0year` when the export gives none. Unique in a ledger, stable between exports. */
  key: string;
  uri: string | null;
  name: string;
  year: number | null;
  /** In watched, ratings, diary or reviews. */
  seen: boolean;
  /** Current rating, 0.5 to 5. */
  rating: number | null;
  ratingFrom: "ratings" | "viewing" | "review" | null;
  /** All ratings of the month that decided `rating`, in any order. Absent if they are equal. */
  ratingsOfMonth?: number[];
  liked: boolean;
  /** Day it was put on the watchlist. */
  watchlisted: Day | null;
  /** By Watched Date, then file order. */
  viewings: Viewing[];
  /** Reviews without a viewing. */
  reviews: LooseReview[];
}

/** One row of diary.csv with a readable Watched Date, at most one day after the build date. */
export interface Viewing {
  film: LedgerFilm;
  /** Watched Date. */
  date: Day;
  /** Date: the day it was logged, never the day it was watched. */
  logged: Day | null;
  /** The rating given with this viewing, 0.5 to 5. */
  rating: number | null;
  /** Rewatch flag, or an earlier viewing of the same film. */
  rewatch: boolean;
  tags: string[];
  /** Review text as typed: HTML that is neither clean nor balanced. Sanitise before showing it. */
  review: string | null;
}

export interface LooseReview {
  /** Watched Date. It is not a viewing, because only rows of diary.csv are. */
  watched: Day | null;
  logged: Day | null;
  rating: number | null;
  tags: string[];
  text: string;
}

export interface FilmList {
  name: string;
  /** Its address at Letterboxd. Never published. */
  uri?: string | null;
  /** The list head's Date. */
  date: Day | null;
  tags: string[];
  /** As typed, see `Viewing.review`. */
  description: string;
  items: { position: number; film: LedgerFilm; note: string }[];
}

export interface Member {
  username: string;
  givenName: string;
  familyName: string;
}

/** A file of the export that was not read. `reason` continues "The file". */
export interface SkippedFile {
  file: string;
  reason: string;
}

/** Counts of rows and files that needed special treatment. The complaints describe them in words. */
export interface Exceptions {
  /** Rows that could not be used, by file. Each list has its own name. */
  leftOut: Record<string, number>;
  skipped: SkippedFile[];
  /** Known files that the site does not use. Those of `deleted/` are one item. */
  leftAlone: string[];
  /** Entries by file of `orphaned/`, whose films were removed from Letterboxd. */
  orphaned: Record<string, number>;
  /** Rows without an address, by file. They were matched by Name and Year. */
  withoutAddress: Record<string, number>;
  /** Diary rows with a Watched Date in the future, which are not viewings. */
  toCome: number;
  /** Diary rows and reviews that were given to one of several films of equal Name and Year. */
  joinedByOrder: number;
}

/** Something odd in the export, and how it was treated. */
export interface Complaint {
  /** `note`: worth knowing. `warning`: a row or file was left out or changed. */
  level: "note" | "warning";
  /** File inside the export, `diary.csv`. */
  file: string;
  /** Line of the file, counted from 1; null if the complaint is about the whole file. */
  line: number | null;
  /** The kind of fault, such as "an unreadable Rating". It never quotes a cell or a name. */
  kind?: string;
  message: string;
}
