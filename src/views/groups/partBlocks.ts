import { type RatedPart, ratingLineChart } from "../../charts/ratingLine.ts";
import type { Group } from "../../library/group.ts";
import { kindOf } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { allRatings } from "../../stats/allRatings.ts";
import { completeness } from "../../stats/completeness.ts";
import { enoughToName } from "../../stats/finding.ts";
import { bestPart, partsInOrder } from "../../stats/parts.ts";
import { partRatingsTitle, partsTitle } from "../../words/groupBlocks.ts";
import { filmsOf } from "../../words/groups.ts";
import { whatIsListed } from "../../words/known.ts";
import type { Block } from "../block.ts";

/** All films of a collection in order of release: those seen, and outlines of the others. */
export function parts(site: Site, { kind, films, parts: listed }: Group): Block {
  const state = completeness(listed, films, site.library.asOf);
  return {
    id: "films",
    title: partsTitle(site, state),
    shown: [
      { as: "parts", parts: partsInOrder(films, state?.missing ?? []) },
      ...(state
        ? [
            {
              as: "small" as const,
              text: whatIsListed(site.library, `in this ${kindOf(kind).one}`),
            },
          ]
        : []),
    ],
  };
}

/** A line through the ratings of the films; null with few of them. */
export function partRatings({ library, format, href }: Site, group: Group): Block | null {
  const state = completeness(group.parts, group.films, library.asOf);
  const all = partsInOrder(group.films, state?.missing ?? []);
  const rated = all.flatMap(({ film }, i): RatedPart[] =>
    film && film.rating !== null
      ? [{ name: film.name, place: i + 1, rating: film.rating, href: href(film.path) }]
      : [],
  );
  const { mean } = allRatings(library.films);
  if (rated.length < enoughToName || mean === null) return null;
  const best = bestPart(all);
  return {
    id: "ratings",
    title: partRatingsTitle,
    isHalf: true,
    shown: [
      {
        as: "chart",
        chart: ratingLineChart(rated, {
          title: `Ratings of ${filmsOf(group)}`,
          format,
          mean,
          count: all.length,
          lit: best?.place ?? null,
        }),
        caption: ["In order of release. The dashed line is the mean of all your films."],
      },
    ],
  };
}
