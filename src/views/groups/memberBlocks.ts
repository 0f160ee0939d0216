import { ratingHistogramChart } from "../../charts/ratingHistogram.ts";
import type { Group } from "../../library/group.ts";
import { kindOf, type MemberBlock } from "../../library/kinds.ts";
import type { Site } from "../../site.ts";
import { allRatings } from "../../stats/allRatings.ts";
import { enoughToDraw } from "../../stats/finding.ts";
import { ratingHistogram, ratingsOf } from "../../stats/ratings.ts";
import { ratingsNote, ratingsOtherwise } from "../../words/groupBlocks.ts";
import { filmsOf } from "../../words/groups.ts";
import { oddRating } from "../../words/titles.ts";
import type { Block } from "../block.ts";
import { best, fewFilms, films } from "./filmBlocks.ts";
import { partRatings, parts } from "./partBlocks.ts";
import { peopleBlock } from "./peopleBlocks.ts";
import { decades, overTime, years } from "./timeBlocks.ts";

/** The parts of a member's page by name. A part is null if there is nothing to show. */
export const memberBlocks: Record<MemberBlock, (site: Site, group: Group) => Block | null> = {
  fewFilms,
  best,
  ratings,
  decades,
  overTime,
  directors: peopleBlock("director"),
  actors: peopleBlock("actor"),
  films,
  years,
  parts,
  partRatings,
};

/** How the films are rated, within the outline of all films. */
function ratings(site: Site, group: Group): Block | null {
  const { library, format } = site;
  const rated = ratingsOf(group.films).length;
  if (rated < enoughToDraw) return null;
  const all = allRatings(library.films);
  const odd = oddRating(group.films, library.films, format);
  return {
    id: "ratings",
    title: odd?.title ?? ratingsOtherwise,
    isHalf: true,
    shown: [
      {
        as: "chart",
        chart: ratingHistogramChart(ratingHistogram(group.films), {
          title: `Ratings of ${filmsOf(group)}`,
          format,
          link: () => listOf(group),
          lit: odd?.rating ?? null,
          ...(rated < all.moments.count && { outline: all.histogram }),
        }),
        caption: ratingsNote(site, group, { outlined: rated < all.moments.count }),
      },
    ],
  };
}

/** The anchor of the films on the same page: the list of all, or of each year. */
const listOf = ({ kind }: Group): string =>
  kindOf(kind).memberBlocks.includes("films") ? "#films" : "#years";
