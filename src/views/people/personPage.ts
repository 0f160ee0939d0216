import type { Film } from "../../library/film.ts";
import type { Person } from "../../library/person.ts";
import { roles } from "../../roles.ts";
import type { Site } from "../../site.ts";
import { completeness } from "../../stats/completeness.ts";
import { byYear } from "../../stats/filmOrder.ts";
import { personRule } from "../../stats/ranking.ts";
import { regularCast } from "../../stats/regularCast.ts";
import { describeDirector, directorHeading, firstAndLast } from "../../words/people.ts";
import { capital } from "../../words/richText.ts";
import { type Block, type BlockPage, blocksOf } from "../block.ts";
import { hoursFigure, meanFigure, seenFigure, viewingFigure } from "../figures.ts";
import { missingBlock, ratingsInOrderBlock } from "../filmBlocks.ts";

/** The ranking above every page of a person. */
export const directorsLink: [path: string, name: string] = [
  `/${roles.director.folder}/`,
  capital(roles.director.many),
];

/** The page of a person who directed a seen film. */
export function personPage(site: Site, person: Person): BlockPage {
  const { library, format } = site;
  const films = person.credits.director.toSorted(byYear);
  const viewings = films
    .flatMap((film) => film.viewings)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const career = completeness(person.filmography?.directed ?? null, films, library.asOf);
  return {
    title: person.name,
    description: describeDirector(site, person),
    above: [directorsLink],
    heading: [directorHeading(site, person)],
    figures: [
      seenFigure("Films directed", career, films.length, format),
      ...viewingFigure(viewings, format),
      ...meanFigure({ films, all: library.films, least: personRule.minimum, format }),
      ...hoursFigure(films, format),
    ],
    remark: firstAndLast(site, viewings),
    blocks: blocksOf([
      ratingsInOrderBlock(site, films, {
        title: "Your ratings along the career",
        chartTitle: `Ratings of films by ${person.name}`,
      }),
      filmsBlock(films),
      missingBlock(site, career, `with ${person.name} as director at TMDB, shorts among them,`),
      castBlock(site, person),
      actingBlock(person),
    ]),
  };
}

const filmsBlock = (films: Film[]): Block => ({
  id: "films",
  title: films.length === 1 ? "The film" : "The films",
  shown: [
    { as: films.length > 8 ? "wall" : "strip", films },
    ...(films.length > 1 ? [{ as: "rows" as const, films }] : []),
  ],
});

function castBlock({ format, href }: Site, person: Person): Block | null {
  const regulars = regularCast(person.credits.director, person).slice(0, 12);
  if (regulars.length === 0) return null;
  const names = regulars.map(({ person: { name, path }, films }) => ({
    name,
    href: path && href(path),
    note: format.count(films, "film"),
  }));
  return {
    id: "cast",
    title: "Actors in several of these films",
    shown: [{ as: "names", names }],
  };
}

function actingBlock({ credits }: Person): Block | null {
  const films = credits.actor.filter((film) => !credits.director.includes(film)).sort(byYear);
  return films.length > 0
    ? { id: "acting", title: "In front of the camera", shown: [{ as: "rows", films }] }
    : null;
}
