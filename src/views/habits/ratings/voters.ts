import { dumbbellChart } from "../../../charts/dumbbell.ts";
import { type GridDot, voterGridChart } from "../../../charts/voterGrid.ts";
import { stepPath, yearPath } from "../../../library/address.ts";
import type { Film } from "../../../library/film.ts";
import { remembered } from "../../../remembered.ts";
import type { Site } from "../../../site.ts";
import { crowd, crowdVotes } from "../../../stats/crowd.ts";
import { enoughRatings, enoughToDraw } from "../../../stats/finding.ts";
import {
  agreement,
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

/** Between half a star more and half a star less, two ratings are near each other. */
const near = 0.5;

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
      genresApart(site),
      directorsApart(site),
      years(site),
      ...extremes(site),
    ]),
  };
}

function figures({ library, format }: Site, rows: RatedByBoth[]): Figure[] {
  const overall = crowd(library.films);
  const correlation = agreement(rows);
  const close = rows.filter(({ difference }) => Math.abs(difference) <= near).length;
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
      : [
          { label: "Correlation", value: format.average(correlation), note: "1 is full agreement" },
        ]),
    {
      label: "Within half a star",
      value: format.percent(close / rows.length),
      note: nearNote({ format }, close, rows.length),
    },
  ];
}

/** All films, by both ratings. */
function grid(site: Site, rows: RatedByBoth[]): Block {
  const { format, href } = site;
  const cells = voterCells(rows);
  const dots = new Map(
    cells.map(({ you, voters, films }): [string, GridDot] => {
      const [first] = films;
      const name = first?.name ?? "";
      const to = films.length === 1 && first ? first.path : stepPath(you);
      return [`${you} ${voters}`, { you, voters, films: films.length, name, href: href(to) }];
    }),
  );
  const dotOf = new Map(
    cells.flatMap(({ you, voters, films }) =>
      films.map((film) => [film, dots.get(`${you} ${voters}`)] as const),
    ),
  );
  const furthest = rows.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const named = [...new Set(furthest.slice(0, 40).flatMap(({ film }) => dotOf.get(film) ?? []))];
  return {
    id: "both",
    title: "Your rating and that of the voters",
    shown: [
      {
        as: "chart",
        chart: voterGridChart([...dots.values()], {
          title: "Films by your rating and that of TMDB voters",
          format,
          named,
        }),
        caption: [
          "A larger dot is more films, of a quarter star of the voters. On the dashed line you agree; above it you rate higher. The films furthest apart are named.",
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

/** How the ratings given in each year compare. */
function years({ library, format, href }: Site): Block | null {
  const rows = voterYears(library.viewings, library.filmOf).filter(
    ({ viewings }) => viewings >= enoughRatings,
  );
  if (rows.length < 2) return null;
  return {
    id: "years",
    title: "Harsher or kinder, year by year",
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
