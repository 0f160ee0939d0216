import { type ScatterPoint, scatterChart } from "../../charts/scatter.ts";
import type { Person } from "../../library/person.ts";
import { type Role, roles } from "../../roles.ts";
import type { Site } from "../../site.ts";
import { directedByWomen } from "../../stats/directedByWomen.ts";
import { directorActorPairs } from "../../stats/directorActorPairs.ts";
import { newcomers } from "../../stats/newcomers.ts";
import { byFilms, personRule, type RankingRow, rankingRows } from "../../stats/ranking.ts";
import { standouts } from "../../stats/standouts.ts";
import { byWomenText, shareByWomen } from "../../words/directedByWomen.ts";
import { capital } from "../../words/richText.ts";
import { newcomersNote, scatterNote } from "../../words/roles.ts";
import type { Block } from "../block.ts";
import { seenIn } from "./rolePeople.ts";

type Row = RankingRow<Person>;

/** The length of short lists. */
const listed = 12;
/** The number of people from which a chart is clearer than a list. */
const enoughDots = 5;
/** More dots than these cannot be told apart, and a phone takes long to draw them. */
const mostDots = 120;

/** The people of a role by films and mean rating. */
export function scatterBlock(
  site: Site,
  {
    role,
    rows,
    overallMean,
    lit,
  }: { role: Role; rows: Row[]; overallMean: number | null; lit: (Person | null)[] },
): Block | null {
  const { format, href } = site;
  const eligible = rows.filter(({ score }) => score !== null);
  const least = leastRated(eligible);
  const drawn = eligible.filter(({ rated }) => rated >= least);
  if (drawn.length < enoughDots || overallMean === null) return null;
  const { one, many } = roles[role];
  const point = ({ subject, films, average, rated }: Row): ScatterPoint => ({
    name: subject.name,
    films,
    mean: average ?? 0,
    rated,
    isLit: lit.includes(subject),
    ...(subject.path && { href: href(subject.path) }),
  });
  return {
    id: "standouts",
    title: "Films seen and how you rate them",
    shown: [
      {
        as: "chart",
        chart: scatterChart(drawn.map(point), {
          title: `${capital(many)} by films seen and mean rating`,
          format,
          overall: overallMean,
          head: capital(one),
          named: standouts(drawn, 30).map(point),
        }),
        caption: [scatterNote(site, role, { people: drawn.length, least })],
      },
    ],
  };
}

/** The rated films that somebody in the chart needs, so that there are not too many dots. */
function leastRated(rows: Row[]): number {
  let least = personRule.minimum;
  while (rows.filter(({ rated }) => rated >= least).length > mostDots) least += 1;
  return least;
}

/** Those whose films were all seen first in the last twelve months, with two films or more. */
export function newcomersBlock(site: Site, role: Role): Block | null {
  const { library, format, href } = site;
  const filmsOf = ({ credits }: Person) => credits[role];
  // Whoever was seen in another role before is not new.
  const all = newcomers(
    seenIn(library, role),
    ({ credits }) => Object.values(credits).flat(),
    library,
  );
  const several = rankingRows(all, filmsOf)
    .filter(({ films }) => films > 1)
    .sort(byFilms);
  if (several.length === 0) return null;
  return {
    id: "new",
    title: "New to you in the last twelve months",
    shown: [
      {
        as: "names",
        names: several.slice(0, listed).map(({ subject: { name, path }, films }) => ({
          name,
          href: path && href(path),
          note: format.count(films, "film"),
        })),
      },
      {
        as: "small",
        text: newcomersNote(site, role, { all: all.length, several: several.length, listed }),
      },
    ],
  };
}

/** Directors and actors who made several of the films together. */
export function pairsBlock({ library, format, href }: Site): Block | null {
  const pairs = directorActorPairs(library.films).slice(0, listed);
  const [first] = pairs;
  if (!first) return null;
  const link = ({ name, path }: Person) => ({ name, href: path && href(path) });
  return {
    id: "pairs",
    title: "Directors and actors together",
    shown: [
      {
        as: "ranks",
        rows: pairs.map(({ director, actor, films, viewings }) => ({
          ...link(director),
          with: link(actor),
          rank: 1 + pairs.filter((other) => other.films > films).length,
          value: format.integer(films),
          note: viewings > 0 ? format.count(viewings, "viewing") : "",
          from: 0,
          to: films / first.films,
        })),
      },
      { as: "small", text: ["The films in which you have seen both, most first."] },
    ],
  };
}

/** The names of a role in which nobody has two films. */
export function singleBlock({ library, href }: Site, role: Role): Block | null {
  if (role !== "director") return null;
  const names = seenIn(library, role).map(({ name, path }) => ({ name, href: path && href(path) }));
  return names.length > 0
    ? { id: "single", title: "One film each", shown: [{ as: "names", names }] }
    : null;
}

/** The share of films that women directed; null if too little is recorded, or the setting is off. */
export function womenBlock(site: Site): Block | null {
  const counts = directedByWomen(site.library.films);
  const share = shareByWomen(site, counts);
  return share === null
    ? null
    : {
        id: "women",
        title: `${share} directed by women`,
        shown: [{ as: "text", text: byWomenText(site, counts) }],
      };
}
