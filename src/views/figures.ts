import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";
import { allRatings } from "../stats/allRatings.ts";
import type { Completeness } from "../stats/completeness.ts";
import { enoughRatings, soundMean } from "../stats/finding.ts";
import { minutes } from "../stats/minutes.ts";
import { ratingsOf } from "../stats/ratings.ts";
import { knownFor } from "../words/known.ts";
import type { Figure } from "./block.ts";

/** How many films were seen, and of how many, if TMDB's list of them is known. */
export const seenFigure = (
  label: string,
  state: Completeness | null,
  count: number,
  format: Format,
): Figure =>
  state
    ? {
        label,
        value: `${format.integer(state.seen)} of ${format.integer(state.total)}`,
        note: "released films seen",
      }
    : { label, value: format.integer(count), note: "of those you have seen" };

/** How often the films of a person or a group were seen; nothing without a diary. */
export function viewingFigure(viewings: { rewatch: boolean }[], format: Format): Figure[] {
  const rewatches = viewings.filter(({ rewatch }) => rewatch).length;
  return viewingsFigure(
    viewings.length,
    rewatches > 0 && format.count(rewatches, "rewatch", "rewatches"),
    format,
  );
}

/** The same, with the films that the diary lacks instead of the rewatches. */
export function diaryFigure(films: readonly Film[], format: Format): Figure[] {
  const undated = films.filter(({ viewings }) => viewings.length === 0).length;
  return viewingsFigure(
    films.flatMap(({ viewings }) => viewings).length,
    undated > 0 && `${format.count(undated, "film")} not in the diary`,
    format,
  );
}

const viewingsFigure = (count: number, note: string | false, format: Format): Figure[] =>
  count > 0
    ? [{ label: "Viewings", value: format.integer(count), ...(note !== false && { note }) }]
    : [];

/** The hours of all viewings; nothing where no runtime is known. */
export function hoursFigure(films: readonly Film[], format: Format): Figure[] {
  const time = minutes(films).viewings;
  if (time === null) return [];
  const seenAgain = films.some(({ viewings }) => viewings.length > 1);
  const note = runtimesKnown(films, format);
  return [
    {
      label: time < 60 ? "Minutes" : "Hours",
      value: time < 60 ? format.integer(time) : format.hours(time),
      note: seenAgain ? `rewatches included; ${note}` : note,
    },
  ];
}

const runtimesKnown = (films: readonly Film[], format: Format): string =>
  knownFor("runtime", {
    known: films.filter(({ runtime }) => runtime !== null).length,
    all: films.length,
    unit: "film",
    format,
  });

/** The mean rating, compared with that of all films; nothing with too few ratings. */
export function meanFigure({
  films,
  all,
  least = enoughRatings,
  format,
}: {
  films: readonly Film[];
  all: readonly Film[];
  least?: number;
  format: Format;
}): Figure[] {
  const ratings = ratingsOf(films);
  const [mean, overall] = [soundMean(ratings, least), allRatings(all).mean];
  return mean === null || overall === null
    ? []
    : [
        {
          label: "Average rating",
          value: format.average(mean),
          note: `of ${format.integer(ratings.length)} rated; ${format.average(overall)} over all films`,
        },
      ];
}
