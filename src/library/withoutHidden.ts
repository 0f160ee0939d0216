import { yearOf } from "../day.ts";
import type { CanonFile } from "../letterboxd/canonFiles.ts";
import { parseUri } from "../letterboxd/fields.ts";
import type { FilmList, Ledger, LedgerFilm } from "../letterboxd/ledger.ts";
import type { Filmography, ListedFilm } from "../tmdb/client/filmList.ts";
import { findCanonFilms } from "../tmdb/match/findCanonFilms.ts";
import type { Metadata } from "../tmdb/metadata.ts";

/** What the owner hides: films and lists by address or name, tags by name. */
export interface Hide {
  films: readonly string[];
  lists: readonly string[];
  tags: readonly string[];
}

/** What was hidden. */
export interface Hidden {
  films: LedgerFilm[];
  lists: number;
  tags: number;
  /** Entries that fit nothing: `films: "Rann"`. */
  unused: string[];
}

/** Something with a name, and with an address if it has one. */
interface Named {
  name: string;
  year?: number | null;
  uri?: string | null;
}

/**
 * A test whether entries mean something: by its address, by its name, or by `Name (Year)`. Capitals do
 * not matter in names. `unused` has the entries that never fitted.
 */
function createMatcher(entries: readonly string[]) {
  const unused = new Set(entries.map(folded));
  const known = new Set(unused);
  const isMeant = ({ name, year = null, uri = null }: Named): boolean => {
    if (known.size === 0) return false;
    const forms = [name, ...(year === null ? [] : [`${name} (${year})`])].map(folded);
    const fitting = uri === null ? forms : [...forms, uri];
    for (const form of fitting) unused.delete(form);
    return fitting.some((form) => known.has(form));
  };
  return { isMeant, unused };
}

/** An address as the export writes it, or a name for comparing. */
function folded(entry: string): string {
  const address = /^(?:https?:\/\/)?((?:www\.)?(?:boxd\.it|letterboxd\.com)\/\S+)$/i.exec(
    entry,
  )?.[1];
  const uri = address ? parseUri(`https://${address}`, () => {}) : null;
  return uri ?? entry.trim().normalize("NFC").toLowerCase();
}

/** Whether a film is hidden, also one that the export lacks. */
const hiddenTest = ({ films }: Pick<Hide, "films">): ((film: Named) => boolean) =>
  createMatcher(films).isMeant;

/**
 * The ledger without what is hidden, as if the export lacked it. A hidden film takes its viewings,
 * reviews and places on lists along, and the places after it move up. The films of a hidden list or tag
 * stay. Tags are removed in place.
 */
export function withoutHidden<L extends Pick<Ledger, "films" | "viewings" | "lists">>(
  ledger: L,
  hide: Hide,
): { ledger: L; hidden: Hidden } {
  const films = createMatcher(hide.films);
  const lists = createMatcher(hide.lists);
  const tags = createMatcher(hide.tags);
  const gone = new Set(ledger.films.filter(films.isMeant));
  const goneTags = new Set<string>();
  const shownTags = (all: string[]) =>
    all.filter((tag) => {
      const isHidden = tags.isMeant({ name: tag });
      if (isHidden) goneTags.add(folded(tag));
      return !isHidden;
    });
  for (const film of ledger.films) {
    for (const row of [...film.viewings, ...film.reviews]) row.tags = shownTags(row.tags);
  }
  const shownLists = ledger.lists.filter((list) => !lists.isMeant(list));
  return {
    ledger: {
      ...ledger,
      films: ledger.films.filter((film) => !gone.has(film)),
      viewings: ledger.viewings.filter(({ film }) => !gone.has(film)),
      lists: shownLists.map((list) => ({
        ...list,
        tags: shownTags(list.tags),
        items: withoutFilms(list.items, gone),
      })),
    },
    hidden: {
      films: [...gone],
      lists: ledger.lists.length - shownLists.length,
      tags: goneTags.size,
      unused: [
        ...unusedOf("films", hide.films, films.unused),
        ...unusedOf("lists", hide.lists, lists.unused),
        ...unusedOf("tags", hide.tags, tags.unused),
      ],
    },
  };
}

const unusedOf = (what: string, entries: readonly string[], unused: Set<string>): string[] =>
  entries.filter((entry) => unused.has(folded(entry))).map((entry) => `${what}: "${entry}"`);

function withoutFilms(items: FilmList["items"], gone: Set<LedgerFilm>): FilmList["items"] {
  let before = 0;
  return items.flatMap((item) => {
    if (!gone.has(item.film)) return [{ ...item, position: item.position - before }];
    before += 1;
    return [];
  });
}

/** Lists of films that others made: TMDB's, and the canon lists. */
export interface FilmLists {
  filmographies: Map<number, Filmography>;
  collections: Map<number, ListedFilm[]>;
  canon: readonly CanonFile[];
}

/**
 * The lists without the hidden films: by the id they are matched with, and by title and year, because
 * they would otherwise be among the films that were not seen.
 */
export function listsWithoutHidden(
  { filmographies, collections, canon }: FilmLists,
  { films }: Pick<Hidden, "films">,
  { hide, metadata }: { hide: Pick<Hide, "films">; metadata: Map<string, Metadata> },
): FilmLists {
  const ids = new Set(
    films.flatMap(({ key }) => {
      const match = metadata.get(key)?.match;
      return match?.type === "movie" ? [match.id] : [];
    }),
  );
  const isHidden = hiddenTest(hide);
  const shown = (listed: ListedFilm[]) =>
    listed.filter(
      ({ id, title, released }) =>
        !ids.has(id) && !isHidden({ name: title, year: yearOf(released) }),
    );
  return {
    filmographies: new Map(
      Array.from(filmographies, ([id, { directed, acted }]) => [
        id,
        { directed: shown(directed), acted: acted && shown(acted) },
      ]),
    ),
    collections: new Map(Array.from(collections, ([id, parts]) => [id, shown(parts)])),
    canon: canon.map((list) => ({
      ...list,
      rows: findCanonFilms(list, films, metadata).flatMap(({ row, film }) =>
        film || isHidden(row) ? [] : [row],
      ),
    })),
  };
}
