import { withoutMarks } from "../dateMarks.ts";
import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";
import { soundMean } from "../stats/finding.ts";
import { ratingsOf } from "../stats/ratings.ts";

/** The longest heading, in letters: three lines on a phone. */
const longestHeading = 72;

/** Adds the first ending that does not make the heading too long, or none. */
export function headline(start: string, ...endings: (string | null | undefined | false)[]): string {
  const ending = endings.find(
    (text) => text && withoutMarks(start + text).length <= longestHeading,
  );
  return `${start}${ending || ""}`;
}

/** Joins the present parts with commas and adds a full stop. */
export const sentence = (parts: (string | false | null | undefined)[]): string =>
  `${parts.filter(Boolean).join(", ")}.`;

/** "439 rated, 3.66 on average"; null with fewer than `least` ratings. */
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
