import { monthsChart } from "../charts/months.ts";
import { ratingHistogramChart } from "../charts/ratingHistogram.ts";
import { monthOf, yearOf } from "../day.ts";
import { monthPath, stepPath, yearPath } from "../library/address.ts";
import type { Site } from "../site.ts";
import { bulkDays } from "../stats/bulkDays.ts";
import { countFilms } from "../stats/counts.ts";
import { changeSinceLogged, drift, rewatchDrift } from "../stats/drift.ts";
import { posterRow } from "../stats/filmOrder.ts";
import { enoughToDraw, enoughToName } from "../stats/finding.ts";
import { latestViewings } from "../stats/latestViewings.ts";
import { addMonths, monthRows } from "../stats/months.ts";
import { averageRating, ratingHistogram } from "../stats/ratings.ts";
import { dashboardHeading, monthsNote, posterRowTitle } from "../words/dashboard.ts";
import { describeSite } from "../words/descriptions.ts";
import { driftSentence } from "../words/drift.ts";
import { coverage } from "../words/known.ts";
import { metadataNotice } from "../words/metadataNotice.ts";
import type { RichText } from "../words/richText.ts";
import { commonestRating, monthsTitle, oneFullestMonth, ratingsTitle } from "../words/titles.ts";
import type { ChartBlock, FilmBlock } from "./block.ts";
import { dashboardFigures } from "./dashboard/figures.ts";
import { decadesByRating, groups } from "./dashboard/groups.ts";
import { releaseYears } from "./dashboard/releaseYears.ts";
import { listsBlock } from "./habits/lists.ts";
import { favourites, lately } from "./lately.ts";

/** What the first page shows. A section with too little data is null. */
export function dashboard(site: Site) {
  const { library, settings, format } = site;
  const { films } = library;
  return {
    title: settings.site.title,
    description: describeSite(site),
    heading: dashboardHeading(site),
    figures: dashboardFigures(site),
    coverage: coverage(library, format),
    notice: metadataNotice(site, "Genres, directors, countries and runtimes"),
    empty:
      films.length === 0
        ? "The export holds no films yet: its files have a head and no rows."
        : null,
    favourites: favourites(site),
    lately: lately(site),
    releaseYears: releaseYears(site),
    films: latestFilms(site) ?? someFilms(site),
    ratings: ratings(site),
    decades: decadesByRating(site),
    months: months(site),
    ...groups(site),
    lists: listsBlock(site),
  };
}

function latestFilms({ library, href }: Site): FilmBlock | null {
  const [latest, ...others] = latestViewings(library).slice(0, 8);
  if (!latest) return null;
  const year = yearOf(latest.date);
  return {
    id: "seen-last",
    title: library.exactDates ? "Seen last" : "Seen lately",
    items: [latest, ...others].map((viewing) => ({
      film: library.filmOf(viewing),
      rating: viewing.rating,
      date: viewing.date,
      rewatch: viewing.rewatch,
    })),
    note: [{ text: `All of ${year}`, href: href(yearPath(year)) }],
  };
}

/** Without a diary: the best rated films, or the newest if too few are rated. */
function someFilms(site: Site): FilmBlock | null {
  const { library, format, href } = site;
  const { films } = library;
  if (films.length === 0) return null;
  return {
    id: "films",
    title: posterRowTitle(site),
    items: posterRow(films).map((film) => ({ film, rating: film.rating })),
    note:
      films.length > 8
        ? [{ text: `All ${format.count(films.length, "film")}`, href: href("/films/") }]
        : [],
  };
}

function ratings(site: Site): (ChartBlock & { drift: RichText | null }) | null {
  const { library, format, href } = site;
  const { films } = library;
  const { rated } = countFilms(films);
  if (rated < enoughToDraw) return null;
  const mean = averageRating(films) ?? 0;
  return {
    id: "ratings",
    title: ratingsTitle(films, { otherwise: "How you rate" }),
    chart: ratingHistogramChart(ratingHistogram(films), {
      title: "Ratings of films",
      link: (rating) => href(stepPath(rating)),
      format,
      lit: commonestRating(films),
    }),
    note: [
      `Rated: ${format.integer(rated)} of ${format.count(films.length, "film")}, ${format.average(mean)} on average. `,
      { text: "All about your ratings", href: href("/ratings/") },
    ],
    drift: howRatingsMoved(site),
  };
}

function howRatingsMoved(site: Site): RichText | null {
  const { films } = site.library;
  const rewatched = drift(films, rewatchDrift);
  if (rewatched.films >= enoughToName) return driftSentence(site, "On rewatching", rewatched);
  const sinceLogged = drift(films, changeSinceLogged);
  return sinceLogged.changed.length >= enoughToName
    ? driftSentence(site, "Since they were logged", sinceLogged)
    : null;
}

/** The months of the last three years. A younger diary is shown whole, but at least one year. */
function months(site: Site): ChartBlock | null {
  const { library, format, href } = site;
  const { viewings, asOf } = library;
  const to = monthOf(asOf);
  const threeYears = addMonths(to, -35);
  const aYear = addMonths(to, -11);
  const [oldest] = viewings;
  const first = oldest ? monthOf(oldest.date) : threeYears;
  const isCut = first <= threeYears;
  const from = isCut ? threeYears : first < aYear ? first : aYear;
  const shown = viewings.filter(({ date }) => monthOf(date) >= from && monthOf(date) <= to);
  if (shown.length < enoughToDraw) return null;
  const bulk = bulkDays(viewings, library.bulkDay);
  const rows = monthRows(viewings, { from, to, bulk });
  const { seen, dated } = countFilms(library.films);
  return {
    id: "months",
    title: monthsTitle(shown, {
      bulk,
      format,
      ...(isCut
        ? { of: " of three years", otherwise: "The last three years, month by month" }
        : { otherwise: "Month by month" }),
    }),
    chart: monthsChart(rows, {
      title: "Viewings per month",
      format,
      fullest: oneFullestMonth(shown, bulk)?.month ?? null,
      link: (month) => href(monthPath(month)),
    }),
    note: monthsNote(site, {
      from,
      to,
      isFilledIn: rows.some((row) => row.bulk > 0),
      outside: seen - dated,
    }),
  };
}
