import { calendarChart, type DayCalendar } from "../charts/calendar.ts";
import { yearOf } from "../day.ts";
import { dayPath } from "../library/address.ts";
import type { Site } from "../site.ts";
import { bulkDays, viewingsPerDay } from "../stats/bulkDays.ts";

/** A year's calendar, and the number of its days that were filled in afterwards. */
export function yearCalendar(
  { library, format, settings, href }: Site,
  year: number,
): { chart: DayCalendar; filledIn: number } {
  const bulk = bulkDays(library.viewings, library.bulkDay);
  return {
    filledIn: [...bulk].filter((day) => yearOf(day) === year).length,
    chart: calendarChart(viewingsPerDay(library.viewings), {
      title: `Viewings per day of ${year}`,
      year,
      asOf: library.asOf,
      bulk,
      format,
      firstDayOfWeek: settings.site.firstDayOfWeek,
      link: (day) => href(dayPath(day)),
    }),
  };
}
