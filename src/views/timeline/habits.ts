import { barsChart } from "../../charts/bars.ts";
import type { Site } from "../../site.ts";
import { logDelay } from "../../stats/logDelay.ts";
import { releaseAge } from "../../stats/releaseAge.ts";
import type { TimelineFacts } from "../../stats/timelineFacts.ts";
import * as words from "../../words/timeline.ts";
import { streaksTitle, weekdaysTitle } from "../../words/titles.ts";
import type { ChartBlock } from "../block.ts";

/** Viewings by weekday; without a chart where every day was filled in afterwards. */
export function weekdays(site: Site, facts: TimelineFacts) {
  const { format, settings } = site;
  const fromMonday = facts.weekdays;
  const rows =
    settings.site.firstDayOfWeek === "sunday"
      ? [...fromMonday.slice(6), ...fromMonday.slice(0, 6)]
      : fromMonday;
  return {
    id: "weekdays",
    title: weekdaysTitle(rows, format),
    chart: facts.hasOrdinaryDays
      ? barsChart(
          rows.map(({ weekday, viewings }) => ({
            label: format.weekdayName(weekday),
            value: viewings,
          })),
          {
            title: "Viewings per weekday",
            format,
            unit: "viewing",
            head: ["Weekday", "Viewings"],
            labelWidth: 92,
          },
        )
      : null,
    note: words.weekdaysNote(site, facts.bulk.size),
    withoutChart: "Every viewing lies on a day that was filled in afterwards.",
  };
}

/** Days in a row and days without a film; null where there are neither. */
export function streaks(site: Site, facts: TimelineFacts) {
  const { format } = site;
  if (facts.streaks.length === 0 && facts.gaps.length === 0) return null;
  return {
    id: "streaks",
    title: streaksTitle(facts.streaks, facts.gaps, format),
    runs: facts.streaks.map(({ length, from, to }) => ({
      days: format.integer(length),
      when: format.range(from, to),
    })),
    weeks: words.weekRun(site, facts),
    current: words.currentRun(site, facts),
    gaps: facts.gaps.map(({ days, from, to }) => ({
      days: format.integer(days),
      when: ["between ", { day: from }, " and ", { day: to }],
    })),
  };
}

/** How many days pass until a viewing is logged; null where that is known of none. */
export function timeToLog(site: Site): ChartBlock | null {
  const { library, format } = site;
  const delay = logDelay(library.viewings, library);
  if (delay.counted === 0) return null;
  // Before the day of viewing nothing is logged, unless the day was changed later.
  const steps = delay.steps.filter(({ to, count }) => to >= 0 || count > 0);
  return {
    id: "logging",
    title: words.logDelayTitle(site, delay),
    chart: barsChart(
      steps.map(({ name, count }) => ({ label: name, value: count })),
      {
        title: "Viewings by time until logged",
        format,
        unit: "viewing",
        head: ["Logged after", "Viewings"],
        labelWidth: 98,
      },
    ),
    note: words.logDelayNote(site, delay),
  };
}

/** How old films are on their first watch; null where that is known of none. */
export function filmAge(site: Site): ChartBlock | null {
  const { library, format } = site;
  const age = releaseAge(library.viewings);
  if (age.counted === 0) return null;
  const steps = age.steps.filter(({ to, count }) => to >= 0 || count > 0);
  return {
    id: "age",
    title: words.filmAgeTitle(site, age),
    chart: barsChart(
      steps.map(({ name, count }) => ({ label: name, value: count })),
      {
        title: "First watches by age of the film",
        format,
        unit: "viewing",
        head: ["Age", "Viewings"],
        labelWidth: 106,
      },
    ),
    note: words.filmAgeNote(site, age),
  };
}
