import { barsChart } from "../../charts/bars.ts";
import type { Site } from "../../site.ts";
import { releaseAge } from "../../stats/releaseAge.ts";
import type { TimelineFacts } from "../../stats/timelineFacts.ts";
import * as words from "../../words/timeline.ts";
import { streaksTitle, weekdaysTitle } from "../../words/titles.ts";
import { binsChart } from "../binsChart.ts";
import type { ChartBlock } from "../block.ts";

/** Viewings by weekday, without a chart if every day was filled in afterwards. */
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
            isNamed: true,
          },
        )
      : null,
    note: words.weekdaysNote(site, facts.bulk.size),
    withoutChart: "Every viewing lies on a day that was filled in afterwards.",
  };
}

/** Days in a row and days without a film; null if there are neither. */
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

/** How old films are on their first watch; null if that is known for none. */
export function filmAge(site: Site): ChartBlock | null {
  const age = releaseAge(site.library.viewings);
  if (age.counted === 0) return null;
  return {
    id: "age",
    title: words.filmAgeTitle(site, age),
    chart: binsChart(site, age.bins, {
      title: "First watches by age of the film",
      head: ["Age", "Viewings"],
      labelWidth: 106,
    }),
    note: words.filmAgeNote(site, age),
  };
}
