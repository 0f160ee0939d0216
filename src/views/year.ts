import { monthsChart } from "../charts/months.ts";
import { ratingHistogramChart } from "../charts/ratingHistogram.ts";
import { yearOf } from "../day.ts";
import { diaryYearPath, monthPath, yearPath } from "../library/address.ts";
import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import { enoughToDraw } from "../stats/finding.ts";
import { ratingHistogram, ratingsOf } from "../stats/ratings.ts";
import { type YearInReview, yearInReview } from "../stats/yearInReview.ts";
import { type YearRow, yearRows } from "../stats/years.ts";
import { describeYear } from "../words/descriptions.ts";
import { yearHeadline } from "../words/headlines.ts";
import { commonestRating, monthsTitle, ratingsTitle } from "../words/titles.ts";
import * as words from "../words/year.ts";
import type { ChartBlock, FilmBlock, RankBlock } from "./block.ts";
import { yearCalendar } from "./calendar.ts";
import { yearPictures } from "./cards/cards.ts";
import { countRows } from "./rankRows.ts";
import { yearFigures } from "./year/figures.ts";

/** A year that has a page, with the nearest years before and after that have one. */
export interface YearSubject {
  row: YearRow;
  before: YearRow | undefined;
  after: YearRow | undefined;
}

/** Every year with a viewing. */
export const yearSubjects = ({ library }: Site): YearSubject[] =>
  yearRows(library.viewings).map((row, i, rows) => ({
    row,
    before: rows[i - 1],
    after: rows[i + 1],
  }));

/** What a year's page shows: only `films` with few viewings, `blocks` with more. */
export function year(site: Site, { row, before, after }: YearSubject) {
  const { library, settings, format, href } = site;
  const review = yearInReview(library, row.year);
  const isShort = review.viewings.length < enoughToDraw;
  const link = (other: YearRow | undefined) =>
    other ? { year: other.year, href: href(yearPath(other.year)) } : null;
  return {
    title: `${row.year} in films`,
    description: describeYear(site, row),
    heading: yearHeadline(site, row, review),
    before: link(before),
    after: link(after),
    figures: yearFigures({ row, before, library, settings, format, href, ...review }),
    diary: { text: "Every viewing in the diary", href: href(diaryYearPath(row.year)) },
    pictures: isShort ? null : picturesToShare(site, row.year),
    films: isShort ? fewFilms(row.year, review) : null,
    blocks: isShort ? null : blocks(site, row.year, review),
  };
}

function picturesToShare({ href }: Site, year: number) {
  const { portrait, square } = yearPictures(year);
  return {
    portrait: { href: href(portrait), file: `films-of-${year}-portrait.png` },
    square: { href: href(square), file: `films-of-${year}-square.png` },
    all: href("/cards/"),
  };
}

function fewFilms(year: number, { films }: YearInReview): FilmBlock {
  const ratingOf = ({ viewings }: Film) =>
    viewings.findLast(({ date }) => yearOf(date) === year)?.rating ?? null;
  return {
    id: "films",
    title: films.length === 1 ? "The film" : "The films",
    items: films.map((film) => ({ film, rating: ratingOf(film) })),
    note: [],
  };
}

/** The sections of a year. A section with too little data is null. */
function blocks(site: Site, year: number, review: YearInReview) {
  return {
    best: best(site, review),
    days: site.library.exactDates ? yearCalendar(site, year) : null,
    months: months(site, year, review),
    ratings: ratings(site, year, review),
    ...groups(site, review),
    allFilms: allFilms(site, year, review),
  };
}

function best(site: Site, review: YearInReview): FilmBlock | null {
  if (review.best.length === 0) return null;
  return {
    id: "best",
    title: "Best of the year",
    items: review.best.map((viewing) => ({
      film: site.library.filmOf(viewing),
      rating: viewing.rating,
      date: viewing.date,
    })),
    note: words.bestNote(site, review),
  };
}

function months(site: Site, year: number, review: YearInReview): ChartBlock {
  const { format } = site;
  const { viewings, bulk, axis, fullest } = review;
  return {
    id: "months",
    title: monthsTitle(viewings, {
      bulk,
      format,
      otherwise: "Month by month",
      nameOf: (month) => format.monthName(`${month}-01`),
    }),
    chart: monthsChart(review.months, {
      title: `Viewings per month of ${year}`,
      format,
      axis,
      fullest,
      link: (month) => site.href(monthPath(month)),
    }),
    note: words.monthsNote(site, review),
  };
}

function ratings(site: Site, year: number, review: YearInReview): ChartBlock | null {
  const { format } = site;
  const { viewings } = review;
  if (ratingsOf(viewings).length === 0) return null;
  return {
    id: "ratings",
    title: ratingsTitle(viewings, { verb: "gave", otherwise: "Ratings given" }),
    chart: ratingHistogramChart(ratingHistogram(viewings), {
      title: `Ratings given in ${year}`,
      // A year with few films shows all of them among the best.
      link: () => (review.films.length > review.best.length ? "#films" : "#best"),
      format,
      unit: "viewing",
      lit: commonestRating(viewings),
    }),
    note: words.ratingsNote(site, review),
  };
}

function groups(
  site: Site,
  review: YearInReview,
): Record<"genres" | "directors", RankBlock | null> {
  const { genres, directors } = review;
  return {
    genres:
      genres.length === 0
        ? null
        : {
            id: "genres",
            title: "Genres",
            rows: countRows(genres, "films", site),
            note: words.genresNote(site, review),
          },
    directors:
      directors.length === 0
        ? null
        : {
            id: "directors",
            title: "Directors of two films or more",
            rows: countRows(directors, "films", site),
            note: words.directorsNote(site, review),
          },
  };
}

/** Every film of the year; null if the section of the best shows all of them. */
function allFilms(site: Site, year: number, { films, best }: YearInReview) {
  if (films.length === best.length) return null;
  const count = site.format.count(films.length, "film");
  return {
    id: "films",
    title: films.length === 1 ? "The film" : `All ${count}`,
    films,
    note: words.orderOfFilms(site, year),
  };
}
