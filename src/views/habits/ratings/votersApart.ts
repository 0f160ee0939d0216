import { type Dumbbell, dumbbellChart } from "../../../charts/dumbbell.ts";
import { textWidth } from "../../../charts/texts.ts";
import type { Site } from "../../../site.ts";
import { type CrowdRow, crowdRows } from "../../../stats/crowd.ts";
import { soleFirst } from "../../../stats/finding.ts";
import { personRule } from "../../../stats/ranking.ts";
import type { Block } from "../../block.ts";
import { againstVoters } from "../../groups/comparisons.ts";

/** The directors at each end. */
const listed = 8;

/** Genres beside the voters. */
export function genresApart(site: Site): Block | null {
  const against = againstVoters(site, "genre");
  return (
    against && {
      id: "genres",
      title: against.title,
      isHalf: true,
      shown: [
        { as: "chart", chart: against.chart, caption: ["Genres with five such films or more."] },
      ],
    }
  );
}

/** The directors rated furthest above and below the voters. */
export function directorsApart({ library, format, href }: Site): Block | null {
  const { minimum } = personRule;
  const directors = library.people.filter(({ credits }) => credits.director.length >= minimum);
  const rows = crowdRows(directors, ({ credits }) => credits.director, { minimum });
  if (rows.length < 2) return null;
  const shown =
    rows.length > 2 * listed ? [...rows.slice(0, listed), ...rows.slice(-listed)] : rows;
  const furthest = soleFirst(rows, ({ difference }) => Math.abs(difference));
  const isFinding = furthest?.comparison === "above" || furthest?.comparison === "below";
  const bars = shown.map(
    ({ subject, films, you, voters }): Dumbbell => ({
      name: subject.name,
      films,
      you,
      other: voters,
      ...(subject.path && { href: href(subject.path) }),
    }),
  );
  return {
    id: "directors",
    title: isFinding
      ? `You rate ${furthest.subject.name} ${format.average(Math.abs(furthest.difference))} ${furthest.comparison} TMDB voters`
      : "Directors you differ on",
    isHalf: true,
    shown: [
      {
        as: "chart",
        chart: dumbbellChart(bars, {
          title: "Your mean rating of directors and that of TMDB voters",
          format,
          other: "TMDB voters",
          head: "Director",
          labelWidth: Math.min(150, 8 + Math.max(...bars.map(({ name }) => textWidth(name)))),
        }),
        caption: [captionOf(rows, shown)],
      },
    ],
  };
}

const captionOf = (rows: CrowdRow<unknown>[], shown: CrowdRow<unknown>[]): string =>
  shown.length < rows.length
    ? `The ${listed} furthest above and the ${listed} furthest below, of ${rows.length} with three such films or more.`
    : "Directors with three such films or more.";
