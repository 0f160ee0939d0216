import { periodRatingsChart } from "../../../charts/periods.ts";
import { ratingDotsChart } from "../../../charts/ratingDots.ts";
import { monthPath, yearPath } from "../../../library/address.ts";
import type { Site } from "../../../site.ts";
import { enoughRatings, enoughToDraw } from "../../../stats/finding.ts";
import { mainPeriod } from "../../../stats/mainPeriod.ts";
import { type PeriodRow, periodRows } from "../../../stats/periods.ts";
import { averageRating, ratingsOf } from "../../../stats/ratings.ts";
import { overTimeNote } from "../../../words/ratings.ts";
import type { Block } from "../../block.ts";

/** The most months of the drawing. More would be too heavy for a phone. */
const mostMonths = 120;

/** The ratings given in each year and in each month, with their number and spread. */
export function overTimeBlocks(site: Site): (Block | null)[] {
  const { main } = mainPeriod(site.library.viewings);
  const mean = averageRating(main);
  if (ratingsOf(main).length < enoughToDraw || mean === null) return [];
  return [byYear(site, mean), byMonth(site, mean)];
}

const isSmall = ({ rated }: PeriodRow) => rated > 0 && rated < enoughRatings;

function rowsOf({ library }: Site, unit: "year" | "month"): PeriodRow[] {
  const { main } = mainPeriod(library.viewings);
  const [first, last] = [main[0], main.at(-1)];
  if (!first || !last) return [];
  return periodRows(main, { unit, from: first.date, to: last.date, runtime: () => null });
}

function byYear(site: Site, mean: number): Block | null {
  const { format, href } = site;
  const years = rowsOf(site, "year").filter(({ rated }) => rated > 0);
  if (years.length < 2) return null;
  const dots = years
    .toReversed()
    .flatMap(({ period, averageRating: rating, rated, spread }) =>
      rating === null
        ? []
        : [{ label: period, rating, rated, spread, href: href(yearPath(Number(period))) }],
    );
  return {
    id: "years",
    title: "Year by year",
    shown: [
      {
        as: "chart",
        chart: ratingDotsChart(dots, {
          title: "Average rating per year",
          format,
          mean,
          head: "Year",
        }),
        caption: overTimeNote("year", { hasSmall: years.some(isSmall) }),
      },
    ],
  };
}

function byMonth(site: Site, mean: number): Block | null {
  const { format, href } = site;
  const months = rowsOf(site, "month").slice(-mostMonths);
  if (months.filter(({ rated }) => rated > 0).length < 2) return null;
  return {
    id: "months",
    title: months.length === mostMonths ? "The last ten years, month by month" : "Month by month",
    shown: [
      {
        as: "chart",
        chart: periodRatingsChart(months, {
          title: "Average rating per month",
          format,
          unit: "month",
          mean,
          link: (month) => href(monthPath(month)),
        }),
        caption: overTimeNote("month", { hasSmall: months.some(isSmall) }),
      },
    ],
  };
}
