import type { Details, Named } from "./cache.ts";
import type { KnownFilm } from "./knownFilms.ts";

/** A row of a ranking in summary.json. Names of countries and languages are not counted. */
export interface RankingRow {
  id: number | string;
  name?: string;
  films: number;
  viewings: number;
  average: number | null;
}

/** Rows by the ranking's name: `studios`, `crew.composer` … In no order. */
export type Rankings = Map<string, RankingRow[]>;

type Id = RankingRow["id"];
type Member = Pick<RankingRow, "id" | "name">;
type Names = ReadonlyMap<Id, string>;
type FilmWithDetails = KnownFilm & { details: Details };

/**
 * Every ranking of summary.json, by the rules of docs/data.md.
 *
 * @param countries which of TMDB's two fields is preferred
 */
export function countRankings(
  films: KnownFilm[],
  countries: "origin" | "production" = "origin",
): Rankings {
  const known = films.filter((film): film is FilmWithDetails => film.details !== null);
  const group = (from: number, membersOf: (details: Details) => Member[]) =>
    rank(known, ({ details }) => membersOf(details), from);
  const names = namesOf(known.map(({ details: { cast, crew } }) => [...cast, ...crew]));
  const people = (from: number, membersOf: (details: Details) => Named[]) =>
    rank(known, ({ details }) => membersOf(details), from, names);
  const inRole = (role: string) => (details: Details) =>
    details.crew.filter((member) => member.role === role);
  const roles = new Set(known.flatMap(({ details }) => details.crew.map(({ role }) => role)));
  roles.delete("director");
  return new Map([
    ["genres", group(1, ({ genres }) => genres)],
    ["countries", group(1, (details) => countriesOf(details, countries))],
    ["languages", group(1, ({ language }) => (language ? [{ id: language }] : []))],
    ["decades", rank(films, ({ film }) => decadesOf(film.year), 1)],
    ["studios", group(2, ({ studios }) => studios)],
    ["keywords", group(2, ({ keywords }) => keywords.filter(({ name }) => !isEmptyKeyword(name)))],
    ["collections", group(2, ({ collections }) => collections.map(withoutSuffix))],
    ["directors", people(1, inRole("director"))],
    ["actors", people(2, ({ cast }) => cast.filter(isInCast))],
    ...[...roles]
      .sort()
      .map((role): [string, RankingRow[]] => [`crew.${role}`, people(2, inRole(role))]),
  ]);
}

/** Keywords that say nothing of a film. The list of the site is in src/library/emptyKeywords.ts. */
const emptyKeywords = ["aftercreditsstinger", "duringcreditsstinger", "imax", "3d", "individual"];
const isEmptyKeyword = (name: string): boolean => emptyKeywords.includes(name.toLowerCase());

/** The members that have enough films, each film once. */
function rank<Film extends KnownFilm>(
  films: Film[],
  membersOf: (film: Film) => Member[],
  from: number,
  names: Names = namesOf(films.map((film) => distinct(membersOf(film)))),
): RankingRow[] {
  const filmsOf = new Map<Id, Film[]>();
  for (const film of films) {
    for (const { id } of distinct(membersOf(film))) {
      const own = filmsOf.get(id) ?? [];
      filmsOf.set(id, own);
      own.push(film);
    }
  }
  return [...filmsOf]
    .filter(([, own]) => own.length >= from)
    .map(([id, own]) => {
      const ratings = own.map(({ film }) => film.rating).filter((rating) => rating !== null);
      const name = names.get(id);
      return {
        id,
        ...(name !== undefined && { name }),
        films: own.length,
        viewings: own.reduce((sum, { viewings }) => sum + viewings, 0),
        average: ratings.length === 0 ? null : ratings.reduce((a, b) => a + b) / ratings.length,
      };
    });
}

const distinct = (members: Member[]): Member[] => [
  ...new Map(members.map((member) => [member.id, member])).values(),
];

/** Of several spellings the most frequent one, of equals the first in the order of Unicode. */
function namesOf(mentions: Member[][]): Names {
  const spellings = new Map<Id, Map<string, number>>();
  for (const { id, name } of mentions.flat()) {
    if (name === undefined) continue;
    const uses = spellings.get(id) ?? new Map<string, number>();
    spellings.set(id, uses.set(name, (uses.get(name) ?? 0) + 1));
  }
  const best = ([name, uses]: [string, number], [other, more]: [string, number]) =>
    more > uses || (more === uses && other < name);
  return new Map(
    Array.from(spellings, ([id, uses]) => {
      const [name] = [...uses].reduce((a, b) => (best(a, b) ? b : a));
      return [id, name];
    }),
  );
}

/** The other field counts only if the preferred one is empty. */
function countriesOf(
  { originCountries, productionCountries }: Details,
  preferred: "origin" | "production",
): Member[] {
  const fields = [originCountries, productionCountries];
  if (preferred === "production") fields.reverse();
  const codes = fields.find((field) => field.length > 0) ?? [];
  return codes.map((code) => code.toUpperCase()).map((id) => ({ id: id === "UK" ? "GB" : id }));
}

function decadesOf(year: string): Member[] {
  const decade = `${year.slice(0, 3)}0`;
  return year === "" ? [] : [{ id: decade, name: `${decade}s` }];
}

/** TMDB calls every collection one: "James Bond Collection". */
function withoutSuffix({ id, name }: Named): Named {
  const suffix = " Collection";
  const isLonger = name.endsWith(suffix) && name.slice(0, -suffix.length).trimEnd() !== "";
  return { id, name: isLonger ? name.slice(0, -suffix.length) : name };
}

/** The first fifteen of the cast, without those whom only archive footage shows. */
function isInCast({ order, character }: Details["cast"][number]): boolean {
  const words = character.toLowerCase().split(/[^a-z]+/);
  return order < 15 && !words.includes("archive") && !words.includes("archival");
}
