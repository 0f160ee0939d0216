import { yearOf } from "../../day.ts";
import { dayPath, diaryFolder, yearPath } from "../../library/address.ts";
import { kindOf } from "../../library/kinds.ts";
import { roles } from "../../roles.ts";
import type { Site } from "../../site.ts";
import { countFilms } from "../../stats/counts.ts";
import { soundMean } from "../../stats/finding.ts";
import { mainPeriod } from "../../stats/mainPeriod.ts";
import { minutes } from "../../stats/minutes.ts";
import { ratingsOf } from "../../stats/ratings.ts";
import { longestDayStreak } from "../../stats/streaks.ts";
import { yearSoFar } from "../../stats/years.ts";
import type { Figure } from "../block.ts";

type Known = Pick<Site, "library" | "format" | "href">;

/** The dashboard's row of figures, without unknown ones. */
export const dashboardFigures = (site: Known): Figure[] =>
  [films, viewings, hours, averageRating, soFar, longestStreak, countries, directors].flatMap(
    (figureOf) => figureOf(site) ?? [],
  );

const countRewatches = ({ library }: Known): number =>
  library.viewings.filter(({ rewatch }) => rewatch).length;

function films({ library, format, href }: Known): Figure {
  const { seen, dated } = countFilms(library.films);
  const inDiary = dated === seen ? "all in the diary" : `${format.integer(dated)} in the diary`;
  return {
    label: "Films",
    value: format.integer(seen),
    href: href("/films/"),
    ...(dated > 0 && { note: inDiary }),
  };
}

function viewings(site: Known): Figure | null {
  const { library, format, href } = site;
  if (library.viewings.length === 0) return null;
  const [first] = mainPeriod(library.viewings).main;
  const rewatches = countRewatches(site);
  return {
    label: "Viewings",
    value: format.integer(library.viewings.length),
    href: href(diaryFolder),
    note: [
      first && `since ${format.day(first.date)}`,
      rewatches > 0 && format.count(rewatches, "rewatch", "rewatches"),
    ]
      .filter(Boolean)
      .join("; "),
  };
}

function hours(site: Known): Figure | null {
  const time = minutes(site.library.films).viewings;
  if (time === null) return null;
  return {
    label: "Hours",
    value: site.format.hours(time),
    href: site.href("/runtimes/"),
    ...(countRewatches(site) > 0 && { note: "rewatches included" }),
  };
}

function averageRating({ library, format, href }: Known): Figure | null {
  const ratings = ratingsOf(library.films);
  const mean = soundMean(ratings);
  if (mean === null) return null;
  return {
    label: "Average rating",
    value: format.average(mean),
    href: href("/ratings/"),
    note: `of ${format.count(ratings.length, "rated film")}`,
  };
}

/** The current year, unless the diary began in it, because then there is no year to compare. */
function soFar({ library, format, href }: Known): Figure | null {
  const { year, soFar: count, before } = yearSoFar(library.viewings, library.asOf);
  const [first] = mainPeriod(library.viewings).main;
  if (count === 0 || !first || yearOf(first.date) >= year) return null;
  const unit = count === 1 ? "viewing" : "viewings";
  return {
    label: `${year} so far`,
    value: format.integer(count),
    href: href(yearPath(year)),
    ...(before > 0 && {
      note: `${unit}, ${format.integer(before)} at this point in ${year - 1}`,
    }),
  };
}

function longestStreak({ library, format, href }: Known): Figure | null {
  const streak = library.exactDates ? longestDayStreak(library.viewings) : null;
  if (!streak || streak.length < 2) return null;
  return {
    label: "Longest streak",
    value: format.count(streak.length, "day"),
    href: href(dayPath(streak.from)),
    note: format.range(streak.from, streak.to),
  };
}

function countries({ library, format, href }: Known): Figure | null {
  const { length } = library.groups.country;
  if (length < 2) return null;
  const folder = href(`/${kindOf("country").folder}/`);
  return { label: "Countries", value: format.integer(length), href: folder };
}

function directors({ library, format, href }: Known): Figure | null {
  const seen = library.people.flatMap(({ credits }) => credits.director.length || []);
  if (seen.length < 2) return null;
  const several = seen.filter((count) => count > 1).length;
  return {
    label: "Directors",
    value: format.integer(seen.length),
    href: href(`/${roles.director.folder}/`),
    ...(several > 0 && { note: `${format.integer(several)} with two films or more` }),
  };
}
