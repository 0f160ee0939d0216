import { yearPath } from "../library/address.ts";
import type { Film } from "../library/film.ts";
import type { Group } from "../library/group.ts";
import type { Person } from "../library/person.ts";
import type { Site } from "../site.ts";
import { latestViewings } from "../stats/latestViewings.ts";
import { yearRows } from "../stats/years.ts";

/** One line of finder.json. The path stands without the base path. */
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
    /** What it shows until something is typed: the films seen last, each once. */
    start:
      latest.length === 0
        ? undefined
        : {
            title: library.exactDates ? "Seen last" : "Seen lately",
            rows: latest.slice(0, 8).map(filmRow),
          },
  };
}

/** What the search box looks through. Of equally good hits the earlier line wins. */
export function finderRows({ library, format }: Site): FinderRow[] {
  const { films, genres, collections, people, viewings } = library;
  const groupRow =
    (kind: string) =>
    ({ name, path, films: own }: Pick<Group, "name" | "path" | "films">): FinderRow[] =>
      path ? [[name, `${kind}, ${format.count(own.length, "film")}`, path]] : [];
  const roles = ({ directed, acted }: Person) =>
    [
      directed.length > 0 && `director of ${format.count(directed.length, "film")}`,
      acted.length > 0 && `in the cast of ${format.integer(acted.length)}`,
    ]
      .filter(Boolean)
      .join(", ");
  return [
    ...yearRows(viewings).map(
      (row): FinderRow => [
        `${row.year}`,
        format.count(row.viewings, "viewing"),
        yearPath(row.year),
      ],
    ),
    ...genres.flatMap(groupRow("genre")),
    ...collections.flatMap(groupRow("collection")),
    ...people
      .toSorted((a, b) => b.directed.length - a.directed.length || b.acted.length - a.acted.length)
      .flatMap((person): FinderRow[] =>
        person.path ? [[person.name, roles(person), person.path]] : [],
      ),
    ...films.map(filmRow),
  ];
}
