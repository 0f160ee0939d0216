import { yearOf } from "../day.ts";
import type { FilmList, Viewing } from "../letterboxd/ledger.ts";
import { sum } from "../numbers.ts";
import { likesPerPage, questionsPerPage, rewatchesPerPage, rowsPerPage } from "../pageSizes.ts";
import type { Publishable } from "../publishables.ts";
import { allRoles } from "../roles.ts";
import type { Film } from "./film.ts";
import type { Group } from "./group.ts";
import { allKinds, type Kind, kindOf } from "./kinds.ts";
import type { Person } from "./person.ts";

/** What decides how many files go with the pages. */
export interface FileOptions {
  /** Whether the site includes posters. */
  hasPosters: boolean;
  /** Whether pages have a picture for link previews. */
  hasCards: boolean;
  /** What is published, and so has pages of its own; nothing by default. */
  published?: Partial<Record<Publishable, boolean>>;
}

/**
 * Files that any site has at most: pages such as /about/, scripts, styles, fonts, icons, data files and
 * sitemaps. A site had about 40 of them in 2026.
 */
const FIXED = 200;
/** The most pieces that the data of the search is cut into. */
const SEARCH_PIECES = 300;
/** The orders of a ranking, each of which has pages; see `views/rankedPages.ts`. */
const ORDERS = 5;
/** A picture, and the small one for lists. */
export const FILES_OF_PICTURE = 2;
const PAGE_OF_DIARY = 1;
/** Of a year: its page, that of its diary, the portrait and the square. */
const FILES_OF_YEAR = 2 + 2 * FILES_OF_PICTURE;
/** The dashboard's card and those of the most seen directors. */
const CARDS_APART = 31;
/** The sizes of a poster. */
const FILES_OF_POSTER = 2;
/** Parts of the watchlist with a page, and of how many of them a film can be one. */
const [READY_LISTS, READY_LISTS_OF_FILM] = [80, 15];

/** Of ratings and runtimes: their first pages, and those of every half star and every range of lengths. */
const RATINGS_AND_RUNTIMES = 3 + 10 + 1 + 8;
/** The first page of /rewatches/. */
const PAGE_OF_REWATCHES = 1;
/** The page of all likes, and one for each rating and for films without one. */
const PAGES_OF_LIKES = 12;

interface Contents {
  films: readonly Film[];
  viewings: readonly Viewing[];
  groups: Record<Kind, readonly Group[]>;
  people: readonly Person[];
  lists: readonly FilmList[];
  canon: readonly unknown[];
  watchlist: readonly unknown[];
}

/** Files of a site that are no page of a member, at least as many as there are. */
export function otherFiles(
  contents: Contents,
  { hasPosters, hasCards, published = {} }: FileOptions,
): number {
  const { films, viewings, groups, people } = contents;
  const years = new Set(viewings.map(({ date }) => yearOf(date))).size;
  const posters = films.filter(({ details, series }) => details?.poster ?? series?.poster).length;
  const ranked = [
    ...allKinds.map(
      (kind) => groups[kind].filter((group) => group.films.length >= kindOf(kind).pageFrom).length,
    ),
    // A role ranks everybody with two films, with a page or without.
    ...allRoles.map(({ role }) => people.filter(({ credits }) => credits[role].length > 1).length),
  ];
  return (
    FIXED +
    SEARCH_PIECES +
    sum(ranked.map((rows) => ORDERS * Math.max(1, Math.ceil(rows / rowsPerPage)))) +
    RATINGS_AND_RUNTIMES +
    // Each film is in one list of its rating and in one of its length.
    2 * Math.floor(films.length / rowsPerPage) +
    films.length +
    listPages(contents, published) +
    textPages(contents, published) +
    Math.ceil(films.length / questionsPerPage) +
    PAGE_OF_REWATCHES +
    Math.floor(films.filter((film) => film.viewings.length > 1).length / rewatchesPerPage) +
    PAGES_OF_LIKES +
    PAGE_OF_DIARY +
    Math.ceil(films.filter(({ liked }) => liked).length / likesPerPage) +
    years * (FILES_OF_YEAR + (hasCards ? FILES_OF_PICTURE : 0)) +
    (hasCards ? CARDS_APART * FILES_OF_PICTURE : 0) +
    (hasPosters ? posters * FILES_OF_POSTER : 0)
  );
}

/** Pages of lists and of the watchlist. */
function listPages(
  { lists, canon, watchlist }: Contents,
  published: NonNullable<FileOptions["published"]>,
): number {
  const waiting = published.watchlist ? watchlist.length : 0;
  return (
    1 +
    canon.length +
    (published.lists ? 1 + sum(lists.map(({ items }) => pagesFor(items.length))) : 0) +
    (waiting > 0 ? 1 + READY_LISTS + Math.ceil((waiting * READY_LISTS_OF_FILM) / rowsPerPage) : 0)
  );
}

/** Pages of tags and reviews. */
function textPages({ films }: Contents, published: NonNullable<FileOptions["published"]>): number {
  const texts = films.flatMap(({ viewings, looseReviews }) => [...viewings, ...looseReviews]);
  const uses = texts.flatMap(({ tags }) => tags);
  const tags = new Set(uses).size;
  const reviews = texts.filter((text) => "text" in text || text.review !== null);
  const days = reviews.map((text) => ("date" in text ? text.date : text.watched));
  const years = new Set(days.map((day) => day && yearOf(day))).size;
  return (
    (published.tags && tags > 0
      ? pagesFor(tags) + tags + Math.ceil(uses.length / rowsPerPage)
      : 0) +
    (published.reviews && years > 0 ? 1 + years + Math.ceil(reviews.length / rowsPerPage) : 0)
  );
}

const pagesFor = (rows: number): number => Math.max(1, Math.ceil(rows / rowsPerPage));
