import { type RatingDot, ratingDotsChart } from "../../../charts/ratingDots.ts";
import { textWidth } from "../../../charts/texts.ts";
import type { Film } from "../../../library/film.ts";
import type { Group } from "../../../library/group.ts";
import { type Kind, kindOf } from "../../../library/kinds.ts";
import type { Site } from "../../../site.ts";
import { allRatings } from "../../../stats/allRatings.ts";
import { bestRatedOf, byScore, groupRule, rankingRows } from "../../../stats/ranking.ts";
import { averageRating, ratingsOf } from "../../../stats/ratings.ts";
import { runtimeBands } from "../../../stats/runtimes.ts";
import { bestRatedTitle } from "../../../words/groups.ts";
import { meansNote } from "../../../words/ratings.ts";
import { capital, type RichText } from "../../../words/richText.ts";
import type { Block } from "../../block.ts";
import { bandPath } from "../runtimes/address.ts";

/** The rows of a list that is cut. */
const listed = 12;

interface Means {
  id: string;
  title: string;
  /** What a row is, as the head of the table. */
  head: string;
  dots: RatingDot[];
  note: RichText;
}

/** Mean ratings by what the films are: how old, how long, of which genre and country. */
export const meansBlocks = (site: Site): (Block | null)[] => [
  decades(site),
  lengths(site),
  ofGroups(site, "genre"),
  ofGroups(site, "country"),
];

function decades(site: Site): Block | null {
  const { library, href } = site;
  const dots = library.groups.decade
    .toSorted((a, b) => Number(a.id) - Number(b.id))
    .flatMap((group) => dotOf(group.name, group.films, group.path && href(group.path)));
  return meansBlock(site, {
    id: "decades",
    title: titleOf(site, library.groups.decade, "By decade of release"),
    head: "Decade",
    dots,
    note: ["The mean rating of each decade, and of how many films."],
  });
}

function lengths(site: Site): Block | null {
  const { library, href } = site;
  const dots = runtimeBands(library.films).flatMap(({ band, films }) =>
    dotOf(band.name, films, href(bandPath(band))),
  );
  return meansBlock(site, {
    id: "lengths",
    title: "By length",
    head: "Minutes",
    dots,
    note: ["By runtime in minutes."],
  });
}

/** The largest groups of a kind that have enough ratings, best first. */
function ofGroups(site: Site, kind: Kind): Block | null {
  const { library, href } = site;
  const { one, many, folder } = kindOf(kind);
  const overallMean = allRatings(library.films).mean;
  const ranked = rankingRows(library.groups[kind], ({ films }) => films, {
    rule: groupRule,
    overallMean,
  }).filter(({ score }) => score !== null);
  const largest = ranked.toSorted((a, b) => b.rated - a.rated).slice(0, listed);
  const dots = largest
    .sort(byScore)
    .flatMap(({ subject }) =>
      dotOf(subject.name, subject.films, subject.path && href(subject.path)),
    );
  const all = ranked.length > listed && {
    text: `all ${many} by rating`,
    href: href(`/${folder}/by-rating/`),
  };
  return meansBlock(site, {
    id: folder,
    title: titleOf(site, library.groups[kind], `By ${one}`),
    head: capital(one),
    dots,
    note: all
      ? [`The ${dots.length} ${many} with the most ratings; `, all, "."]
      : [`Every ${one} with ${groupRule.minimum} ratings or more.`],
  });
}

/** "You rate dramas highest", if a heading may name the group. */
function titleOf({ library }: Site, groups: Group[], otherwise: string): string {
  const filmsOf = ({ films }: Group) => films;
  const rows = rankingRows(groups, filmsOf, {
    rule: groupRule,
    overallMean: allRatings(library.films).mean,
  });
  const best = bestRatedOf(rows, { filmsOf, all: library.films, rule: groupRule });
  return best ? bestRatedTitle(best.subject) : otherwise;
}

function dotOf(label: string, films: readonly Film[], href: string | null): RatingDot[] {
  const rating = averageRating(films);
  const rated = ratingsOf(films).length;
  return rating === null ? [] : [{ label, rating, rated, ...(href && { href }) }];
}

function meansBlock(
  { library, format }: Site,
  { id, title, head, dots, note }: Means,
): Block | null {
  const { mean } = allRatings(library.films);
  if (dots.length < 2 || mean === null) return null;
  return {
    id,
    title,
    isHalf: true,
    shown: [
      {
        as: "chart",
        chart: ratingDotsChart(dots, {
          title: `Average rating by ${head === "Minutes" ? "length" : head.toLowerCase()}`,
          format,
          mean,
          head,
          size: "half",
          labelWidth: Math.min(120, 12 + Math.max(...dots.map(({ label }) => textWidth(label)))),
        }),
        caption: meansNote(note),
      },
    ],
  };
}
