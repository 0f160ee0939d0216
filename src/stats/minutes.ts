import type { Film } from "../library/film.ts";
import { sum } from "../numbers.ts";

/**
 * Minutes of all films, each once (`films`) and as often as it was seen (`viewings`). A film without a
 * known runtime adds nothing. Null if no runtime is known.
 */
export function minutes(films: readonly Film[]): { films: number | null; viewings: number | null } {
  const known = films.flatMap(({ runtime, viewings }) =>
    runtime === null ? [] : [{ runtime, times: Math.max(1, viewings.length) }],
  );
  if (known.length === 0) return { films: null, viewings: null };
  return {
    films: sum(known.map(({ runtime }) => runtime)),
    viewings: sum(known.map(({ runtime, times }) => runtime * times)),
  };
}
