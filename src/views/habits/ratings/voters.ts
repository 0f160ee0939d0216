import { barsChart } from "../../../charts/bars.ts";
import { dumbbellChart } from "../../../charts/dumbbell.ts";
import { voterGridChart } from "../../../charts/voterGrid.ts";
import { stepPath, yearPath } from "../../../library/address.ts";
import type { Film } from "../../../library/film.ts";
import { remembered } from "../../../remembered.ts";
import type { Site } from "../../../site.ts";
import { crowd, crowdVotes } from "../../../stats/crowd.ts";
import { enoughRatings, enoughToDraw } from "../../../stats/finding.ts";
import {
  agreement,
  apartSteps,
  byVoters,
  byVotes,
  type RatedByBoth,
  ratedByBoth,
  voterCells,
  voterYears,
} from "../../../stats/voters.ts";
import {
  agreementSentence,
  describeVoters,
  nearNote,
  votersHeading,
  votersNote,
  votersSentence,
} from "../../../words/voters.ts";
import { type Block, type BlockPage, blocksOf, type Figure, type FilmRow } from "../../block.ts";
import { directorsApart, genresApart } from "./votersApart.ts";

const path = "/ratings/voters/";

/** The films of each list. */
const listed = 10;

/** Two ratings that are less than this apart are near each other. */
const near = 0.5;

/** The films of a dot that can have a name, and the names for which there may be room. */
const [mostToName, namesTried] = [3, 40];

const compared = remembered(({ library }: Site) => ratedByBoth(library.films));

/** Whether there are enough films to compare. */
export const hasVoters = (site: Site): boolean => compared(site).length >= enoughToDraw;

/** The comparison in two sentences, with the way to all of it. */
export function votersSummary(site: Site): Block | null {
  const overall = crowd(site.library.films);
  if (!overall || !hasVoters(site)) return null;
  const correlation = agreement(compared(site));
  return {
    id: "voters",
    title: votersHeading(site, overall),
    shown: [
      { as: "text", text: votersSentence(site, overall) },
      ...(correlation === null
        ? []
        : [{ as: "text" as const, text: agreementSentence(site, correlation, overall.films) }]),
      { as: "text", text: [{ text: "Where you differ", href: site.href(path) }] },
    ],
  };
}

/** The owner beside TMDB's voters. */
export function votersPage(site: Site): BlockPage {
  const { library } = site;
  const overall = crowd(library.films);
  if (!overall) throw new Error("the page of voters needs films to compare");
  const rows = compared(site);
  const correlation = agreement(rows);
  return {
    title: "You and TMDB voters",
    description: describeVoters(site, overall),
    above: [["/ratings/", "Ratings"]],
    heading: [votersHeading(site, overall)],
    figures: figures(site, rows),
    remark: correlation === null ? undefined : agreementSentence(site, correlation, rows.length),
    blocks: blocksOf([
      grid(site, rows),
      apart(
        site,
        rows.filter(({ difference }) => difference > 0),
        {
          id: "above",
          title: "Rated far above the voters",
        },
      ),
      apart(site, rows.filter(({ difference }) => difference < 0).toReversed(), {
        id: "below",
        title: "Rated far below the voters",
      }),
      howFar(site, rows),
      years(site),
      genresApart(site),
      directorsApart(site),
      ...extremes(site),
    ]),
  };
}

function figures({ library, format }: Site, rows: RatedByBoth[]): Figure[] {
  const overall = crowd(library.films);
  const correlation = agreement(rows);
  const close = rows.filter(({ difference }) => Math.abs(difference) < near).length;
  if (!overall) return [];
  return [
    {
      label: "Compared",
      value: format.integer(overall.films),
      note: `films you rated, with ${crowdVotes} votes or more`,
    },
    { label: "You", value: format.average(overall.you), note: "on average" },
    {
      label: "TMDB voters",
      value: format.average(overall.voters),
      note: "on average, for the same films",
    },
    { label: "Difference", value: format.change(overall.difference) },
    ...(correlation === null
      ? []
      : [{ label: "Correlation", value: format.change(correlation), note: "1 is full agreement" }]),
    {
      label: "Less than ½ apart",
      value: format.percent(close / rows.length),
      note: nearNote({ format }, close, rows.length),
    },
  ];
}

