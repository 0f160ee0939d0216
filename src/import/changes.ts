import type { JoinedRows } from "../letterboxd/join.ts";
import type { LedgerFilm } from "../letterboxd/ledger.ts";
import { nameKeyOf } from "../letterboxd/rows.ts";

/** Counts of one kind of item in two exports. */
export interface Tally {
  before: number;
  now: number;
  added: number;
  gone: number;
}

/** The differences between two exports. */
export interface Changes {
  /** Films seen. */
  films: Tally;
  newFilms: LedgerFilm[];
  goneFilms: LedgerFilm[];
  viewings: Tally;
  /** Ratings of films. */
  ratings: Tally;
  /** Films with a different rating in the two exports. */
  rerated: number;
  likes: Tally;
  /** Reviews with a text, of a viewing or of a film. */
  reviews: Tally;
  /** Films that left the watchlist because they were seen do not count as gone. */
  watchlist: Tally;
  watchlistSeen: number;
  lists: Tally;
  goneLists: string[];
}

type JoinedExport = Pick<JoinedRows, "films" | "lists">;

/** Maps each film of the later export to the same film of the earlier one. */
type EarlierFilms = Map<LedgerFilm, LedgerFilm>;

/**
 * Compares two exports. Films are compared by address, else by Name and Year, because exports may lack
 * addresses or write them differently. Viewings are compared by film and Watched Date, reviews by film,
 * lists by name. Days of logging are ignored, because they differ between exports.
 */
export function changesBetween(before: JoinedExport, after: JoinedExport): Changes {
  const earlier = pairFilms(before.films, after.films);
  const keysOf = (keys: (film: LedgerFilm, old: LedgerFilm) => string[]) =>
    tallyOf(
      after.films.flatMap((film) => keys(film, earlier.get(film) ?? film)),
      before.films.flatMap((film) => keys(film, film)),
    );
  const filmsThat = (matches: (film: LedgerFilm) => boolean) =>
    tallyFilms(before.films, after.films, earlier, matches);

  const seen = filmsThat((film) => film.seen);
  const watchlist = filmsThat((film) => film.watchlisted !== null);
  const nowOf = new Map(Array.from(earlier, ([film, old]) => [old, film]));
  const watchlistSeen = watchlist.goneFilms.filter((old) => nowOf.get(old)?.seen).length;
  const lists = tallyOf(namesOf(after), namesOf(before));
  return {
    films: seen.tally,
    newFilms: seen.newFilms,
    goneFilms: seen.goneFilms,
    viewings: keysOf(viewingKeys).tally,
    ratings: filmsThat(isRated).tally,
    rerated: Array.from(earlier).filter(
      ([film, old]) => isRated(film) && isRated(old) && film.rating !== old.rating,
    ).length,
    likes: filmsThat((film) => film.liked).tally,
    reviews: keysOf(reviewKeys).tally,
    watchlist: { ...watchlist.tally, gone: watchlist.tally.gone - watchlistSeen },
    watchlistSeen,
    lists: lists.tally,
    goneLists: lists.missing,
  };
}

/** Pairs each film of `now` with the same film of `then`. */
function pairFilms(then: readonly LedgerFilm[], now: readonly LedgerFilm[]): EarlierFilms {
  const byKey = new Map(then.map((film) => [film.key, film]));
  const pairs: EarlierFilms = new Map();
  for (const film of now) {
    const old = byKey.get(film.key);
    if (!old) continue;
    pairs.set(film, old);
    byKey.delete(film.key);
  }
  const pairByName = (accepts: (film: LedgerFilm) => boolean) => {
    const byName = Map.groupBy([...byKey.values()].filter(accepts), nameOf);
    for (const film of now) {
      if (pairs.has(film) || !accepts(film)) continue;
      const old = byName.get(nameOf(film))?.shift();
      if (!old) continue;
      pairs.set(film, old);
      byKey.delete(old.key);
    }
  };
  // Seen films are paired first, so that a film of the watchlist never takes their place.
  pairByName(({ seen }) => seen);
  pairByName(() => true);
  return pairs;
}

function tallyFilms(
  before: readonly LedgerFilm[],
  after: readonly LedgerFilm[],
  earlier: EarlierFilms,
  matches: (film: LedgerFilm) => boolean,
): { tally: Tally; newFilms: LedgerFilm[]; goneFilms: LedgerFilm[] } {
  const [then, now] = [before.filter(matches), after.filter(matches)];
  const newFilms = now.filter((film) => {
    const old = earlier.get(film);
    return !old || !matches(old);
  });
  const kept = new Set(now.map((film) => earlier.get(film)));
  const goneFilms = then.filter((film) => !kept.has(film));
  return {
    tally: {
      before: then.length,
      now: now.length,
      added: newFilms.length,
      gone: goneFilms.length,
    },
    newFilms,
    goneFilms,
  };
}

const isRated = ({ seen, rating }: LedgerFilm): boolean => seen && rating !== null;

const nameOf = ({ name, year }: LedgerFilm): string => nameKeyOf(name, year);

const namesOf = ({ lists }: JoinedExport): string[] => lists.map(({ name }) => name);

/** Uses the earlier name of the film: films of one name share out their viewings in each export. */
const viewingKeys = ({ viewings }: LedgerFilm, old: LedgerFilm): string[] =>
  viewings.map(({ date }) => `${nameOf(old)}\0${date}`);

/** Counts reviews of viewings and of films together: without a diary there are no viewings. */
const reviewKeys = ({ viewings, reviews }: LedgerFilm, old: LedgerFilm): string[] =>
  [...viewings.filter(({ review }) => review !== null), ...reviews].map(() => nameOf(old));

/** Counts the keys that only `now` has and those that only `then` has. Repeated keys count each time. */
function tallyOf(now: string[], then: string[]): { tally: Tally; missing: string[] } {
  const left = new Map<string, number>();
  for (const key of now) left.set(key, (left.get(key) ?? 0) + 1);
  const missing = then.filter((key) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
  const common = then.length - missing.length;
  return {
    tally: {
      before: then.length,
      now: now.length,
      added: now.length - common,
      gone: missing.length,
    },
    missing,
  };
}
