import type { Day } from "../day.ts";

/**
 * What an export says, joined: every film once, every viewing kept. The rules are those of the
 * site's `/about/` page; the facts about the files are in `docs/export.md`.
 */
export interface Ledger {
  kind: "zip" | "folder" | "sample";
  /** The export's path as the owner would write it. For the log only; never published. */
  source: string;
  /**
   * Newest Date or Watched Date in watched, ratings, diary, reviews, likes/films and watchlist, at
   * most one day after the build date.
   */
  newestDate: Day | null;
  /** `newestDate`, else the build date. */
  asOf: Day;
  /** Data rows per file, those left out among them: `watched.csv`, `likes/films.csv` …; all lists count as `lists/*.csv`. */
  files: Record<string, number>;
  /** Every film of watched, ratings, diary, reviews, likes, watchlist and lists, in file order. */
  films: LedgerFilm[];
  /** Every viewing, by Watched Date, then file order. */
  viewings: Viewing[];
  lists: FilmList[];
  /** The member's name from profile.csv, if the file is there. Published by choice only. */
  member: Member | null;
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
  /** All ratings of the month that decided `rating`, in no order that counts; absent where they are equal. */
  ratingsOfMonth?: number[];
  liked: boolean;
  /** Day it was put on the watchlist. */
  watchlisted: Day | null;
  /** By Watched Date, then file order. */
  viewings: Viewing[];
  /** Reviews that belong to no viewing. */
  reviews: LooseReview[];
}

/** One row of diary.csv with a readable Watched Date, at most one day after the build date. */
export interface Viewing {
  film: LedgerFilm;
  /** Watched Date. */
  date: Day;
  /** Date: the day it was logged, never the day it was watched. */
  logged: Day | null;
  /** The rating given that evening, 0.5 to 5. */
  rating: number | null;
  /** Rewatch flag, or an earlier viewing of the same film. */
  rewatch: boolean;
  tags: string[];
  /** Review text as typed: HTML that is neither clean nor balanced. Sanitise before showing it. */
  review: string | null;
}

export interface LooseReview {
  /** Watched Date. It makes no viewing, since that is a row of diary.csv. */
  watched: Day | null;
  logged: Day | null;
  rating: number | null;
  tags: string[];
  text: string;
}

export interface FilmList {
  name: string;
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

/** A file of the export that was not read; `reason` goes on from "The file". */
export interface SkippedFile {
  file: string;
  reason: string;
}

/** Rows and files that did not go the plain way, counted; the complaints say it in words. */
export interface Exceptions {
  /** Rows that could not be used, per file; of lists each by its name. */
  leftOut: Record<string, number>;
  skipped: SkippedFile[];
  /** Files that are there and hold nothing that counts; those of `deleted/` as one. */
  leftAlone: string[];
  /** Entries per file of `orphaned/`: their films are gone from Letterboxd. */
  orphaned: Record<string, number>;
  /** Rows without an address, per file: joined by Name and Year. */
  withoutAddress: Record<string, number>;
  /** Diary rows whose Watched Date is still to come: no viewings. */
  toCome: number;
  /** Diary rows and reviews that fell to one of several films of equal Name and Year. */
  joinedByOrder: number;
}

/** Something in the export that was odd, and what was done about it. */
export interface Complaint {
  /** `note`: worth knowing. `warning`: a row or file was not taken as it stands. */
  level: "note" | "warning";
  /** File inside the export, `diary.csv`. */
  file: string;
  /** Line of the file, from 1; null when it is about the whole file. */
  line: number | null;
  /** What kind of fault a warning is about, "an unreadable Rating": it quotes no cell and no name. */
  kind?: string;
  message: string;
}
