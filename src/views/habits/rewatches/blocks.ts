import { diaryYearPath } from "../../../library/address.ts";
import type { Site } from "../../../site.ts";
import { bulkDays } from "../../../stats/bulkDays.ts";
import { enoughToDraw } from "../../../stats/finding.ts";
import { type Interval, intervals } from "../../../stats/intervals.ts";
import { longUnseen } from "../../../stats/longUnseen.ts";
import { mainPeriod } from "../../../stats/mainPeriod.ts";
import { seenBefore, seenInManyYears } from "../../../stats/seenAgain.ts";
import { yearRows } from "../../../stats/years.ts";
import * as words from "../../../words/rewatches.ts";
import { barRows } from "../../barRows.ts";
import type { Block } from "../../block.ts";

/** The rows of a list, and the films in columns, which are short. */
const [listed, mostColumns] = [10, 300];

/** Rewatches of each year, and their share of its viewings; null with too few to draw. */
export function rewatchYearsBlock({ library, format, href }: Site): Block | null {
  const years = yearRows(library.viewings);
  const all = years.reduce((sum, { rewatches }) => sum + rewatches, 0);
  if (years.length < 2 || all < enoughToDraw) return null;
  return {
    id: "years",
    title: words.yearsTitle({ format }, years),
    isHalf: true,
    shown: [
      {
        as: "bars",
        rows: barRows(
          years.toReversed().map(({ year, rewatches, viewings }) => ({
            label: [{ text: `${year}`, href: href(diaryYearPath(year)) }],
            amount: rewatches,
            note: `${format.percent(rewatches / viewings)} of ${format.integer(viewings)}`,
          })),
          format,
        ),
      },
    ],
  };
}

/** Films seen in the most different years. */
export function manyYearsBlock({ library, format, href }: Site): Block | null {
  const rows = seenInManyYears(library.films);
  const most = rows[0]?.years.length ?? 0;
  if (most === 0) return null;
  return {
    id: "many-years",
    title: words.manyYearsTitle,
    isHalf: true,
    shown: [
      {
        as: "ranks",
        rows: rows.slice(0, listed).map(({ film, years }) => ({
          name: film.name,
          rank: 1 + rows.filter((other) => other.years.length > years.length).length,
          href: href(film.path),
          value: format.count(years.length, "year"),
          note: `${years[0]} to ${years.at(-1)}`,
          from: 0,
          to: years.length / most,
        })),
      },
    ],
  };
}

function intervalsOf({ library }: Site) {
  const { viewings, films, bulkDay } = library;
  const start = mainPeriod(viewings).main[0]?.date ?? library.asOf;
  return intervals(films, { bulk: bulkDays(viewings, bulkDay), start });
}

/** The longest times between two viewings of a film. */
export const longestBlock = (site: Site): Block | null =>
  intervalBlock(site, "longest", intervalsOf(site).longest, words.longestTitle);

/** The shortest ones; null if they would be the same rows. */
export function shortestBlock(site: Site): Block | null {
  const { shortest } = intervalsOf(site);
  return shortest.length > listed
    ? intervalBlock(site, "shortest", shortest, words.shortestTitle)
    : null;
}

function intervalBlock(
  site: Site,
  id: string,
  all: readonly Interval[],
  title: string,
): Block | null {
  const rows = all.slice(0, listed);
  if (rows.length === 0) return null;
  const most = Math.max(1, ...rows.map(({ length }) => length));
  return {
    id,
    title,
    isHalf: true,
    shown: [
      {
        as: "bars",
        rows: rows.map(({ film, from, to, length }) => ({
          label: words.interval(site, film, from, to),
          value: words.intervalLength(site, length),
          note: "",
          part: length / most,
          isNamed: false,
        })),
      },
    ],
  };
}

/** Loved films whose last viewing is the longest ago. */
export function longUnseenBlock(site: Site): Block | null {
  const { library } = site;
  const start = mainPeriod(library.viewings).main[0]?.date ?? library.asOf;
  const bulk = bulkDays(library.viewings, library.bulkDay);
  const rows = longUnseen(library.films, { bulk, start, asOf: library.asOf });
  if (rows.length === 0) return null;
  return {
    id: "long-unseen",
    title: words.longUnseenTitle,
    shown: [
      {
        as: "films",
        rows: rows
          .slice(0, listed)
          .map(({ film, years }) => ({ film, note: words.yearsAgo(site, years) })),
      },
      { as: "small", text: words.longUnseenNote(site, { listed, all: rows.length }) },
    ],
  };
}

/** Films that were seen before the diary and once in it, the best first. */
export function seenBeforeBlock(site: Site): Block | null {
  const films = seenBefore(site.library.films);
  if (films.length === 0) return null;
  return {
    id: "seen-before",
    title: words.seenBeforeTitle(site, films.length),
    shown: [
      { as: "columns", films: films.slice(0, mostColumns) },
      ...(films.length > mostColumns
        ? [{ as: "small" as const, text: words.bestOf(site, mostColumns, films.length) }]
        : []),
    ],
  };
}
