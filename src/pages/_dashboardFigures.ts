import { yearOf } from "../day.ts";
import type { Format } from "../format.ts";
import type { Library } from "../library/library.ts";
import { countFilms } from "../stats/counts.ts";
import { mainPeriod } from "../stats/mainPeriod.ts";
import { minutes } from "../stats/minutes.ts";
import { averageRating } from "../stats/ratings.ts";
import { currentStreak, longestDayStreak } from "../stats/streaks.ts";
import { yearSoFar } from "../stats/years.ts";

interface Figure {
  label: string;
  value: string;
  note?: string;
}

/** The dashboard's row of figures; one that nothing is known about is left out. */
export function dashboardFigures({
  library,
  format,
}: {
  library: Library;
  format: Format;
}): Figure[] {
  const { films, viewings, asOf, countries, people } = library;
  const counts = countFilms(films);
  const time = minutes(films);
  const average = averageRating(films);
  const { main } = mainPeriod(viewings, asOf);
  const [first] = main;
  const last = main.at(-1);
  const rewatches = viewings.filter(({ rewatch }) => rewatch).length;
  const streak = longestDayStreak(viewings);
  const current = currentStreak(viewings, asOf);
  const year = yearSoFar(viewings, asOf);
  const directors = people.filter(({ directed }) => directed.length > 0).length;
  const figures: (Figure | false | null | undefined)[] = [
    {
      label: "Films",
      value: format.integer(counts.seen),
      note: `${format.integer(counts.dated)} with a date`,
    },
    {
      label: "Viewings",
      value: format.integer(viewings.length),
      note: `${format.count(rewatches, "rewatch", "rewatches")}`,
    },
    time.viewings !== null && {
      label: "Hours",
      value: format.hours(time.viewings),
      note: `rewatches included; runtime known for ${format.integer(counts.withRuntime)} of ${format.integer(counts.seen)} films`,
    },
    average !== null && {
      label: "Average rating",
      value: format.average(average),
      note: `of ${format.count(counts.rated, "rated film")}`,
    },
    first &&
      last && {
        label: "Diary",
        value: period(yearOf(first.date), yearOf(last.date)),
        note: format.range(first.date, last.date),
      },
    viewings.length > 0 && {
      label: `${year.year} so far`,
      value: format.integer(year.soFar),
      note: `${format.integer(year.before)} by ${format.shortDay(asOf)} ${year.year - 1}`,
    },
    streak && {
      label: "Longest streak",
      value: format.count(streak.length, "day"),
      note: format.range(streak.from, streak.to),
    },
    viewings.length > 0 && {
      label: "Current streak",
      value: current ? format.count(current.length, "day") : "none",
      note: current
        ? `since ${format.day(current.from)}`
        : last
          ? `last viewing ${format.on} ${format.day(last.date)}`
          : "",
    },
    countries.length > 0 && {
      label: "Countries",
      value: format.integer(countries.length),
      note: `known for ${format.integer(counts.matched)} of ${format.integer(counts.seen)} films`,
    },
    directors > 0 && {
      label: "Directors",
      value: format.integer(directors),
      note: `of ${format.integer(counts.matched)} films; ${format.integer(people.filter(({ directed }) => directed.length > 1).length)} with two or more`,
    },
  ];
  return figures.filter((figure): figure is Figure => Boolean(figure));
}

const period = (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`);
