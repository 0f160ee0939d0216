import type { FinderRow } from "../components/finderSearch.ts";
import { yearPath } from "../library/address.ts";
import type { Person } from "../library/person.ts";
import { site } from "../site.ts";
import { yearRows } from "../stats/years.ts";

/** What the search box looks through. Of equally good hits the earlier line wins. */
export async function GET() {
  const { library, format } = await site();
  const years = yearRows(library.viewings).map(
    ({ year, viewings }): FinderRow => [
      `${year}`,
      format.count(viewings, "viewing"),
      yearPath(year),
    ],
  );
  const genres = library.genres.flatMap(({ name, path, films }): FinderRow[] =>
    path ? [[name, `genre, ${format.count(films.length, "film")}`, path]] : [],
  );
  const collections = library.collections.flatMap(({ name, path, films }): FinderRow[] =>
    path ? [[name, `collection, ${format.count(films.length, "film")}`, path]] : [],
  );
  const roles = ({ directed, acted }: Person) =>
    [
      directed.length > 0 && `director of ${format.count(directed.length, "film")}`,
      acted.length > 0 && `in the cast of ${format.integer(acted.length)}`,
    ]
      .filter(Boolean)
      .join(", ");
  const people = library.people
    .toSorted((a, b) => b.directed.length - a.directed.length || b.acted.length - a.acted.length)
    .flatMap((person): FinderRow[] =>
      person.path ? [[person.name, roles(person), person.path]] : [],
    );
  const films = library.films.map(
    ({ name, year, path }): FinderRow => [name, year === null ? "" : `${year}`, path],
  );
  return Response.json([...years, ...genres, ...collections, ...people, ...films]);
}
