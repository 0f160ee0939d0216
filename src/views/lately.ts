import { exportsChart } from "../charts/exports.ts";
import { yearCoursesChart } from "../charts/yearCourses.ts";
import { yearOf } from "../day.ts";
import { yearPath } from "../library/address.ts";
import type { Site } from "../site.ts";
import { enoughToDraw } from "../stats/finding.ts";
import { goalPace } from "../stats/goal.ts";
import { historyRows, sinceLastImport } from "../stats/history.ts";
import { monthSoFar } from "../stats/monthSoFar.ts";
import { yearCourses } from "../stats/yearCourses.ts";
import * as words from "../words/lately.ts";
import { type RichText, sentences } from "../words/richText.ts";
import type { Block, ChartBlock, FilmBlock } from "./block.ts";

const COURSES = "so-far";
const EXPORTS = "exports";

/** The favourites of the profile, if they are published. */
export function favourites({ library, settings }: Site): FilmBlock | null {
  if (!settings.publish.favourites || library.favourites.length === 0) return null;
  const items = library.favourites.map((film) => ({ film, rating: film.rating }));
  const title = items.length === 1 ? "The favourite" : "Favourites";
  return { id: "favourites", title, items, note: [] };
}

/** The goal, the month so far and what the last import brought; null without any of them. */
export function lately(site: Site): Block | null {
  const facts = [goal(site), month(site), sinceLast(site)].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return { id: "lately", title: "Lately", shown: [{ as: "facts", facts }] };
}

interface Fact {
  label: RichText;
  value: RichText;
}

const paceOf = ({ library, settings: { site } }: Site) =>
  site.goal === null ? null : goalPace(library.viewings, { ...library, goal: site.goal });

function goal(site: Site): Fact | null {
  const pace = paceOf(site);
  if (!pace) return null;
  const text = words.paceTitle(site, pace);
  const place = site.href(`/timeline/#${COURSES}`);
  const note = words.paceNote(site, pace);
  return {
    label: ["Goal"],
    value: sentences([courses(site) ? { text, href: place } : text, "."], note),
  };
}

/** Without exact dates nothing is said: the days of a month are not known. */
function month(site: Site): Fact | null {
  const { library } = site;
  if (!library.exactDates) return null;
  const soFar = monthSoFar(library.viewings, library.asOf);
  if (soFar.soFar + soFar.lastMonth + soFar.lastYear === 0) return null;
  return { label: [words.monthLabel(site, soFar)], value: words.monthSoFarText(site, soFar) };
}

function sinceLast(site: Site): Fact | null {
  const { library, href } = site;
  const since = sinceLastImport(library.history, library.asOf);
  const text = since && words.sinceLastText(site, since);
  if (!since || !text || text.length === 0) return null;
  const more: RichText = exports(site)
    ? ["; ", { text: "all exports", href: href(`/timeline/#${EXPORTS}`) }]
    : [];
  return { label: ["Since ", { day: since.since }], value: [...text, ...more] };
}

/** The year so far beside the years before it, and the goal if there is one. */
export function courses(site: Site): ChartBlock | null {
  const { library, format, href } = site;
  if (library.viewings.length < enoughToDraw) return null;
  const all = yearCourses(library.viewings, library);
  const current = all.at(-1);
  const pace = paceOf(site);
  if (!current || (!pace && (all.length < 2 || current.total === 0))) return null;
  return {
    id: COURSES,
    title: pace ? words.paceTitle(site, pace) : words.coursesTitle(site, all),
    chart: yearCoursesChart(all, {
      title: `Viewings in ${current.year} and before`,
      format,
      asOf: library.asOf,
      goal: pace?.goal ?? null,
      link: (year) =>
        all.some((one) => one.year === year && one.total > 0) ? href(yearPath(year)) : undefined,
    }),
    note: sentences(pace && words.paceNote(site, pace), words.coursesNote(site, all)),
  };
}

/** What the imported exports contained, from the second import on. */
export function exports(site: Site): ChartBlock | null {
  const { library, format, settings, href } = site;
  const rows = historyRows(library.history);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < 2 || library.viewings.length < enoughToDraw) return null;
  const years = new Set(library.viewings.map(({ date }) => yearOf(date)));
  return {
    id: EXPORTS,
    title: words.exportsTitle(site, { exports: rows.length, from: first.films, to: last.films }),
    chart: exportsChart(rows, {
      title: "What the exports contained",
      format,
      hasWatchlist: settings.publish.watchlist,
      link: (day) => (years.has(yearOf(day)) ? href(yearPath(yearOf(day))) : undefined),
    }),
    note: words.exportsNote(site, { isImported: last.date === library.asOf }),
  };
}
