import type { Film } from "../../library/film.ts";
import type { Group } from "../../library/group.ts";
import type { Site } from "../../site.ts";
import { byYear, favourites } from "../../stats/filmOrder.ts";
import { allFilmsTitle, bestTitle, filmsNote, shownFilms } from "../../words/groupBlocks.ts";
import type { Block, Shown } from "../block.ts";

/** Up to this number, films have a row each. With more, the best have posters and all are in columns. */
const few = 12;
const posters = 5;
/** The films of a long list that are visible at once. */
const open = 30;
/** A longer list is cut, because the page would be too heavy for a phone. */
const [longest, cut] = [300, 100];

/** A few films, a row each, newest release first. */
export const fewFilms = (site: Site, group: Group): Block | null =>
  group.films.length > few
    ? null
    : {
        id: "films",
        title: allFilmsTitle(site, group),
        isHalf: true,
        shown: [{ as: "rows", films: group.films.toSorted(byYear), posters: true }],
      };

/** The best of many films. */
export function best(_: Site, { films }: Group): Block | null {
  const rated = favourites(films);
  if (films.length <= few || rated.length < posters) return null;
  return {
    id: "best",
    title: bestTitle,
    isHalf: true,
    shown: [{ as: "strip", films: rated.slice(0, posters) }],
  };
}

/** Many films, the best first: the first of them visible, the others closed. */
export function films(site: Site, group: Group): Block | null {
  const all = group.films;
  if (all.length <= few) return null;
  const ordered = bestFirst(all);
  const listed = ordered.slice(0, all.length > longest ? cut : longest);
  const rest = listed.slice(open);
  const closed: Shown[] =
    rest.length > 0
      ? [
          {
            as: "closed",
            summary: shownFilms(site, rest.length, listed.length, all.length),
            shown: [{ as: "columns", films: rest }],
          },
        ]
      : [];
  return {
    id: "films",
    title: allFilmsTitle(site, group, listed.length),
    shown: [
      { as: "columns", films: listed.slice(0, open) },
      ...closed,
      { as: "small", text: filmsNote(site, group, listed.length) },
    ],
  };
}

/** Rated films, best first, then the others, newest release first. */
function bestFirst(all: readonly Film[]): Film[] {
  const unrated = all.filter(({ rating }) => rating === null);
  return [...favourites(all), ...unrated.sort(byYear)];
}
