import { yearOf } from "../../day.ts";
import type { Format } from "../../format.ts";
import type { Library } from "../../library/library.ts";
import { countFilms } from "../../stats/counts.ts";
import { soundMean } from "../../stats/finding.ts";
import { mainPeriod } from "../../stats/mainPeriod.ts";
import { minutes } from "../../stats/minutes.ts";
import { ratingsOf } from "../../stats/ratings.ts";
import { longestDayStreak } from "../../stats/streaks.ts";
import { yearSoFar } from "../../stats/years.ts";
import type { Figure } from "../blocks.ts";

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
  const average = soundMean(ratingsOf(films));
  const { main } = mainPeriod(viewings);
  const [first] = main;
  const rewatches = viewings.filter(({ rewatch }) => rewatch).length;
  const streak = exactDates && longestDayStreak(viewings);
  const year = yearSoFar(viewings, asOf);
  const directors = people.filter(({ directed }) => directed.length > 0).length;
  const several = people.filter(({ directed }) => directed.length > 1).length;
  const figures: (Figure | false | null | undefined)[] = [
    {
      label: "Films",
      value: format.integer(counts.seen),
      ...(counts.dated > 0 && {
        note:
          counts.dated === counts.seen
            ? "all in the diary"
            : `${format.integer(counts.dated)} in the diary`,
      }),
    },
    viewings.length > 0 && {
      label: "Viewings",
      value: format.integer(viewings.length),
      note: [
        first && `since ${format.day(first.date)}`,
        rewatches > 0 && format.count(rewatches, "rewatch", "rewatches"),
      ]
        .filter(Boolean)
        .join("; "),
    },
    time.viewings !== null && {
      label: "Hours",
      value: format.hours(time.viewings),
      ...(rewatches > 0 && { note: "rewatches included" }),
    },
    average !== null && {
      label: "Average rating",
      value: format.average(average),
      note: `of ${format.count(counts.rated, "rated film")}`,
    },
    // Before the diary's first day no year can be compared with one.
    year.soFar > 0 &&
      first !== undefined &&
      yearOf(first.date) < year.year && {
        label: `${year.year} so far`,
        value: format.integer(year.soFar),
        ...(year.before > 0 && {
          note: `${year.soFar === 1 ? "viewing" : "viewings"}, ${format.integer(year.before)} at this point in ${year.year - 1}`,
        }),
      },
    streak &&
      streak.length > 1 && {
        label: "Longest streak",
        value: format.count(streak.length, "day"),
        note: format.range(streak.from, streak.to),
      },
    countries.length > 1 && {
      label: "Countries",
      value: format.integer(countries.length),
    },
    directors > 1 && {
      label: "Directors",
      value: format.integer(directors),
      ...(several > 0 && { note: `${format.integer(several)} with two films or more` }),
    },
  ];
  return figures.filter((figure): figure is Figure => Boolean(figure));
}
