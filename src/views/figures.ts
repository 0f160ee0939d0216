import type { Format } from "../format.ts";
import type { Film } from "../library/film.ts";
import type { Completeness } from "../stats/completeness.ts";
import { enoughRatings, soundMean } from "../stats/finding.ts";
import { minutes } from "../stats/minutes.ts";
import { averageRating, ratingsOf } from "../stats/ratings.ts";
import { known } from "../words/known.ts";

export interface Figure {
  label: string;
  value: string;
  note?: string;
}

/** How many films were seen, and of how many where TMDB's list of them is known. */
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
        note: "seen of those released",
      }
    : { label, value: format.integer(count), note: "of those you have seen" };

/** How often films of a person, a genre or a collection were seen; nothing without a diary. */
export function viewingFigure(viewings: { rewatch: boolean }[], format: Format): Figure[] {
  if (viewings.length === 0) return [];
  const rewatches = viewings.filter(({ rewatch }) => rewatch).length;
  return [
    {
      label: "Viewings",
      value: format.integer(viewings.length),
      ...(rewatches > 0 && { note: format.count(rewatches, "rewatch", "rewatches") }),
    },
  ];
}

/** The hours of their viewings, and for how many films that is known; nothing where no runtime is. */
export function hoursFigure(films: readonly Film[], format: Format): Figure[] {
  const time = minutes(films).viewings;
  if (time === null) return [];
  const seenAgain = films.some(({ viewings }) => viewings.length > 1);
  const withRuntime = films.filter(({ runtime }) => runtime !== null).length;
  const knownFor = known("runtime", {
    known: withRuntime,
    all: films.length,
    unit: "film",
    format,
  });
  return [
    {
      label: "Hours",
      value: format.hours(time),
      note: seenAgain ? `rewatches included; ${knownFor}` : knownFor,
    },
  ];
}

/** Their mean rating beside that of all films; nothing of too few ratings. */
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
  const [mean, overall] = [soundMean(ratings, least), averageRating(all)];
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
