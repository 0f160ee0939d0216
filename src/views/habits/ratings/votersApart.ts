import { type Dumbbell, dumbbellChart } from "../../../charts/dumbbell.ts";
import { textWidth } from "../../../charts/texts.ts";
import type { Site } from "../../../site.ts";
import { crowdRows } from "../../../stats/crowd.ts";
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
  const above = rows.filter(({ difference }) => difference > 0).slice(0, listed);
  const below = rows.filter(({ difference }) => difference < 0).slice(-listed);
  const shown = rows.length > 2 * listed ? [...above, ...below] : rows;
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
        caption: [
          captionOf(rows.length, shown === rows ? [rows.length, 0] : [above.length, below.length], {
            format,
          }),
        ],
      },
    ],
  };
}

/** What the rows are, and of how many. */
const captionOf = (
  all: number,
  [above, below]: [above: number, below: number],
  { format }: Pick<Site, "format">,
): string => {
  const least = `with ${personRule.minimum} such films or more`;
  return above + below < all
    ? `The ${format.integer(above)} furthest above and the ${format.integer(below)} furthest below, of ${format.integer(all)} ${least}.`
    : `Directors ${least}.`;
};
