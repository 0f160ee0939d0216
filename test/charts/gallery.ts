import { barsChart } from "../../src/charts/bars.ts";
import { calendarChart } from "../../src/charts/calendar.ts";
import { columnsChart } from "../../src/charts/columns.ts";
import { cumulativeChart } from "../../src/charts/cumulative.ts";
import type { Chart, ChartWithoutText } from "../../src/charts/drawing.ts";
import { dumbbellChart } from "../../src/charts/dumbbell.ts";
import { exportsChart } from "../../src/charts/exports.ts";
import { monthGridChart } from "../../src/charts/monthGrid.ts";
import { monthsChart } from "../../src/charts/months.ts";
import { multiplesChart } from "../../src/charts/multiples.ts";
import { periodColumnsChart, periodRatingsChart } from "../../src/charts/periods.ts";
import { progressChart } from "../../src/charts/progress.ts";
import { rankLinesChart } from "../../src/charts/rankLines.ts";
import { ratingDotsChart } from "../../src/charts/ratingDots.ts";
import { ratingHistogramChart } from "../../src/charts/ratingHistogram.ts";
import { ratingLineChart } from "../../src/charts/ratingLine.ts";
import { ratingsByYearChart } from "../../src/charts/ratingsByYear.ts";
import { releaseYearsChart } from "../../src/charts/releaseYears.ts";
import { scatterChart } from "../../src/charts/scatter.ts";
import { slopeChart } from "../../src/charts/slope.ts";
import { viewingDotsChart } from "../../src/charts/viewingDots.ts";
import { voterGridChart } from "../../src/charts/voterGrid.ts";
import { worldMapChart } from "../../src/charts/worldMap.ts";
import { yearCoursesChart } from "../../src/charts/yearCourses.ts";
import { yearsChart } from "../../src/charts/years.ts";
import { createFormat } from "../../src/format.ts";
import { mean, sum } from "../../src/numbers.ts";
import { ratingHistogram } from "../../src/stats/ratings.ts";

const format = createFormat();

const voterDots = [
  { you: 5, voters: 4, films: 8, name: "Ran", href: "/ratings/5/" },
  { you: 4.5, voters: 3, films: 1, name: "Showgirls", href: "/films/showgirls-1995/" },
  { you: 4, voters: 3.5, films: 20, name: "Alien", href: "/ratings/4/" },
  { you: 3.5, voters: 3.25, films: 11, name: "Heat", href: "/ratings/3.5/" },
  { you: 2, voters: 4, films: 2, name: "Dune", href: "/ratings/2/" },
];

const month = (name: string, viewings: number, bulk = 0) => ({ month: name, viewings, bulk });
const year = (of: number, viewings: number, rewatches: number) => ({
  year: of,
  viewings,
  films: viewings - rewatches,
  rewatches,
  rated: 0,
  averageRating: null,
});
const film = (name: string, released: number, rating: number) => ({
  name,
  year: released,
  rating,
  href: `/films/${name.toLowerCase()}-${released}/`,
});

const months = [
  month("2023-11", 4),
  month("2023-12", 0),
  month("2024-01", 1234, 1200),
  month("2024-02", 1),
];
const years = [year(1999, 1, 0), year(2023, 1500, 250), year(2024, 12, 12)];
const releaseYears = [
  { year: 1988, films: 1 },
  { year: 1989, films: 0 },
  { year: 1990, films: 1200 },
  { year: 1991, films: 3 },
];
const histogram = ratingHistogram([0.5, 3, 3.5, 3.5, 5].map((rating) => ({ rating })));
const films = [film("Ran", 1985, 5), film("Kagemusha", 1980, 3.5), film("Dreams", 1990, 0.5)];
const perDay = new Map([
  ["2024-01-01", 1],
  ["2024-01-02", 2],
  ["2024-01-31", 12],
  ["2024-02-29", 3],
]);

const period = (of: string, ratings: number[], runtimes: number[]) => ({
  period: of,
  viewings: 4,
  rated: ratings.length,
  averageRating: mean(ratings),
  spread: null,
  timed: runtimes.length,
  minutes: sum(runtimes),
});
const weeks = [
  period("2023-12-25", [5, 4, 4.5, 4.5, 4.5], [90, 91]),
  { ...period("2024-01-01", [], []), viewings: 0 },
  period("2024-01-08", [1], [180]),
  period("2024-01-15", [2, 2, 2, 2, 2], []),
];

