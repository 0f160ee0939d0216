import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isHolder, memberOf } from "./members.ts";
import { Uncountable } from "./rows.ts";

/** Something or somebody with a number at TMDB. */
export interface Named {
  id: number;
  name: string;
}

/** What is counted of a film's details at TMDB. */
export interface Details {
  /** TMDB's title and the original one. */
  titles: string[];
  /** The main date of release; empty if unknown. */
  released: string;
  /** Minutes. */
  runtime: number | null;
  genres: Named[];
  studios: Named[];
  keywords: Named[];
  /** One at most. */
  collections: Named[];
  /** Codes as TMDB writes them. */
  originCountries: string[];
  productionCountries: string[];
  language: string | null;
  cast: (Named & { character: string; order: number })[];
  crew: (Named & { role: string })[];
}

/** TMDB's answers in the cache, by the path of the page: `movie/12`. Null for a series. */
export type Answers = ReadonlyMap<string, Details | null>;

/** Reads the details of films and series from a cache of the site, and changes nothing in it. */
export function readCache(folder: string): Answers {
  const file = join(folder, "tmdb.sqlite");
  if (!existsSync(file))
    throw new Uncountable(`${folder} holds no tmdb.sqlite: it is not a cache.`);
  using database = new DatabaseSync(file, { readOnly: true });
  const rows = (namespace: string) =>
    database
      .prepare("SELECT key, value FROM keyv WHERE namespace = ?")
      .all(namespace)
      .map(({ key, value }) => ({ id: String(key), value: memberOf(parsed(value), "details") }));
  return new Map([
    ...rows("film").map(({ id, value }) => [`movie/${id}`, detailsOf(value)] as const),
    ...rows("series").map(({ id }) => [`tv/${id}`, null] as const),
  ]);
}

/** The page at TMDB of each film in the cache, by the film's address: `movie/12`. */
export function readPages(folder: string): ReadonlyMap<string, string> {
  using database = new DatabaseSync(join(folder, "tmdb.sqlite"), { readOnly: true });
  const rows = database.prepare("SELECT key, value FROM keyv WHERE namespace = 'match'").all();
  return new Map(
    rows.flatMap(({ key, value }): [string, string][] => {
      const match = memberOf(parsed(value), "match");
      const [type, id] = [memberOf(match, "type"), memberOf(match, "id")];
      return id === undefined ? [] : [[String(key), `${type}/${id}`]];
    }),
  );
}

/** A cache keeps each answer as `{ value, expires }`. */
const parsed = (text: unknown): unknown => memberOf(JSON.parse(String(text)), "value");

function detailsOf(answer: unknown): Details {
  const list = (key: string): unknown[] => {
    const value = memberOf(answer, key);
    return Array.isArray(value) ? value : [];
  };
  const codes = (key: string) => list(key).map(String);
  const [runtime, language] = [memberOf(answer, "runtime"), memberOf(answer, "originalLanguage")];
  const collection = memberOf(answer, "collection");
  return {
    titles: ["title", "originalTitle"].map((key) => String(memberOf(answer, key) ?? "")),
    released: String(memberOf(answer, "releaseDate") ?? ""),
    runtime: typeof runtime === "number" ? runtime : null,
    genres: list("genres").map(named),
    studios: list("companies").map(named),
    keywords: list("keywords").map(named),
    collections: isHolder(collection) ? [named(collection)] : [],
    originCountries: codes("originCountries"),
    productionCountries: codes("productionCountries"),
    language: typeof language === "string" ? language : null,
    cast: list("cast").map((entry) => ({
      ...named(entry),
      character: String(memberOf(entry, "character") ?? ""),
      order: Number(memberOf(entry, "order")),
    })),
    crew: crewOf(memberOf(answer, "crew")),
  };
}

const named = (entry: unknown): Named => ({
  id: Number(memberOf(entry, "id")),
  name: String(memberOf(entry, "name")),
});

/** `{ editor: [[1, "Eve"]] }`. In older caches a list of `{ id, name, role }`. */
function crewOf(crew: unknown): Details["crew"] {
  if (Array.isArray(crew)) {
    return crew.map((entry) => ({ ...named(entry), role: roleOf(entry) }));
  }
  return Object.entries(isHolder(crew) ? crew : {}).flatMap(([role, people]: [string, unknown[]]) =>
    people.map((person) => ({
      ...{ id: Number(memberOf(person, "0")), name: String(memberOf(person, "1")) },
      role,
    })),
  );
}

/** Older caches call the role by the person. */
function roleOf(entry: unknown): string {
  const role = String(memberOf(entry, "role"));
  return role === "cinematographer" ? "cinematography" : role;
}