/** All films, by both ratings. */
function grid(site: Site, rows: RatedByBoth[]): Block {
  const { format, href } = site;
  const cells = voterCells(rows);
  const size = ({ difference }: RatedByBoth) => Math.abs(difference);
  const furthest = rows.toSorted((a, b) => size(b) - size(a));
  const places = new Map(furthest.map(({ film }, i) => [film, i]));
  const dots = cells.map(({ you, voters, films }) => {
    const [first] = films.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    const name = first?.name ?? "";
    const to = films.length === 1 && first ? first.path : stepPath(you);
    const place = (first && places.get(first)) ?? rows.length;
    return { you, voters, films: films.length, name, href: href(to), place };
  });
  const named = dots
    .filter(({ films }) => films <= mostToName)
    .sort((a, b) => a.place - b.place)
    .slice(0, namesTried);
  return {
    id: "both",
    title: "Your rating and that of the voters",
    shown: [
      {
        as: "chart",
        chart: voterGridChart(dots, {
          title: "Films by your rating and that of TMDB voters",
          format,
          named,
        }),
        caption: [
          "A larger dot is more films, of a quarter star of the voters. On the dashed line you agree; above it you rate higher. Of the small dots, those furthest apart are named.",
        ],
      },
    ],
  };
}

/** The films rated furthest from the voters on one side, at least a star. */
function apart(
  site: Site,
  rows: RatedByBoth[],
  frame: { id: string; title: string },
): Block | null {
  const far = rows.filter(({ difference }) => Math.abs(difference) >= 1);
  return filmsBlock(
    frame,
    far
      .slice(0, listed)
      .map(({ film, voters, votes }) => ({ film, note: votersNote(site, voters, votes) })),
  );
}

/** How many films are how far from the voters. The far ones lead to their list. */
function howFar({ format, href }: Site, rows: RatedByBoth[]): Block {
  const far = { above: `${href(path)}#above`, below: `${href(path)}#below` };
  const bars = apartSteps(rows).map(({ name, from, to, count }) => ({
    label: name,
    value: count,
    ...(count > 0 && from >= 1 && { href: far.above }),
    ...(count > 0 && to <= -1 && { href: far.below }),
  }));
  return {
    id: "far",
    title: "How far apart",
    isHalf: true,
    shown: [
      {
        as: "chart",
        chart: barsChart(bars, {
          title: "Films by distance from TMDB voters",
          format,
          unit: "film",
          head: ["In stars", "Films"],
          labelWidth: 132,
        }),
        caption: ["Your rating less that of the voters, in stars."],
      },
    ],
  };
}

/** How the ratings given in each year compare. */
function years({ library, format, href }: Site): Block | null {
  const rows = voterYears(library.viewings, library.filmOf).filter(
    ({ viewings }) => viewings >= enoughRatings,
  );
  if (rows.length < 2) return null;
  return {
    id: "years",
    title: "Harsher or kinder, year by year",
    isHalf: true,
    shown: [
      {
        as: "chart",
        chart: dumbbellChart(
          rows.map(({ year, viewings, you, voters }) => ({
            name: `${year}`,
            films: viewings,
            you,
            other: voters,
            href: href(yearPath(year)),
          })),
          {
            title: "Your mean rating per year and that of TMDB voters",
            format,
            other: "TMDB voters",
            head: "Year",
            unit: "viewing",
            labelWidth: 48,
          },
        ),
        caption: [
          `Ratings as given at viewings, and the voters’ of the same films; years with ${enoughRatings} or more.`,
        ],
      },
    ],
  };
}

/** The best and least known films, and those the voters rate highest and lowest. */
function extremes(site: Site): (Block | null)[] {
  const { library, format } = site;
  const known = byVotes(library.films);
  const rated = byVoters(library.films);
  const voteRows = (rows: typeof known): FilmRow[] =>
    rows.slice(0, listed).map(({ film, votes }) => ({ film, note: format.count(votes, "vote") }));
  const ratingRows = (rows: typeof rated): FilmRow[] =>
    rows
      .slice(0, listed)
      .map(({ film, voters, votes }) => ({ film, note: votersNote(site, voters, votes) }));
  // With too few films, both ends would show the same.
  const isLong = (rows: { film: Film }[]) => rows.length >= 2 * listed;
  return [
    ...(isLong(known)
      ? [
          filmsBlock({ id: "best-known", title: "Best known" }, voteRows(known)),
          filmsBlock({ id: "least-known", title: "Least known" }, voteRows(known.toReversed())),
        ]
      : []),
    ...(isLong(rated)
      ? [
          filmsBlock({ id: "voters-highest", title: "The voters’ highest" }, ratingRows(rated)),
          filmsBlock(
            { id: "voters-lowest", title: "The voters’ lowest" },
            ratingRows(rated.toReversed()),
          ),
        ]
      : []),
  ];
}

const filmsBlock = (frame: { id: string; title: string }, rows: FilmRow[]): Block | null =>
  rows.length === 0 ? null : { ...frame, isHalf: true, shown: [{ as: "films", rows }] };
