import type { JoinedRows } from "../letterboxd/join.ts";
import type { LedgerFilm } from "../letterboxd/ledger.ts";
import { nameKeyOf } from "../letterboxd/rows.ts";

/** One kind of thing in two exports, told thing by thing: as many may come as go. */
export interface Tally {
  before: number;
  now: number;
  added: number;
  gone: number;
}

/** What one export has that an earlier one had not, and the other way round. */
export interface Changes {
  /** Those seen. */
  films: Tally;
  newFilms: LedgerFilm[];
  goneFilms: LedgerFilm[];
  viewings: Tally;
  /** Ratings of films. */
  ratings: Tally;
  /** Films rated in both whose rating is another. */
  rerated: number;
  likes: Tally;
  /** Reviews with a text, be they of a viewing or of a film. */
  reviews: Tally;
  /** Films that left the watchlist and are seen are not gone. */
  watchlist: Tally;
  watchlistSeen: number;
  lists: Tally;
  goneLists: string[];
}

type JoinedExport = Pick<JoinedRows, "films" | "lists">;

/** Each film of the later export that was in the earlier one, and which one it was there. */
type EarlierFilms = Map<LedgerFilm, LedgerFilm>;

/**
 * Compares two exports. A film is the same by its address, or else by Name and Year, since not every
 * export gives addresses, or those of one form; a viewing by its film and Watched Date, a review by
 * its film, a list by its name. Days of logging are left aside: they move from one export to the
 * next.
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

/** For each film of `now` that was there before, which one it was. */
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
  // First among those seen, so that one of the watchlist takes no seen film's place.
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

/** By the name the film had before: among films of one name, viewings are dealt out anew each time. */
const viewingKeys = ({ viewings }: LedgerFilm, old: LedgerFilm): string[] =>
  viewings.map(({ date }) => `${nameOf(old)}\0${date}`);

/** Whether a review belongs to a viewing may differ: an export without a diary has none. */
const reviewKeys = ({ viewings, reviews }: LedgerFilm, old: LedgerFilm): string[] =>
  [...viewings.filter(({ review }) => review !== null), ...reviews].map(() => nameOf(old));

/** How many of `now` are not in `then`, and the other way round; equal ones count each. */
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
