import type { Film } from "../../../library/film.ts";
import type { Group } from "../../../library/group.ts";
import type { Site } from "../../../site.ts";
import { enoughToDraw, foremost } from "../../../stats/finding.ts";
import {
  type LikeShare,
  likedDespite,
  likedOf,
  likeShare,
  likesByRating,
  notLiked,
} from "../../../stats/likes.ts";
import { mostSeen } from "../../../stats/mostSeen.ts";
import * as words from "../../../words/likes.ts";
import { link, type RichText } from "../../../words/richText.ts";
import type { BarRow, Block } from "../../block.ts";
import { likesPath } from "./paths.ts";

/** The most genres or directors, and films, of a list. */
const [names, films] = [10, 50];

/** A bar as long as the share that is liked. */
const shareRow = (
  { format }: Site,
  label: RichText,
  { liked, films: all }: LikeShare,
  isNamed = false,
): BarRow => ({
  label,
  value: format.percent(liked / all),
  note: `${format.integer(liked)} of ${format.integer(all)}`,
  part: liked / all,
  isNamed,
});

/** The share of each rating; each leads to its liked films. */
export function ratingsBlock(site: Site): Block {
  const rows = likesByRating(site.library.films).filter(({ films: all }) => all > 0);
  return {
    id: "ratings",
    title: words.ratingsTitle(site, rows),
    isHalf: true,
    shown: [
      {
        as: "bars",
        rows: rows.map((row) => {
          const href = row.liked > 0 && site.href(likesPath(row.rating));
          return shareRow(site, [link(words.ratingName(site, row.rating), href || null)], row);
        }),
      },
      { as: "small", text: [words.ratingsNote] },
    ],
  };
}

/** Liked films by decade of release. */
export function decadesBlock(site: Site): Block | null {
  const decades = site.library.groups.decade.toSorted((a, b) => Number(a.id) - Number(b.id));
  return groupBlock(site, decades, { id: "decades", title: words.decadesTitle(site, decades) });
}

/** The genres of which most are liked. A share of a few films says little, so small ones are left out. */
export function genresBlock(site: Site): Block | null {
  const shareOf = ({ films: all }: Group) => likeShare(all).liked / all.length;
  const genres = site.library.groups.genre
    .filter(({ films: all }) => all.length >= enoughToDraw)
    .sort((a, b) => shareOf(b) - shareOf(a) || b.films.length - a.films.length)
    .slice(0, names);
  return groupBlock(site, genres, {
    id: "genres",
    title: words.genresTitle(site, genres),
    note: words.genresNote(site),
  });
}

function groupBlock(
  site: Site,
  groups: readonly Group[],
  { id, title, note }: { id: string; title: string; note?: RichText },
): Block | null {
  if (groups.length < 2) return null;
  return {
    id,
    title,
    isHalf: true,
    shown: [
      {
        as: "bars",
        rows: groups.map((group) => {
          const { name, path } = group;
          const label = [link(name, path && site.href(path))];
          return shareRow(site, label, likeShare(group.films));
        }),
      },
      ...(note ? [{ as: "small" as const, text: note }] : []),
    ],
  };
}

/** Who directed most of the liked films. */
export function directorsBlock({ library, format, href }: Site): Block | null {
  const liked = likedOf(library.films);
  const rows = mostSeen(liked, "director", names);
  const most = rows[0]?.films ?? 0;
  if (most === 0) return null;
  return {
    id: "directors",
    title: words.directorsTitle({ format }, rows),
    isHalf: true,
    shown: [
      {
        as: "ranks",
        named: foremost(rows, (row) => row.films, { all: liked.length }).length,
        rows: rows.map(({ subject, films: count }) => ({
          name: subject.name,
          rank: 1 + rows.filter((other) => other.films > count).length,
          href: subject.path && href(subject.path),
          value: format.integer(count),
          note: `of ${format.integer(subject.credits.director.length)} seen`,
          from: 0,
          to: count / most,
        })),
      },
    ],
  };
}

export const despiteBlock = (site: Site): Block | null =>
  filmsBlock(site, likedDespite(site.library.films), {
    id: "despite",
    title: words.despiteTitle,
  });

export const notLikedBlock = (site: Site): Block | null =>
  filmsBlock(site, notLiked(site.library.films), { id: "not-liked", title: words.notLikedTitle });

function filmsBlock(
  { format }: Site,
  all: readonly Film[],
  { id, title }: { id: string; title: string },
): Block | null {
  if (all.length === 0) return null;
  return {
    id,
    title: `${title}: ${format.count(all.length, "film")}`,
    shown: [
      { as: "columns", films: all.slice(0, films) },
      ...(all.length > films
        ? [{ as: "small" as const, text: words.firstOf({ format }, films, all.length) }]
        : []),
    ],
  };
}
