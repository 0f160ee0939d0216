import { yearPath } from "../library/address.ts";
import type { Film } from "../library/film.ts";
import { allKinds, kindOf } from "../library/kinds.ts";
import type { Person } from "../library/person.ts";
import { allRoles } from "../roles.ts";
import type { Site } from "../site.ts";
import { latestViewings } from "../stats/latestViewings.ts";
import { byName } from "../stats/ranking.ts";
import { yearRows } from "../stats/years.ts";

/** One line of finder.json. The path is without the base path. */
export type FinderRow = [name: string, note: string, path: string];

const filmRow = ({ name, year, path }: Film): FinderRow => [
  name,
  year === null ? "" : `${year}`,
  path,
];

/** What a search box needs before it loads finder.json. */
export function finder({ library, href }: Site) {
  const latest = [...new Set(latestViewings(library).map((viewing) => library.filmOf(viewing)))];
  return {
    source: href("/finder.json"),
    base: href("/"),
    /** The hits before anything is typed: the films seen last, each once. */
    start:
      latest.length === 0
        ? undefined
        : {
            title: library.exactDates ? "Seen last" : "Seen lately",
            rows: latest.slice(0, 8).map(filmRow),
          },
  };
}

/** The lines that the search box searches. If two match equally well, the earlier one is first. */
export function finderRows({ library, format }: Site): FinderRow[] {
  const { films, groups, people, viewings } = library;
  const found = ({ credits }: Person) =>
    allRoles
      .flatMap(({ role, found: say }) => {
        const count = credits[role].length;
        return say && count > 0 ? [say(format.count(count, "film"), format.integer(count))] : [];
      })
      .join(", ");
  return [
    ...yearRows(viewings).map(
      (row): FinderRow => [
        `${row.year}`,
        format.count(row.viewings, "viewing"),
        yearPath(row.year),
      ],
    ),
    ...allKinds.flatMap((kind) =>
      groups[kind].flatMap(({ name, path, films: own }): FinderRow[] =>
        path ? [[name, `${kindOf(kind).one}, ${format.count(own.length, "film")}`, path]] : [],
      ),
    ),
    ...people
      .toSorted(
        (a, b) =>
          b.credits.director.length - a.credits.director.length ||
          b.credits.actor.length - a.credits.actor.length ||
          byName(a, b),
      )
      .flatMap((person): FinderRow[] =>
        person.path ? [[person.name, found(person), person.path]] : [],
      ),
    ...films.map(filmRow),
  ];
}