/** A small drawing of every kind. */
export const gallery: Record<string, Chart | ChartWithoutText> = {
  bars: barsChart(
    [
      { label: "Drama & Co", value: 3990, href: "/genres/drama/" },
      { label: "Comedy", value: 3, href: "/genres/comedy/" },
      { label: "None", value: 0 },
    ],
    { title: "Films per genre", format, unit: "film", head: ["Genre", "Films"], labelWidth: 80 },
  ),
  calendar: calendarChart(perDay, {
    title: "Days of 2024",
    year: 2024,
    asOf: "2024-03-03",
    bulk: new Set(["2024-01-31"]),
    format,
    link: (day) => `/diary/#d${day}`,
  }),
  columns: columnsChart(
    [
      { label: "1980s", value: 3990, href: "/decades/1980s/" },
      { label: "1990s", value: 0 },
      { label: "2000s", value: 3, href: "/decades/2000s/" },
    ],
    { title: "Films by decade", format, unit: "film", head: ["Decade", "Films"], labelWidth: 48 },
  ),
  cumulative: cumulativeChart(
    [
      { date: "2021-12-31", total: 1 },
      { date: "2022-03-01", total: 99 },
      { date: "2024-02-29", total: 1250 },
    ],
    {
      title: "Viewings in all",
      format,
      link: (of) => `/timeline/#m${of}`,
      milestones: [
        { date: "1919-01-01", number: 1, name: "Slip", path: "/films/slip/" },
        { date: "2022-05-01", number: 100, name: "Ran", path: "/films/ran-1985/" },
        { date: "2024-02-01", number: 1000, name: "Ikiru", path: "/films/ikiru-1952/" },
      ],
    },
  ),
  monthGrid: monthGridChart(months, {
    title: "Viewings per month",
    format,
    link: (of) => `/timeline/#m${of}`,
  }),
  months: monthsChart(months, {
    title: "Viewings per month",
    format,
    fullest: months[0]?.month ?? null,
    link: (of) => `/timeline/#m${of}`,
  }),
  periodColumns: periodColumnsChart(weeks, {
    title: "Hours per week",
    format,
    unit: "week",
    measure: "hours",
    link: (of) => `/timeline/#d${of}`,
  }),
  periodRatings: periodRatingsChart(weeks, {
    title: "Average rating per week",
    format,
    unit: "week",
    mean: 3.07,
    link: (of) => `/timeline/#d${of}`,
  }),
  ratingDots: ratingDotsChart(
    [
      { label: "2024", rating: 3.25, rated: 1200, href: "/timeline/2024/" },
      { label: "2023", rating: 4, rated: 2, href: "/timeline/2023/" },
      { label: "2022", rating: 3.75, rated: 12, href: "/timeline/2022/" },
    ],
    { title: "Average rating per year", format, mean: 3.5, head: "Year" },
  ),
  ratingHistogram: ratingHistogramChart(histogram, {
    title: "Ratings of films",
    format,
    lit: 4,
    link: (rating) => `/films/#r${rating}`,
    outline: ratingHistogram([3, 4, 4, 5].map((rating) => ({ rating }))),
  }),
  ratingLine: ratingLineChart(
    [
      { name: "Alien", place: 1, rating: 5, href: "/films/alien-1979/" },
      { name: "Alien³", place: 3, rating: 2.5, href: "/films/alien-3-1992/" },
    ],
    { title: "Ratings of films of Alien", format, mean: 3.48, count: 4, lit: 1 },
  ),
  ratingsByYear: ratingsByYearChart(films, { title: "Ratings by year", format, mean: 3.4806 }),
  releaseYears: releaseYearsChart(releaseYears, {
    title: "Films by year of release",
    format,
    link: (of) => `/films/#y${of}`,
    decadeLink: (of) => `/decades/${of}s/`,
  }),
  dumbbell: dumbbellChart(
    [
      { name: "Drama", films: 40, you: 3.95, other: 3.62, href: "/genres/drama/" },
      { name: "Western", films: 1200, you: 2.5, other: 3.25 },
    ],
    { title: "Means beside those of TMDB voters", format, other: "TMDB voters", head: "Genre" },
  ),
  exports: exportsChart(
    [
      {
        ...{ date: "2023-11-05", films: 1200, viewings: 300, rated: 900, average: 3.5, likes: 80 },
        ...{ watchlist: 60, newFilms: null, newViewings: null, changedRatings: null },
        seenFromWatchlist: null,
      },
      {
        ...{ date: "2024-02-04", films: 1234, viewings: 340, rated: 930, average: 3.25, likes: 81 },
        ...{ watchlist: 50, newFilms: 34, newViewings: 40, changedRatings: 2 },
        seenFromWatchlist: 12,
      },
    ],
    {
      title: "What the exports contained",
      format,
      hasWatchlist: true,
      link: (day) => `/timeline/${day.slice(0, 4)}/`,
    },
  ),
  yearCourses: yearCoursesChart(
    [
      {
        year: 2023,
        points: [
          { day: 0, total: 0 },
          { day: 40, total: 3 },
          { day: 365, total: 9 },
        ],
        ...{ byDay: 3, total: 9 },
      },
      {
        year: 2024,
        points: [
          { day: 0, total: 0 },
          { day: 59, total: 5 },
        ],
        ...{ byDay: 5, total: 5 },
      },
    ],
    {
      title: "Viewings in 2024 and before",
      format,
      asOf: "2024-02-29",
      goal: 20,
      link: (of) => `/timeline/${of}/`,
    },
  ),
  multiples: multiplesChart(
    [
      {
        name: "Western",
        median: 1855,
        decades: [
          { decade: 1850, films: 3, share: 0.75 },
          { decade: 1860, films: 1, share: 0.25 },
        ],
        href: "/genres/western/",
      },
      { name: "Horror", median: 1884, decades: [{ decade: 1880, films: 1, share: 1 }] },
    ],
    { title: "Genres by decade", format, head: "Genre" },
  ),
  progress: progressChart(
    [
      { date: "2021-12-31", total: 12 },
      { date: "2022-03-01", total: 13 },
      { date: "2022-11-05", total: 30 },
      { date: "2024-02-29", total: 41 },
    ],
    { title: "Films of the list seen by then", format, link: (of) => `/timeline/${of}/` },
  ),
  rankLines: rankLinesChart(
    [
      {
        name: "Drama",
        ranks: [1, 2],
        counts: [40, 20],
        shares: [0.8, 0.016],
        href: "/genres/drama/",
      },
      { name: "Western", ranks: [2, 1], counts: [30, 1250], shares: [0.6, 1] },
      { name: "Horror", ranks: [3, 3], counts: [5, 0], shares: [0.1, 0] },
    ],
    {
      title: "Ranks of genres",
      format,
      years: [2023, 2024],
      unit: "viewing",
      head: "Genre",
      lit: "Western",
    },
  ),
  scatter: scatterChart(
    [
      { name: "Agnès Varda", films: 19, mean: 4.1, rated: 18, isLit: true, href: "/people/varda/" },
      { name: "Yasujirō Ozu", films: 13, mean: 4.3, rated: 13 },
      { name: "Quiet", films: 3, mean: 3, rated: 3 },
    ],
    {
      title: "Directors by films and mean",
      format,
      overall: 3.4,
      head: "Director",
      named: [
        { name: "Agnès Varda", films: 19, mean: 4.1, rated: 18, href: "/people/varda/" },
        { name: "Yasujirō Ozu", films: 13, mean: 4.3, rated: 13 },
      ],
    },
  ),
  slope: slopeChart(
    [
      { name: "Drama", before: 3.5, after: 3.6, counts: [20, 30], href: "/genres/drama/" },
      { name: "Western", before: 3.5, after: 2.9, counts: [10, 1000] },
    ],
    {
      title: "Means then and now",
      format,
      times: ["before", "since"],
      head: "Genre",
      lit: "Western",
    },
  ),
  viewingDots: viewingDotsChart(
    [
      { date: "2016-03-01", rating: 3, href: "/timeline/2016/" },
      { date: "2019-08-08", rating: null, href: "/timeline/2019/" },
      { date: "2024-11-05", rating: 4.5, href: "/timeline/2024/" },
    ],
    { title: "Viewings by date and rating", format },
  ),
  voterGrid: voterGridChart(voterDots, {
    title: "Films by your rating and that of TMDB voters",
    format,
    named: voterDots.filter(({ films }) => films < 3),
  }),
  worldMap: worldMapChart(
    [
      { code: "US", name: "United States", films: 1200, href: "/countries/us/" },
      { code: "FR", name: "France", films: 1 },
    ],
    { title: "Films by country", format },
  ),
  years: yearsChart(years, {
    title: "Viewings per year",
    format,
    link: (of) => `/timeline/${of}/`,
  }),
};

/** A chart's drawings with the width each is for. */
export const drawingsOf = (chart: Chart | ChartWithoutText): ["wide" | "narrow", string][] => [
  ["wide", chart.wide],
  ...("narrow" in chart ? [["narrow", chart.narrow] as ["narrow", string]] : []),
];
