import type { Format } from "../format.ts";
import type { Library } from "../library/library.ts";
import { countFilms } from "../stats/counts.ts";
import { mainPeriod } from "../stats/mainPeriod.ts";
import { minutes } from "../stats/minutes.ts";
import { averageRating } from "../stats/ratings.ts";
import { longestDayStreak } from "../stats/streaks.ts";
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
  const { films, viewings, asOf, exactDates, countries, people } = library;
  const counts = countFilms(films);
  const time = minutes(films);
  const average = averageRating(films);
  const { main } = mainPeriod(viewings);
  const [first] = main;
  const rewatches = viewings.filter(({ rewatch }) => rewatch).length;
  const streak = exactDates && longestDayStreak(viewings);
  const year = yearSoFar(viewings, asOf);
  const directors = people.filter(({ directed }) => directed.length > 0).length;
  const figures: (Figure | false | null | undefined)[] = [
    {
      label: "Films",
      value: format.integer(counts.seen),
      note: `${counts.dated === counts.seen ? "all" : format.integer(counts.dated)} in the diary`,
    },
    {
      label: "Viewings",
      value: format.integer(viewings.length),
      note: [
        first && `since ${format.day(first.date)}`,
        format.count(rewatches, "rewatch", "rewatches"),
      ]
        .filter(Boolean)
        .join("; "),
    },
    time.viewings !== null && {
      label: "Hours",
      value: format.hours(time.viewings),
      note: "rewatches included",
    },
    average !== null && {
      label: "Average rating",
      value: format.average(average),
      note: `of ${format.count(counts.rated, "rated film")}`,
    },
    viewings.length > 0 && {
      label: `${year.year} so far`,
      value: format.integer(year.soFar),
      note: `${year.soFar === 1 ? "viewing" : "viewings"}, ${format.integer(year.before)} at this point in ${year.year - 1}`,
    },
    streak && {
      label: "Longest streak",
      value: format.count(streak.length, "day"),
      note: format.range(streak.from, streak.to),
    },
    countries.length > 0 && {
      label: "Countries",
      value: format.integer(countries.length),
    },
    directors > 0 && {
      label: "Directors",
      value: format.integer(directors),
      note: `${format.integer(people.filter(({ directed }) => directed.length > 1).length)} with two films or more`,
    },
  ];
  return figures.filter((figure): figure is Figure => Boolean(figure));
}
