import type { LedgerFilm } from "../export/ledger.ts";
import { nameKeyOf } from "../export/rows.ts";

/** What one export has that an earlier one had not. Films are those seen. */
export interface Changes {
  newFilms: LedgerFilm[];
  goneFilms: LedgerFilm[];
  newViewings: number;
  goneViewings: number;
  /** Films in both whose rating was given, changed or withdrawn. */
  rerated: number;
  newLikes: number;
  goneLikes: number;
}

/**
 * Compares the films of two exports. A film is the same by its address, or else by Name and Year,
 * since not every export gives addresses, or those of one form; a viewing by its film and Watched
 * Date. Days of logging are left aside: they move from one export to the next.
 */
export function changesBetween(
  before: readonly LedgerFilm[],
  after: readonly LedgerFilm[],
): Changes {
  const then = before.filter(({ seen }) => seen);
  const now = after.filter(({ seen }) => seen);
  const earlier = pairUp(then, now);
  const pairs = [...earlier];
  const paired = new Set(earlier.values());
  const viewings = surplus(
    now.flatMap((film) => viewingKeys(film, earlier.get(film))),
    then.flatMap((film) => viewingKeys(film)),
  );
  const likes = (films: LedgerFilm[]) => films.filter(({ liked }) => liked).length;
  const keptLikes = pairs.filter(([film, old]) => film.liked && old.liked).length;
  return {
    newFilms: now.filter((film) => !earlier.has(film)),
    goneFilms: then.filter((film) => !paired.has(film)),
    newViewings: viewings.added,
    goneViewings: viewings.missing,
    rerated: pairs.filter(([film, old]) => film.rating !== old.rating).length,
    newLikes: likes(now) - keptLikes,
    goneLikes: likes(then) - keptLikes,
  };
}

/** For each film of `now` that was there before, which one it was. */
function pairUp(then: LedgerFilm[], now: LedgerFilm[]): Map<LedgerFilm, LedgerFilm> {
  const byKey = new Map(then.map((film) => [film.key, film]));
  const pairs = new Map<LedgerFilm, LedgerFilm>();
  for (const film of now) {
    const old = byKey.get(film.key);
    if (!old) continue;
    pairs.set(film, old);
    byKey.delete(film.key);
  }
  const byName = Map.groupBy(byKey.values(), nameOf);
  for (const film of now) {
    if (pairs.has(film)) continue;
    const old = byName.get(nameOf(film))?.shift();
    if (old) pairs.set(film, old);
  }
  return pairs;
}

const nameOf = ({ name, year }: LedgerFilm): string => nameKeyOf(name, year);

/** By the name the film had before: among films of one name, viewings are dealt out anew each time. */
const viewingKeys = (film: LedgerFilm, old: LedgerFilm = film): string[] =>
  film.viewings.map(({ date }) => `${nameOf(old)}\0${date}`);

/** How many of `now` are not in `then`, and the other way round; equal ones count each. */
function surplus(now: string[], then: string[]): { added: number; missing: number } {
  const left = new Map<string, number>();
  for (const key of then) left.set(key, (left.get(key) ?? 0) + 1);
  let common = 0;
  for (const key of now) {
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    left.set(key, count - 1);
    common += 1;
  }
  return { added: now.length - common, missing: then.length - common };
}
