import { yearOf } from "../../../day.ts";
import { diaryPath, diaryYearPath } from "../../../library/address.ts";
import type { Site } from "../../../site.ts";
import { latestViewings } from "../../../stats/latestViewings.ts";
import { milestones } from "../../../stats/milestones.ts";
import * as words from "../../../words/diary.ts";
import { barRows, meanWords } from "../../barRows.ts";
import type { Block } from "../../block.ts";
import type { DiaryFacts } from "./facts.ts";
import { diaryRow } from "./rows.ts";

/** The viewings of the newest year that the first page shows. */
const listed = 30;

/** The last viewings of the newest year. */
export function newestBlock(site: Site, { years }: DiaryFacts): Block | null {
  const newest = years.at(-1);
  return newest ? yearBlock(site, newest.year, listed) : null;
}

/** Every viewing of a short diary, year by year, the newest first. */
export const yearBlocks = (site: Site, { years }: DiaryFacts): Block[] =>
  years.toReversed().map(({ year }) => yearBlock(site, year, Number.POSITIVE_INFINITY));

function yearBlock(site: Site, year: number, most: number): Block {
  const own = latestViewings(site.library).filter(({ date }) => yearOf(date) === year);
  const shown = own.slice(0, most);
  const all = { text: words.allOfYear(site, year, own.length), href: hrefOf(site, year) };
  return {
    id: `y${year}`,
    title: words.newestTitle(site, { year, shown: shown.length, all: own.length }),
    shown: [
      { as: "diary", rows: shown.map((viewing) => diaryRow(site, viewing)) },
      ...(shown.length < own.length ? [{ as: "text" as const, text: [all] }] : []),
    ],
  };
}

const hrefOf = ({ href }: Site, year: number): string => href(diaryYearPath(year));

/** The way to each year. */
export function yearsBlock(site: Site, { years }: DiaryFacts): Block | null {
  if (years.length < 2) return null;
  const { format } = site;
  return {
    id: "years",
    title: words.yearsTitle(site, years),
    isHalf: true,
    shown: [
      {
        as: "bars",
        rows: barRows(
          years.toReversed().map(({ year, viewings, averageRating, rated }) => ({
            label: [{ text: `${year}`, href: hrefOf(site, year) }],
            amount: viewings,
            note: meanWords(averageRating, rated, format),
          })),
          format,
        ),
      },
    ],
  };
}

/** Which films were the 1st, 50th, 100th … viewing; null where days, and so the order, are withheld. */
export function milestonesBlock({ library, format, href }: Site): Block | null {
  const marks = library.exactDates ? milestones(library.viewings) : [];
  if (marks.length === 0) return null;
  return {
    id: "milestones",
    title: words.milestonesTitle,
    isHalf: true,
    shown: [
      {
        as: "facts",
        facts: marks.toReversed().map(({ number, viewing }) => ({
          label: [words.ordinal(number, format)],
          value: [
            { text: viewing.film.name, href: href(library.filmOf(viewing).path) },
            ", ",
            { day: viewing.date, href: href(diaryPath(viewing.date, library)) },
          ],
        })),
      },
    ],
  };
}
