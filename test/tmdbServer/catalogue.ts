import { creditsOf } from "./credits.ts";
import { alternativeTitles, filmItem, releaseYears, yearOf } from "./film.ts";
import { isObject, type Json, number, text } from "./json.ts";
import { withMadeUpCrew } from "./madeUpCrew.ts";
import type { Records } from "./records.ts";
import { createSearchIndex, type SearchEntry, type SearchGroups } from "./searchIndex.ts";
import { airYears } from "./series.ts";

/** Years are strings as they came in the address; anything but a number is ignored, as by TMDB. */
export interface SearchFilter {
  query: string;
  /** Any release, or any episode. */
  year: string | null;
  /** The one primary date. */
  primaryYear: string | null;
  adult: boolean;
}

/** Films, or series: found by id or by words. */
export interface Titles {
  find(id: number): Json | null;
  read(at: number): Json;
  search(filter: SearchFilter): SearchGroups;
}

export interface Catalogue {
  films: Titles;
  series: Titles;
  collection(id: number): Json | null;
  /** Cast and crew of the films a person took part in. */
  movieCredits(person: number): Json | null;
}

export function createCatalogue(
  films: Records,
  series: Records,
  hasMadeUpCrews = false,
): Catalogue {
  const collections = new Map<number, number[]>();
  const filmTitles = createTitles(films, (film, at) => {
    if (isObject(film.belongs_to_collection)) {
      append(collections, number(film.belongs_to_collection.id), at);
    }
    return {
      title: text(film.title),
      originalTitle: text(film.original_title ?? film.title),
      primaryYear: yearOf(film.release_date),
      years: releaseYears(film),
    };
  });
  const seriesTitles = createTitles(series, (show) => ({
    title: text(show.name),
    originalTitle: text(show.original_name ?? show.name),
    primaryYear: yearOf(show.first_air_date),
    years: airYears(show),
  }));
  let people: Map<number, number[]> | null = null;

  return {
    films: hasMadeUpCrews ? crewed(filmTitles) : filmTitles,
    series: seriesTitles,
    collection(id) {
      const parts = (collections.get(id) ?? []).map((at) => films.read(at));
      const known = parts[0]?.belongs_to_collection;
      if (!isObject(known)) return null;
      return {
        id,
        name: text(known.name),
        overview: "",
        poster_path: known.poster_path ?? null,
        backdrop_path: known.backdrop_path ?? null,
        parts: parts.map((film) => ({ ...filmItem(film), media_type: "movie" })),
      };
    },
    movieCredits(person) {
      // Reading all credits takes a second with 59,000 films, and few ever ask for a person.
      people ??= indexPeople(films);
      const found = people.get(person)?.map((at) => films.read(at));
      if (!found) return null;
      const parts = (kind: "cast" | "crew", keys: string[]) =>
        found.flatMap((film) =>
          creditsOf(film)
            [kind].filter((member) => member.id === person)
            .map((member) => ({ ...filmItem(film), ...pick(member, keys) })),
        );
      return {
        cast: parts("cast", ["character", "credit_id", "order"]),
        crew: parts("crew", ["credit_id", "department", "job"]),
        id: person,
      };
    },
  };
}

/** The people are made up for details alone: an index of them all would not fit into memory. */
const crewed = (titles: Titles): Titles => ({
  ...titles,
  find(id) {
    const film = titles.find(id);
    return film && withMadeUpCrew(film);
  },
});

interface TitleFacts {
  title: string;
  originalTitle: string;
  primaryYear: number | null;
  years: number[];
}

function createTitles(records: Records, factsOf: (record: Json, at: number) => TitleFacts): Titles {
  const byId = new Map<number, number>();
  const primaryYears: (number | null)[] = [];
  // Only those that differ from the primary year: a handful.
  const otherYears = new Map<number, number[]>();
  const adults = new Set<number>();

  function* entries(): Generator<SearchEntry> {
    for (let at = 0; at < records.length; at++) {
      const record = records.read(at);
      const { title, originalTitle, primaryYear, years } = factsOf(record, at);
      byId.set(number(record.id), at);
      primaryYears.push(primaryYear);
      const others = years.filter((year) => year !== primaryYear);
      if (others.length > 0) otherYears.set(at, others);
      if (record.adult === true) adults.add(at);
      yield {
        title,
        originalTitle,
        otherTitles: alternativeTitles(record).map((other) => text(other.title)),
        votes: number(record.vote_count),
        popularity: number(record.popularity),
        id: number(record.id),
      };
    }
  }
  const index = createSearchIndex(entries());

  return {
    find(id) {
      const at = byId.get(id);
      return at === undefined ? null : records.read(at);
    },
    read: (at) => records.read(at),
    search(filter) {
      const primary = wantedYear(filter.primaryYear);
      const loose = wantedYear(filter.year);
      return index.search(filter.query, (at) => {
        if (!filter.adult && adults.has(at)) return false;
        if (primary !== null && primaryYears[at] !== primary) return false;
        return (
          loose === null || primaryYears[at] === loose || !!otherYears.get(at)?.includes(loose)
        );
      });
    },
  };
}

const wantedYear = (value: string | null): number | null =>
  value !== null && /^\d{1,4}$/.test(value) ? Number(value) : null;

function indexPeople(films: Records): Map<number, number[]> {
  const people = new Map<number, number[]>();
  for (let at = 0; at < films.length; at++) {
    const { cast, crew } = creditsOf(films.read(at));
    for (const id of new Set([...cast, ...crew].map((person) => number(person.id)))) {
      append(people, id, at);
    }
  }
  return people;
}

const pick = (from: Json, keys: string[]): Json =>
  Object.fromEntries(keys.map((key) => [key, from[key]]));

function append(map: Map<number, number[]>, key: number, value: number): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
