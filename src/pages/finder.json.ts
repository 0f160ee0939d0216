import type { FinderRow } from "../components/finderSearch.ts";
import { yearPath } from "../library/address.ts";
import { allKinds, kindOf } from "../library/kinds.ts";
import type { Person } from "../library/person.ts";
import { allRoles } from "../roles.ts";
import { site } from "../site.ts";
import { byName } from "../stats/ranking.ts";
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
  const groups = allKinds.flatMap((kind) =>
    library.groups[kind].flatMap(({ name, path, films }): FinderRow[] =>
      path ? [[name, `${kindOf(kind).one}, ${format.count(films.length, "film")}`, path]] : [],
    ),
  );
  const found = ({ credits }: Person) =>
    allRoles
      .flatMap(({ role, found }) => {
        const count = credits[role].length;
        return found && count > 0
          ? [found(format.count(count, "film"), format.integer(count))]
          : [];
      })
      .join(", ");
  const people = library.people
    .toSorted(
      (a, b) =>
        b.credits.director.length - a.credits.director.length ||
        b.credits.actor.length - a.credits.actor.length ||
        byName(a, b),
    )
    .flatMap((person): FinderRow[] =>
      person.path ? [[person.name, found(person), person.path]] : [],
    );
  const films = library.films.map(
    ({ name, year, path }): FinderRow => [name, year === null ? "" : `${year}`, path],
  );
  return Response.json([...years, ...groups, ...people, ...films]);
}
