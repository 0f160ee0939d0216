import type { FilmList } from "../letterboxd/ledger.ts";
import { sum } from "../numbers.ts";

export interface ListRow {
  list: FilmList;
  /** In order of position. */
  items: FilmList["items"];
  /** Of these, how many are seen. */
  seen: number;
}

/** Every list with its films in order, in the export's order. */
export const listRows = (lists: FilmList[]): ListRow[] =>
  lists.map((list) => ({
    list,
    items: list.items.toSorted((a, b) => a.position - b.position),
    seen: list.items.filter(({ film }) => film.seen).length,
  }));

export interface ListFacts {
  lists: number;
  /** Distinct films on them, and how many of these are seen. */
  films: number;
  seen: number;
  /** Places on a list with a note. */
  notes: number;
}

export function listFacts(lists: FilmList[]): ListFacts {
  const films = [...new Set(lists.flatMap(({ items }) => items.map(({ film }) => film)))];
  return {
    lists: lists.length,
    films: films.length,
    seen: films.filter(({ seen }) => seen).length,
    notes: sum(lists.map(({ items }) => items.filter(({ note }) => note.trim() !== "").length)),
  };
}
