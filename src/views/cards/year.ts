import type { Column } from "../../cards/columns.ts";
import { drawable } from "../../cards/drawable.ts";
import type { WideCard } from "../../cards/wideCard.ts";
import { filmRoom, type YearPicture } from "../../cards/yearPicture.ts";
import { inWords } from "../../counted.ts";
import type { Format } from "../../format.ts";
import { sum } from "../../numbers.ts";
import type { Site } from "../../site.ts";
import { foremost, soleFirst } from "../../stats/finding.ts";
import { fullestMonth } from "../../stats/fullestMonth.ts";
import type { MonthRow } from "../../stats/months.ts";
import type { RankingRow } from "../../stats/ranking.ts";
import { ratingsOf } from "../../stats/ratings.ts";
import { yearInReview } from "../../stats/yearInReview.ts";
import type { YearRow } from "../../stats/years.ts";
import { average, cardFormat, figure, filmLine, hours, isWhole } from "./figures.ts";

/**
 * A year, for its card and its pictures.
 *
 * @param rows all years, oldest first
 */
export function yearContent(
  site: Site,
  row: YearRow,
  rows: readonly YearRow[],
): WideCard & YearPicture {
  const { library, settings } = site;
  const format = cardFormat(site);
  const { viewings, films, bulk, isCurrent, months, matched, best, top, firstDirectors, genres } =
    yearInReview(library, row.year);
  const runtimes = viewings.flatMap((viewing) => library.filmOf(viewing).runtime ?? []);
  const fullest = fullestMonth(viewings, bulk);
  const columns = monthColumns(months, fullest?.month, format);
  const genre = foremost(genres, ({ films }) => films, { all: matched });
  const siteTitle = settings.site.title;
  const remarks = [
    ...remark(firstDirectors, (names, films) => `Most by ${names}: ${format.count(films, "film")}`),
    ...remark(
      genre,
      (names, count) =>
        `Most often ${names}: ${format.integer(count)} of ${matched === films.length ? format.count(matched, "film") : `the ${format.count(matched, "film")} with known genres`}`,
    ),
  ];
  return {
    siteTitle,
    kind: "A year in films",
    name: `${row.year}`,
    year: `${row.year}`,
    sentence: `${format.count(row.viewings, "viewing")} of ${format.count(row.films, "film")}${isCurrent ? `, up to ${format.day(library.asOf)}` : comparison(row, rows, format)}`,
    figures: [
      ...figure("Rewatches", row.rewatches > 0 ? format.integer(row.rewatches) : null),
      ...average(format, ratingsOf(viewings)),
      ...hours(format, {
        minutes: sum(runtimes),
        known: runtimes.length,
        all: viewings.length,
        unit: "viewing",
      }),
      ...figure(
        "Fullest month",
        fullest && columns.some(({ isStrong }) => isStrong)
          ? format.monthName(`${fullest.month}-01`)
          : null,
      ),
    ],
    columns,
    months: columns,
    films:
      best.length > 0
        ? best.map((viewing) => filmLine(library.filmOf(viewing), viewing.rating))
        : films.map((film) => filmLine(film, null)),
    filmsAre: best[0]
      ? ratedHighest(top, best[0].rating, filmRoom(remarks), format)
      : library.exactDates
        ? "Seen first"
        : "Among those seen",
    remarks,
    signature: [
      (settings.publish.name && library.owner) || null,
      settings.siteUrl &&
        `${new URL(settings.siteUrl).host}${settings.basePath}`.replace(/\/$/, ""),
    ].filter((part): part is string => Boolean(part) && drawable(`${part}`) !== null),
  };
}

/** A sentence about the leaders; empty unless the fonts can write all their names. */
function remark(
  first: RankingRow<{ name: string }>[],
  say: (names: string, films: number) => string,
): string[] {
  const names = first.map(({ subject }) => subject.name);
  const [one] = first;
  return one && names.every(isWhole)
    ? [`${say(inWords(names), one.films)}${first.length > 1 ? " each" : ""}`]
    : [];
}

/** "Rated highest", with the number of equal films if not all are shown. */
const ratedHighest = (top: number, rating: number | null, shown: number, format: Format): string =>
  `Rated highest${top > shown ? `: ${format.integer(shown)} of the ${format.integer(top)} with ${format.decimal(rating ?? 0)} stars` : ""}`;

function comparison(row: YearRow, rows: readonly YearRow[], format: Format): string {
  const before = rows.findLast(({ year }) => year < row.year);
  if (soleFirst(rows, ({ viewings }) => viewings) === row) return ", the fullest year";
  if (!before) return "";
  const change = row.viewings - before.viewings;
  if (change === 0) return `, as in ${before.year}`;
  return `, ${format.integer(Math.abs(change))} ${change > 0 ? "more" : "fewer"} than in ${before.year}`;
}

/**
 * Twelve columns. The fullest month has the strong colour, unless a month that was filled in afterwards
 * is higher, because a picture cannot explain that.
 */
function monthColumns(months: MonthRow[], fullest: string | undefined, format: Format): Column[] {
  const first = soleFirst(months, ({ viewings }) => viewings);
  return Array.from({ length: 12 }, (_, i) => {
    const row = months[i];
    const value = row?.viewings ?? 0;
    return {
      value,
      label: format.monthInitial(`2024-${`${i + 1}`.padStart(2, "0")}-01`),
      isStrong: row !== undefined && row === first && row.month === fullest,
      ...(value > 0 && { figure: format.integer(value) }),
    };
  });
}
