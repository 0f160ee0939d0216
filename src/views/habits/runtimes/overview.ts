import { barsChart } from "../../../charts/bars.ts";
import { columnsChart } from "../../../charts/columns.ts";
import { dayPath, yearPath } from "../../../library/address.ts";
import { mean, sum } from "../../../numbers.ts";
import type { Site } from "../../../site.ts";
import { bulkDays } from "../../../stats/bulkDays.ts";
import { countFilms } from "../../../stats/counts.ts";
import { enoughToDraw, soleFirst } from "../../../stats/finding.ts";
import { mainPeriod } from "../../../stats/mainPeriod.ts";
import { periodRows } from "../../../stats/periods.ts";
import {
  byRuntime,
  longDays,
  medianRuntime,
  runtimeBands,
  type TimedFilm,
  timedFilms,
} from "../../../stats/runtimes.ts";
import { knownFor } from "../../../words/known.ts";
import { metadataNotice } from "../../../words/metadataNotice.ts";
import { longDay, longDaysTitle, runtimesHeading } from "../../../words/runtimes.ts";
import { type Block, type BlockPage, blocksOf, type Figure } from "../../block.ts";
import { hoursFigure } from "../../figures.ts";
import { bandPath } from "./address.ts";

/** The films of each list, and the days. */
const [listed, daysListed] = [10, 8];

/** How long the films are, and how much time they took. */
export function runtimesPage(site: Site): BlockPage {
  const timed = timedFilms(site.library.films).sort(byRuntime);
  const median = medianRuntime(timed) ?? 0;
  return {
    title: "Runtimes",
    description: `${runtimesHeading(site, timed.length, median)}.`,
    above: [],
    heading: [runtimesHeading(site, timed.length, median)],
    figures: figures(site, timed),
    notice: metadataNotice(site, "Runtimes"),
    blocks: blocksOf(
      timed.length < enoughToDraw
        ? [
            filmsBlock(site, timed, {
              id: "films",
              title: timed.length === 1 ? "The film" : "Shortest first",
            }),
            days(site),
          ]
        : [
            lengths(site),
            filmsBlock(site, timed.slice(0, listed), {
              id: "shortest",
              title: "The shortest",
              isHalf: true,
            }),
            filmsBlock(site, timed.toReversed().slice(0, listed), {
              id: "longest",
              title: "The longest",
              isHalf: true,
            }),
            hours(site),
            days(site),
          ],
    ),
  };
}

function figures(site: Site, timed: TimedFilm[]): Figure[] {
  const { library, format, href } = site;
  const [shortest, longest] = [timed[0], timed.at(-1)];
  const [median, average] = [medianRuntime(timed), mean(timed.map(({ runtime }) => runtime))];
  const { seen } = countFilms(library.films);
  const one = (label: string, film: TimedFilm | undefined): Figure[] =>
    film && timed.length > 1
      ? [{ label, value: format.runtime(film.runtime), href: href(film.path), note: film.name }]
      : [];
  return [
    {
      label: "Films",
      value: format.integer(timed.length),
      note: knownFor("runtime", { known: timed.length, all: seen, unit: "film", format }),
    },
    ...hoursFigure(library.films, format).map(({ label, value }) => ({
      label,
      value,
      note: "rewatches included",
    })),
    ...(median !== null && timed.length >= enoughToDraw
      ? [
          {
            label: "Median",
            value: format.runtime(Math.round(median)),
            note: "half are as long or longer",
          },
        ]
      : []),
    ...(average !== null && timed.length >= enoughToDraw
      ? [
          {
            label: "Average",
            value: format.runtime(Math.round(average)),
            note: `of ${format.count(timed.length, "film")}`,
          },
        ]
      : []),
    ...one("Shortest", shortest),
    ...one("Longest", longest),
  ];
}

function lengths({ library, format, href }: Site): Block {
  const bars = runtimeBands(library.films).map(({ band, films }) => ({
    label: band.name,
    value: films.length,
    ...(films.length > 0 && { href: href(bandPath(band)) }),
  }));
  return {
    id: "lengths",
    title: "By length",
    shown: [
      {
        as: "chart",
        chart: columnsChart(bars, {
          title: "Films by length",
          format,
          unit: "film",
          head: ["Minutes", "Films"],
          labelWidth: 104,
        }),
        caption: ["Runtimes in minutes; a column leads to its films."],
      },
    ],
  };
}

function filmsBlock(
  { format }: Site,
  films: TimedFilm[],
  frame: { id: string; title: string; isHalf?: boolean },
): Block {
  const rows = films.map((film) => ({ film, note: format.runtime(film.runtime) }));
  return { ...frame, shown: [{ as: "films", rows }] };
}

/** The hours of the viewings of each year, newest first. */
function hours({ library, format, href }: Site): Block | null {
  const { viewings } = library;
  const [first, last] = [viewings[0], viewings.at(-1)];
  if (!first || !last || viewings.length < enoughToDraw) return null;
  const runtime = (viewing: (typeof viewings)[number]) => library.filmOf(viewing).runtime;
  const rows = periodRows(viewings, { unit: "year", from: first.date, to: last.date, runtime });
  const years = rows.filter(({ timed }) => timed > 0).toReversed();
  if (years.length < 2) return null;
  const known = sum(rows.map(({ timed }) => timed));
  return {
    id: "years",
    title: "Hours by year",
    shown: [
      {
        as: "chart",
        chart: barsChart(
          years.map(({ period, minutes }) => ({
            label: period,
            value: Math.round(minutes / 60),
            href: href(yearPath(Number(period))),
          })),
          { title: "Hours per year", format, unit: "hour", head: ["Year", "Hours"], size: "full" },
        ),
        caption: [
          `Of the diary, rewatches included; ${knownFor("runtime", { known, all: viewings.length, unit: "viewing", format })}.`,
        ],
      },
    ],
  };
}

/** The days on which most was watched. Without exact dates there are none. */
function days(site: Site): Block | null {
  const { library, href } = site;
  if (!library.exactDates) return null;
  const bulk = bulkDays(library.viewings, library.bulkDay);
  const { main } = mainPeriod(library.viewings);
  const all = longDays(main, { filmOf: library.filmOf, bulk });
  const longest = all.slice(0, daysListed);
  // Where no day has two films, the longest days are those of the longest films.
  if (all.length < 2 || longest.every(({ films }) => films.length === 1)) return null;
  return {
    id: "days",
    title: longDaysTitle(
      site,
      soleFirst(all, ({ minutes }) => minutes),
    ),
    shown: [
      {
        as: "facts",
        facts: longest.map((day) => ({
          label: [{ day: day.date, href: href(dayPath(day.date)) }],
          value: longDay(site, day),
        })),
      },
      ...(bulk.size > 0
        ? [
            {
              as: "small" as const,
              text: [`${site.format.count(bulk.size, "filled-in day")} left out.`],
            },
          ]
        : []),
    ],
  };
}
