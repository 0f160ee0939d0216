import type { FilmList, LooseReview, Viewing } from "../letterboxd/ledger.ts";
import type { FilmDetails, Match, SeriesDetails } from "../tmdb/metadata.ts";
import type { Credits } from "./credits.ts";
import type { Group } from "./group.ts";
import type { Kind } from "./kinds.ts";
import type { Person } from "./person.ts";

/** A seen film with everything known about it. */
export interface Film {
  key: string;
  uri: string | null;
  name: string;
  year: number | null;
  /** Address of its page, without the base path. */
  path: string;
  /** Current rating, 0.5 to 5. */
  rating: number | null;
  ratingFrom: "ratings" | "viewing" | "review" | null;
  /** Whether the days of its viewings are known, and with them the order within a month. */
  exactDates: boolean;
  liked: boolean;
  /** Sorted by Watched Date. Empty for a film that was only marked as seen. */
  viewings: Viewing[];
  looseReviews: LooseReview[];
  /** Its places on the owner's lists, in the export's order. */
  places: Place[];
  /** Null if TMDB was never asked. */
  match: Match | null;
  /** Null for series and for films unknown to TMDB. Fields below that depend on it are then empty. */
  details: FilmDetails | null;
  series: SeriesDetails | null;
  /** Minutes. */
  runtime: number | null;
  /** What it has in common with other films, by kind. */
  groups: Record<Kind, Group[]>;
  /** Who made it, by role. The cast is cut at the fifteenth billing. */
  credits: Credits<Person>;
}

/** A film's place on a list. */
interface Place {
  list: FilmList;
  position: number;
  /** As typed, see `Viewing.review`. */
  note: string;
}

export const isShort = (film: Film): boolean => film.runtime !== null && film.runtime <= 40;
