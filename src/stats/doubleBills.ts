import type { Day } from "../day.ts";
import type { Film } from "../library/film.ts";
import type { Group } from "../library/group.ts";
import type { Library } from "../library/library.ts";
import type { Person } from "../library/person.ts";
import { bulkDays } from "./bulkDays.ts";
import { directorsOf } from "./directorsOf.ts";
import { tiedForFirst } from "./finding.ts";

/** A day with two films or more. */
export interface DoubleBill {
  date: Day;
  /** Each once, in the order of the diary. */
  films: Film[];
}

/** Films of one day that have a director or a collection in common. */
export interface SharedBill extends DoubleBill {
  directors: Person[];
  collections: Group[];
}

type Known = Pick<Library, "viewings" | "filmOf" | "bulkDay" | "exactDates">;

/**
 * Every day with two different films or more, oldest first, without days that were filled in
 * afterwards. Empty where days are withheld.
 */
export function doubleBills({ viewings, filmOf, bulkDay, exactDates }: Known): DoubleBill[] {
  if (!exactDates) return [];
  const bulk = bulkDays(viewings, bulkDay);
  return [...Map.groupBy(viewings, ({ date }) => date)]
    .filter(([date]) => !bulk.has(date))
    .map(([date, own]) => ({ date, films: [...new Set(own.map(filmOf))] }))
    .filter(({ films }) => films.length > 1);
}

/** The days with the most films. */
export const fullestBills = (bills: DoubleBill[]): DoubleBill[] =>
  tiedForFirst(bills, ({ films }) => films.length);

/**
 * The films of each day that share a director or a collection, newest day first. Films that share both
 * are one row.
 */
export function sharedBills(bills: DoubleBill[]): SharedBill[] {
  return bills.toReversed().flatMap(({ date, films }) => {
    const rows = new Map<string, SharedBill>();
    const rowOf = (shared: Film[]): SharedBill => {
      const key = shared.map((film) => film.key).join("\n");
      const row = rows.get(key) ?? { date, films: shared, directors: [], collections: [] };
      rows.set(key, row);
      return row;
    };
    for (const person of directorsOf(films)) {
      const own = films.filter(({ credits }) => credits.director.includes(person));
      if (own.length > 1) rowOf(own).directors.push(person);
    }
    for (const collection of new Set(films.flatMap(({ groups }) => groups.collection))) {
      const own = films.filter(({ groups }) => groups.collection.includes(collection));
      if (own.length > 1) rowOf(own).collections.push(collection);
    }
    return [...rows.values()];
  });
}
