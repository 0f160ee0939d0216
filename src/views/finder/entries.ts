import { yearPath } from "../../library/address.ts";
import type { Film } from "../../library/film.ts";
import type { Group } from "../../library/group.ts";
import { allKinds } from "../../library/kinds.ts";
import type { Person } from "../../library/person.ts";
import { roles } from "../../roles.ts";
import { simpleSlug } from "../../searchText.ts";
import type { Site } from "../../site.ts";
import { mainRoles } from "../../stats/mainRoles.ts";
import { yearRows } from "../../stats/years.ts";
import { foundFilms, foundGroup, foundList, foundPerson } from "../../words/finder.ts";
import { capital } from "../../words/richText.ts";
import { crewRolesWithPage, rolePath, seenTwice } from "../people/rolePeople.ts";
import { siteLists } from "../siteLists.ts";
import type { Sort } from "./packed.ts";

/** Something that can be found, before it is packed into a file. */
export interface Entry {
  name: string;
  sort: Sort;
  /** If and only if its sort has a `#`. */
  code?: string | number;
  /** If and only if its sort has an `@`. */
  address?: string;
}

/**
 * Everything that can be found: what has a page, and directors and actors without one. If two match
 * equally well, the earlier one is first.
 */
export function finderEntries(site: Site, options: { cards: boolean }): Entry[] {
  const { films, groups, people, viewings } = site.library;
  const { plainFormat: format } = site;
  return [
    ...siteLists(site, options).map(({ path, name, count }): Entry => {
      return { name, sort: [count, foundList(count, format), path] };
    }),
    ...crewRolesWithPage(site.library).map((role): Entry => {
      const count = seenTwice(site.library, role).length;
      return {
        name: capital(roles[role].many),
        sort: [count, foundList(count, format), rolePath(role)],
      };
    }),
    ...yearRows(viewings).map((row): Entry => {
      const note = format.count(row.viewings, "viewing");
      return { name: `${row.year}`, sort: [row.viewings, note, yearPath(row.year)] };
    }),
    ...allKinds.flatMap((kind) => groups[kind].flatMap((group) => groupEntry(site, group))),
    ...people.flatMap((person) => (person.path === null ? [] : personEntry(site, person))),
    ...films.map(filmEntry),
    ...people.flatMap((person) => (person.path === null ? passingEntry(site, person) : [])),
  ];
}

function groupEntry({ plainFormat }: Site, { kind, id, name, path, films }: Group): Entry[] {
  if (path === null) return [];
  const note = foundGroup(kind, films.length, plainFormat);
  const folder = path.slice(0, path.indexOf("/", 1));
  const slug = simpleSlug(name);
  const to = (end: string, rest: Partial<Entry>): Entry[] => [
    { name, sort: [films.length, note, `${folder}/${end}/`], ...rest },
  ];
  if (path === `${folder}/${slug}/`) return to("*", {});
  if (path === `${folder}/${slug}-${id}/`) return to("*-#", { code: idCode(id) });
  return to("@", { address: path.slice(folder.length + 1, -1) });
}

/** Numbers are shorter than texts, where nothing is lost. */
const idCode = (id: string): string | number => (/^[1-9]\d{0,14}$/.test(id) ? Number(id) : id);

function personEntry({ plainFormat }: Site, person: Person): Entry {
  const { id, name, path } = person;
  const main = mainRoles(person);
  const [weight, note] = [main[0]?.films ?? 0, foundPerson(main, plainFormat)];
  return path === `/people/${simpleSlug(name)}-${id}/`
    ? { name, sort: [weight, note, "/people/*-#/"], code: id }
    : { name, sort: [weight, note, "/people/@/"], address: addressIn(path ?? "") };
}

function filmEntry(film: Film): Entry {
  const { name, year, path, viewings } = film;
  const sort = (end: string): Sort => {
    return [Math.max(1, viewings.length), year === null ? "" : `${year}`, `/films/${end}/`];
  };
  const end = year === null ? "" : `-${year}`;
  return path === `/films/${simpleSlug(name)}${end}/`
    ? { name, sort: sort(`*${end}`) }
    : { name, sort: sort("@"), address: addressIn(path) };
}

/** Somebody without a page leads to a film: a director, or an actor down to the fifteenth billing. */
function passingEntry({ plainFormat }: Site, { name, credits }: Person): Entry[] {
  const films = new Set([...credits.director, ...credits.actor]);
  const [film] = films;
  if (!film) return [];
  const end = film.year === null ? "" : `-${film.year}`;
  const isSimple = film.path === `/films/${simpleSlug(film.name)}${end}/`;
  const sort: Sort = [
    films.size - 1,
    foundFilms(films.size, plainFormat),
    isSimple ? `/films/#${end}/` : "/films/@/",
  ];
  return [{ name, sort, code: film.name, ...(!isSimple && { address: addressIn(film.path) }) }];
}

/** The last part of a path. */
const addressIn = (path: string): string => path.split("/").at(-2) ?? "";
