import { yearOf } from "../day.ts";
import type { Viewing } from "../letterboxd/ledger.ts";
import { allRoles } from "../roles.ts";
import type { Film } from "./film.ts";
import { allKinds } from "./kinds.ts";

/** What decides how many files go with the pages. */
export interface FileOptions {
  /** Whether the site includes posters. */
  hasPosters: boolean;
  /** Whether pages have a picture for link previews. */
  hasCards: boolean;
}

/**
 * Files that any site has at most: pages such as /about/, scripts, styles, fonts, icons, data files and
 * sitemaps. A site had about 40 of them in 2026.
 */
const FIXED = 200;
/** The most pieces that the data of the search is cut into. */
const SEARCH_PIECES = 300;
/** A ranking, and the pages that go on with it. */
const FILES_OF_RANKING = 20;
/** A picture, and the small one for lists. */
export const FILES_OF_PICTURE = 2;
/** Of a year: its page, the portrait and the square. */
const FILES_OF_YEAR = 1 + 2 * FILES_OF_PICTURE;
/** The dashboard's card and those of the most seen directors. */
const CARDS_APART = 31;
/** The sizes of a poster. */
const FILES_OF_POSTER = 2;
/** Films with an open question for a page of /about/matching/. */
const QUESTIONS_ON_PAGE = 60;

/** Files of a site that are no page of a member, at least as many as there are. */
export function otherFiles(
  { films, viewings }: { films: readonly Film[]; viewings: readonly Viewing[] },
  { hasPosters, hasCards }: FileOptions,
): number {
  const years = new Set(viewings.map(({ date }) => yearOf(date))).size;
  const posters = films.filter(({ details, series }) => details?.poster ?? series?.poster).length;
  return (
    FIXED +
    SEARCH_PIECES +
    (allKinds.length + allRoles.length) * FILES_OF_RANKING +
    films.length +
    Math.ceil(films.length / QUESTIONS_ON_PAGE) +
    years * (FILES_OF_YEAR + (hasCards ? FILES_OF_PICTURE : 0)) +
    (hasCards ? CARDS_APART * FILES_OF_PICTURE : 0) +
    (hasPosters ? posters * FILES_OF_POSTER : 0)
  );
}
