import { stars } from "../../format.ts";
import type { Film } from "../../library/film.ts";
import { likesPerPage } from "../../pageSizes.ts";
import type { Site } from "../../site.ts";
import { byYear, favourites } from "../../stats/filmOrder.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { likedOf, likesByRating } from "../../stats/likes.ts";
import { averageRating, ratingsOf } from "../../stats/ratings.ts";
import * as words from "../../words/likes.ts";
import { type BlockPage, blocksOf, type Figure } from "../block.ts";
import type { Section, SectionPage } from "../section.ts";
import {
  decadesBlock,
  despiteBlock,
  directorsBlock,
  genresBlock,
  notLikedBlock,
  ratingsBlock,
} from "./likes/blocks.ts";
import { likesFolder, likesPath } from "./likes/paths.ts";
import { pagedList } from "./pagedList.ts";

export const likes: Section = {
  folder: "likes",
  name: "Likes",
  part: "Films",
  count: ({ library }) => likedOf(library.films).length,
  pages: (site) => {
    const liked = likedOf(site.library.films);
    if (liked.length === 0) return [];
    return [
      { path: likesFolder, view: () => firstPage(site, liked) },
      ...(liked.length < enoughToDraw
        ? []
        : likesByRating(site.library.films).flatMap(({ rating }) =>
            ratingPages(
              site,
              rating,
              liked.filter((film) => film.rating === rating),
            ),
          )),
    ];
  },
};

/** The films that are liked. A few are listed and not drawn. */
function firstPage(site: Site, liked: Film[]): BlockPage {
  return {
    title: "Likes",
    description: words.describeLikes(site),
    above: [],
    heading: words.likesHeading(site),
    figures: figures(site, liked),
    blocks:
      liked.length < enoughToDraw
        ? [
            {
              id: "films",
              title: words.filmsTitle(site, liked.length),
              shown: [{ as: "rows", films: ordered(liked), posters: true }],
            },
          ]
        : blocksOf([
            ratingsBlock(site),
            directorsBlock(site),
            decadesBlock(site),
            genresBlock(site),
            despiteBlock(site),
            notLikedBlock(site),
          ]),
  };
}

function figures({ library, format }: Site, liked: readonly Film[]): Figure[] {
  const { films } = library;
  const [mean, overall] = [averageRating(liked), averageRating(films)];
  const again = liked.filter(({ viewings }) => viewings.some(({ rewatch }) => rewatch)).length;
  return [
    {
      label: "Liked films",
      value: format.integer(liked.length),
      href: liked.length < enoughToDraw ? "#films" : "#ratings",
      note: `${format.percent(liked.length / films.length)} of ${format.count(films.length, "film")}`,
    },
    ...(mean !== null && overall !== null
      ? [
          {
            label: "Their average rating",
            value: format.average(mean),
            note: `of ${format.integer(ratingsOf(liked).length)} rated; ${format.average(overall)} over all films`,
          },
        ]
      : []),
    ...(again > 0
      ? [
          {
            label: "Seen again",
            value: format.integer(again),
            note: `${format.percent(again / liked.length)} of the liked films`,
          },
        ]
      : []),
  ];
}

/** The best first, then films without a rating, newest release first. */
const ordered = (films: readonly Film[]): Film[] => [
  ...favourites(films),
  ...films.filter(({ rating }) => rating === null).sort(byYear),
];

/** The liked films of one rating, those seen most often first; none without a film. */
function ratingPages(site: Site, rating: number | null, films: Film[]): SectionPage[] {
  if (films.length === 0) return [];
  const list = { path: likesPath(rating), rows: ordered(films), perPage: likesPerPage };
  const name = rating === null ? null : stars(rating);
  return pagedList(site, list, ({ rows, page, count, ways }) => {
    const title = words.ratingTitle(rating, page, count);
    return {
      title,
      description: words.describeRating(site, rating, films.length),
      above: [[likesFolder, "Likes"]],
      heading: [title],
      figures: [],
      blocks: [
        {
          id: "films",
          title: words.ratingBlockTitle(site, name, films.length),
          shown: [{ as: "columns", films: rows }, ...ways],
        },
      ],
    };
  });
}
