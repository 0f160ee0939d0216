import { monthOf, yearOf } from "../../../day.ts";
import { diaryFolder, diaryYearPath, yearPath } from "../../../library/address.ts";
import type { Site } from "../../../site.ts";
import { doubleBills } from "../../../stats/doubleBills.ts";
import type { YearRow } from "../../../stats/years.ts";
import { describeYear } from "../../../words/descriptions.ts";
import { diaryYearTitle, monthTitle } from "../../../words/diary.ts";
import type { Block, BlockPage, Figure } from "../../block.ts";
import { dayRows } from "./rows.ts";

/** Every viewing of a year, month by month. Calendars and all days of the site lead here. */
export function diaryYear(site: Site, rows: readonly YearRow[], row: YearRow): BlockPage {
  const { library, format, href } = site;
  const { year } = row;
  const place = rows.indexOf(row);
  const [before, after] = [rows[place - 1], rows[place + 1]];
  const viewings = library.viewings.filter(({ date }) => yearOf(date) === year);
  const months = [...Map.groupBy(viewings, ({ date }) => monthOf(date))];
  const title = diaryYearTitle(year);
  return {
    title,
    description: describeYear(site, row),
    above: [[diaryFolder, "Diary"]],
    neighbours: [
      ...(before
        ? [
            {
              name: `← ${before.year}`,
              href: href(diaryYearPath(before.year)),
              rel: "prev" as const,
            },
          ]
        : []),
      ...(after
        ? [{ name: `${after.year} →`, href: href(diaryYearPath(after.year)), rel: "next" as const }]
        : []),
    ],
    heading: [title],
    figures: figures(site, row),
    ...(months.length > 1 && {
      jumps: {
        label: "Months",
        links: months.map(([month]) => ({
          name: format.monthName(`${month}-01`),
          href: `#m${month}`,
        })),
      },
    }),
    remark: [{ text: `${year} in review`, href: href(yearPath(year)) }],
    blocks: months.map(
      ([month, own]): Block => ({
        id: `m${month}`,
        title: monthTitle(site, month, own.length),
        isHalf: true,
        shown: [{ as: "diary", rows: dayRows(site, own) }],
      }),
    ),
  };
}

function figures({ library, format }: Site, { year, viewings, films }: YearRow): Figure[] {
  const isOfYear = ({ date }: { date: string }) => yearOf(date) === year;
  const own = library.viewings.filter(isOfYear);
  const bills = doubleBills(library).filter(isOfYear).length;
  return [
    { label: "Viewings", value: format.integer(viewings) },
    { label: "Films", value: format.integer(films) },
    ...(library.exactDates
      ? [
          {
            label: "Days with a film",
            value: format.integer(new Set(own.map(({ date }) => date)).size),
          },
        ]
      : []),
    ...(bills > 0
      ? [
          {
            label: "Double bills",
            value: format.integer(bills),
            note: "days with two films or more",
          },
        ]
      : []),
  ];
}
