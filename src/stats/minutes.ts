import type { Film } from "../library/film.ts";
import { sum } from "../numbers.ts";

/**
 * Minutes of matched films, each once and as often as it was seen. A film without a known runtime
 * adds nothing; nothing is estimated. Null when no film has one.
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
