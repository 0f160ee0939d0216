import { withoutMarks } from "../dateMarks.ts";
import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";
import { soundMean } from "../stats/finding.ts";
import { ratingsOf } from "../stats/ratings.ts";

/** On a phone a heading has room for three lines. */
const longestHeading = 72;

/** With the first of the endings that does not make it too long, else without. */
export function headline(start: string, ...endings: (string | null | undefined | false)[]): string {
  const ending = endings.find(
    (text) => text && withoutMarks(start + text).length <= longestHeading,
  );
  return `${start}${ending || ""}`;
}

/** The parts that have something to say, with commas and a full stop. */
export const sentence = (parts: (string | false | null | undefined)[]): string =>
  `${parts.filter(Boolean).join(", ")}.`;

/** "439 rated, 3.66 on average", from so many ratings on. */
export function ratedOnAverage(
  { format }: { format: Format },
  films: readonly Film[],
  least?: number,
): string | null {
  const ratings = ratingsOf(films);
  const mean = soundMean(ratings, least);
  return mean === null
    ? null
    : `${format.integer(ratings.length)} rated, ${format.average(mean)} on average`;
}
