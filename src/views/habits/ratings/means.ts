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
  /** The row that the title names. */
  lit: string | null;
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
  const groups = library.groups.decade.toSorted((a, b) => Number(a.id) - Number(b.id));
  const { best } = rankedOf(site, groups);
  return meansBlock(site, {
    id: "decades",
    title: best ? bestRatedTitle(best) : "By decade of release",
    head: "Decade",
    dots: groups.flatMap(({ name, films, path }) => dotOf(name, films, path && href(path))),
    lit: best?.name ?? null,
    note: ["How many films each mean is of stands beside it."],
  });
}

function lengths(site: Site): Block | null {
  const { library, href } = site;
  return meansBlock(site, {
    id: "lengths",
    title: "By length",
    head: "Minutes",
    dots: runtimeBands(library.films).flatMap(({ band, films }) =>
      dotOf(band.name, films, href(bandPath(band))),
    ),
    lit: null,
    note: ["By runtime in minutes."],
  });
}

/** The groups of a kind with the most ratings, in the order of their weighted means. */
function ofGroups(site: Site, kind: Kind): Block | null {
  const { library, href } = site;
  const { one, many, folder } = kindOf(kind);
  const { rows, best } = rankedOf(site, library.groups[kind]);
  // Without the best one, the title would speak of a group that is not drawn.
  const shown = rows
    .toSorted(
      (a, b) => Number(b.subject === best) - Number(a.subject === best) || b.rated - a.rated,
    )
    .slice(0, listed)
    .sort(byScore);
  const order = { text: "weighted mean", href: `${href("/about/")}#order` };
  const all = { text: `all ${many}`, href: href(`/${folder}/by-rating/`) };
  return meansBlock(site, {
    id: folder,
    title: best ? bestRatedTitle(best) : `By ${one}`,
    head: capital(one),
    dots: shown.flatMap(({ subject: { name, films, path } }) =>
      dotOf(name, films, path && href(path)),
    ),
    lit: best?.name ?? null,
    note:
      rows.length > listed
        ? [`${listed} of `, all, ", those with the most ratings, by ", order, "."]
        : [`Those with ${groupRule.minimum} ratings or more, by `, order, "."],
  });
}

/** The groups with enough ratings, and the one that a heading may call the best rated. */
function rankedOf({ library }: Site, groups: Group[]) {
  const filmsOf = ({ films }: Group) => films;
  const rows = rankingRows(groups, filmsOf, {
    rule: groupRule,
    overallMean: allRatings(library.films).mean,
  }).filter(({ score }) => score !== null);
  const best = bestRatedOf(rows, { filmsOf, all: library.films, rule: groupRule });
  return { rows, best: best?.subject ?? null };
}

function dotOf(label: string, films: readonly Film[], href: string | null): RatingDot[] {
  const rating = averageRating(films);
  const rated = ratingsOf(films).length;
  return rating === null ? [] : [{ label, rating, rated, ...(href && { href }) }];
}

function meansBlock(
  { library, format }: Site,
  { id, title, head, dots, lit, note }: Means,
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
          lit,
          labelWidth: Math.min(120, 12 + Math.max(...dots.map(({ label }) => textWidth(label)))),
        }),
        caption: meansNote(note),
      },
    ],
  };
}
