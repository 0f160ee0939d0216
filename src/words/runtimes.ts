import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";
import type { LongDay, RuntimeBand } from "../stats/runtimes.ts";
import { enumerated, phrase, type RichText } from "./richText.ts";

/** The sentences on the pages of runtimes. */

type Known = Pick<Site, "format">;

/** "540 films, half of them 1 h 45 min or longer" */
export const runtimesHeading = ({ format }: Known, films: number, median: number): string =>
  films === 1
    ? `1 film of ${format.runtime(median)}`
    : `${format.count(films, "film")}, half of them ${format.runtime(Math.ceil(median))} or longer`;

/** "up to 40 min", "90 to 104 minutes", "180 minutes and more" */
function bandInWords({ from, to }: RuntimeBand): string {
  if (from === 1) return `up to ${to} minutes`;
  return to === Infinity ? `${from} minutes and more` : `${from} to ${to} minutes`;
}

export const bandTitle = (band: RuntimeBand): string => `Films of ${bandInWords(band)}`;

export const bandHeading = ({ format }: Known, band: RuntimeBand, films: number): string =>
  `${format.count(films, "film")} of ${bandInWords(band)}`;

/** "The longest day: 11 h 20 min", if no other is as long. */
export const longDaysTitle = ({ format }: Known, longest: LongDay | null): string =>
  longest ? `${format.runtime(longest.minutes)} on the longest day` : "The longest days";

/** "9 h 12 min: Ran and Dune", with the films whose runtime is unknown. */
export function longDay(
  { format, href }: Pick<Site, "format" | "href">,
  { minutes, films, timed }: LongDay,
): RichText {
  const unknown = films.length - timed;
  return phrase(
    `${format.runtime(minutes)}: `,
    enumerated(films.map(({ name, path }: Film) => ({ text: name, href: href(path) }))),
    unknown > 0 && `; runtime unknown for ${format.integer(unknown)}`,
  );
}
