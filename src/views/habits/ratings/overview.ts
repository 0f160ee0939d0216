import { ratingHistogramChart } from "../../../charts/ratingHistogram.ts";
import { stepPath } from "../../../library/address.ts";
import { byTitle } from "../../../library/titleOrder.ts";
import type { Site } from "../../../site.ts";
import { crowd } from "../../../stats/crowd.ts";
import { favourites } from "../../../stats/filmOrder.ts";
import { enoughToDraw, soundMean } from "../../../stats/finding.ts";
import { ratingHistogram, ratingsOf, spreadOf } from "../../../stats/ratings.ts";
import { filledSteps } from "../../../stats/steps.ts";
import {
  describeRatings,
  givenNote,
  ratingsHeading,
  rewatchesTitle,
} from "../../../words/ratings.ts";
import { commonestRating, ratingsTitle } from "../../../words/titles.ts";
import { type Block, type BlockPage, blocksOf, type Figure } from "../../block.ts";
import { changedCount, driftSummary, hasDrift } from "./drift.ts";
import { meansBlocks } from "./means.ts";
import { overTimeBlocks } from "./overTime.ts";
import { hasVoters, votersSummary } from "./voters.ts";

/** How all films are rated, and the ways to the films of each rating. */
export function ratingsPage(site: Site): BlockPage {
  const { library } = site;
  const [moved, voters] = [driftSummary(site), votersSummary(site)];
  const isDrawn = ratingsOf(library.films).length >= enoughToDraw;
  return {
    title: "Ratings",
    description: describeRatings(site),
    above: [],
    heading: [ratingsHeading(site)],
    figures: figures(site),
    blocks: blocksOf(
      isDrawn
        ? [
            allFilms(site),
            firstWatches(site),
            rewatches(site),
            // Beside the drawing of rewatches.
            moved ?? (voters && { ...voters, isHalf: true }),
            ...overTimeBlocks(site),
            moved && voters,
            ...meansBlocks(site),
          ]
        : [fewFilms(site), moved],
    ),
  };
}

function figures(site: Site): Figure[] {
  const { library, format, href } = site;
  const { films } = library;
  const ratings = ratingsOf(films);
  const [mean, spread, commonest] = [soundMean(ratings), spreadOf(films), commonestRating(films)];
  const voters = hasVoters(site) && crowd(films);
  const all: (Figure | false | null | undefined)[] = [
    {
      label: "Rated",
      value: format.integer(ratings.length),
      note: `of ${format.count(films.length, "film")}`,
    },
    mean !== null && {
      label: "Average rating",
      value: format.average(mean),
      note: `of ${format.count(ratings.length, "rated film")}`,
    },
    spread !== null && {
      label: "Spread",
      value: format.average(spread),
      note: "standard deviation",
    },
    commonest !== null && {
      label: "Given most often",
      value: `${format.decimal(commonest)} ★`,
      href: href(stepPath(commonest)),
      note: format.count(films.filter(({ rating }) => rating === commonest).length, "film"),
    },
    voters && {
      label: "Against TMDB voters",
      value: format.change(voters.difference),
      href: href("/ratings/voters/"),
      note: `over ${format.count(voters.films, "film")}`,
    },
    hasDrift(site) && {
      label: "Changed",
      value: format.integer(changedCount(site)),
      href: href("/ratings/drift/"),
      note: "films, between viewings or since",
    },
  ];
  return all.filter((figure) => figure !== null && figure !== undefined && figure !== false);
}

/** The address of the films with a rating, if some have it. */
function linkToStep({ library, href }: Site) {
  const ratings = new Set(filledSteps(library.films).map(({ rating }) => rating));
  return (rating: number) => (ratings.has(rating) ? href(stepPath(rating)) : undefined);
}

function allFilms(site: Site): Block {
  const { library, format } = site;
  return {
    id: "films",
    title: ratingsTitle(library.films, { otherwise: "All films" }),
    isHalf: true,
    shown: [
      {
        as: "chart",
        chart: ratingHistogramChart(ratingHistogram(library.films), {
          title: "Ratings of films",
          format,
          link: linkToStep(site),
          lit: commonestRating(library.films),
        }),
        caption: ["The current rating of each film; a column leads to its films."],
      },
    ],
  };
}

function firstWatches(site: Site): Block | null {
  const first = site.library.viewings.filter(({ rewatch }) => !rewatch);
  return viewingsBlock(site, first, {
    id: "first",
    title: "On first watches",
    unit: ["first watch", "first watches"],
  });
}

function rewatches(site: Site): Block | null {
  const { viewings } = site.library;
  const again = viewings.filter(({ rewatch }) => rewatch);
  return viewingsBlock(site, again, {
    id: "again",
    title: rewatchesTitle(
      site,
      viewings.filter(({ rewatch }) => !rewatch),
      again,
    ),
    unit: ["rewatch", "rewatches"],
  });
}

function viewingsBlock(
  site: Site,
  viewings: { rating: number | null }[],
  { id, title, unit }: { id: string; title: string; unit: [one: string, many: string] },
): Block | null {
  if (ratingsOf(viewings).length < enoughToDraw) return null;
  return {
    id,
    title,
    isHalf: true,
    shown: [
      {
        as: "chart",
        chart: ratingHistogramChart(ratingHistogram(viewings), {
          title: `Ratings of ${unit[1]}`,
          format: site.format,
          unit: "viewing",
          link: linkToStep(site),
          lit: commonestRating(viewings),
        }),
        caption: givenNote(site, viewings, unit),
      },
    ],
  };
}

/** Too few for drawings: the films themselves. */
function fewFilms({ library }: Site): Block {
  const films = favourites(library.films.toSorted(byTitle));
  return {
    id: "films",
    title: films.length === 1 ? "The film" : "The films",
    shown: [{ as: "rows", films, posters: true }],
  };
}
