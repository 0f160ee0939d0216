import { yearPath } from "../library/address.ts";
import type { Site } from "../site.ts";
import { enoughToName } from "../stats/finding.ts";
import type { ReleaseAge } from "../stats/releaseAge.ts";
import type { TimelineFacts } from "../stats/timelineFacts.ts";
import { enumerated, type Part, phrase, type RichText, sentences } from "./richText.ts";

const were = (count: number) => (count === 1 ? "was" : "were");

/** "2024 was the fullest year, with 120 viewings", or how many viewings there are. */
export function timelineHeading(site: Site, { years, fullest }: TimelineFacts): RichText {
  const { library, format, href } = site;
  const linkTo = (year: number): Part => ({ text: `${year}`, href: href(yearPath(year)) });
  const [first, ...equals] = fullest;
  if (first) {
    const are = equals.length > 0 ? "were the fullest years" : "was the fullest year";
    return phrase(
      enumerated(fullest.map(({ year }) => linkTo(year))),
      ` ${are}, with ${format.count(first.viewings, "viewing")}${equals.length > 0 ? " each" : ""}`,
    );
  }
  const [only, ...others] = years;
  return [
    `${format.count(library.viewings.length, "viewing")} in `,
    only && others.length === 0 ? linkTo(only.year) : format.count(years.length, "year"),
  ];
}

/** What the timeline covers, and which films and viewings its parts leave out. */
export function timelineCoverage(
  { library, format, settings }: Site,
  { first, last, fullest, before, undated, bulk }: TimelineFacts,
): RichText {
  if (!first || !last) return [];
  const { viewings, toCome, bulkDay } = library;
  const all = fullest.length > 0 ? `${format.count(viewings.length, "viewing")}, ` : "";
  const [early] = before;
  return sentences(
    `${all}${format.range(first.date, last.date)}.`,
    early && [
      `${format.count(before.length, "viewing")} long before that, from `,
      { day: early.date },
      `, ${were(before.length)} left out of the charts over time.`,
    ],
    toCome > 0 && [
      `${format.count(toCome, "entry", "entries")} of the diary ${toCome === 1 ? "lies" : "lie"} more than a day after `,
      { day: settings.buildDate },
      `, when this site was built, and ${toCome === 1 ? "is no viewing" : "are no viewings"}.`,
    ],
    undated > 0 &&
      `${format.count(undated, "film")} ${undated === 1 ? "is" : "are"} not in the diary.`,
    bulk.size > 0 &&
      `${format.count(bulk.size, "day")} with ${bulkDay} viewings or more ${were(bulk.size)} filled in afterwards: such days count in totals and streaks, not in patterns.`,
  );
}

/** Why there is no viewing, and what the owner can do about it. */
export function whyEmpty({
  library,
  format,
  settings,
}: Pick<Site, "library" | "format" | "settings">): {
  heading: string;
  notice: string;
} {
  const { entries, toCome } = library;
  const diary = `The diary has ${format.count(entries, "entry", "entries")}`;
  if (toCome > 0) {
    const share = toCome === entries ? "all" : format.integer(toCome);
    const which = entries === 1 ? "" : ` ${share} of them`;
    const rule = `more than a day after ${format.day(settings.buildDate)}, when this site was built`;
    return {
      heading: "No day of the diary has come yet",
      notice: `${diary},${which} ${rule}. None counts as a viewing before its day. Is the BUILD_DATE too early, or a day on Letterboxd wrong?`,
    };
  }
  return {
    heading: "No day is known yet",
    notice:
      entries > 0
        ? `${diary}, none with a day of watching that can be read. The command npm run doctor says what is wrong with them.`
        : "None of the films has a date of viewing: the export has no diary entries. Log a film with its date on Letterboxd and export again.",
  };
}

/** The note under the weekdays. */
export const weekdaysNote = ({ format }: Site, filledIn: number): string =>
  filledIn > 0
    ? `Without ${format.count(filledIn, "day")} that ${were(filledIn)} filled in afterwards.`
    : "";

/** The current run of days, or the day on which the last one ended. */
export function currentRun({ format }: Site, { current, last }: TimelineFacts): RichText {
  if (current)
    return [
      `The current run: ${format.count(current.length, "day")}, since `,
      { day: current.from },
      ".",
    ];
  return last
    ? [`No run at present: the last viewing was ${format.on} `, { day: last.date }, "."]
    : [];
}

/** A run of a single week is not worth stating. */
export const weekRun = ({ format }: Site, { weekStreak: run }: TimelineFacts): string | null =>
  run && run.length > 1
    ? `Longest run of weeks, Monday to Sunday, with a viewing: ${format.count(run.length, "week")}, ${format.range(run.from, run.to)}.`
    : null;

/** "How old films are when you see them: half are 5.5 years or younger" */
export function filmAgeTitle({ format }: Site, { counted, median }: ReleaseAge): string {
  const title = "How old films are when you see them";
  if (median === null || counted < enoughToName) return title;
  if (median < 1) return `${title}: half are of that very year`;
  return `${title}: half are ${format.decimal(median)} ${median === 1 ? "year" : "years"} or younger`;
}

export const filmAgeNote = ({ format }: Site, { counted, withoutYear }: ReleaseAge): RichText =>
  sentences(
    `Year of watching less year of release, for ${format.count(counted, "first watch", "first watches")}.`,
    withoutYear > 0 && `Left out: ${format.count(withoutYear, "film")} without a year.`,
  );
