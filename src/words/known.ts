import type { Format } from "../format.ts";
import type { Library } from "../library/library.ts";
import { countFilms } from "../stats/counts.ts";

/** For how many something is known: "runtime known for 3 of 4 films", "… for all 4 films". */
export function knownFor(
  what: string,
  { known: count, all, unit, format }: { known: number; all: number; unit: string; format: Format },
): string {
  if (count < all)
    return `${what} known for ${format.integer(count)} of ${format.count(all, unit)}`;
  return all === 1 ? `${what} known` : `${what} known for all ${format.count(all, unit)}`;
}

/** What is known for fewer films than were seen; null if everything is known, or no film is matched. */
export function coverage(library: Library, format: Format): string | null {
  const { seen, matched, withRuntime } = countFilms(library.films);
  if (matched === 0 || withRuntime === seen) return null;
  const of = (count: number) => `${format.integer(count)} of ${format.count(seen, "film")}`;
  if (matched === withRuntime)
    return `Genres, people, countries and runtimes are known for ${of(matched)}.`;
  if (matched === seen) return `Runtimes are known for ${of(withRuntime)}.`;
  return `Genres, people and countries are known for ${of(matched)}, runtimes for ${format.integer(withRuntime)}.`;
}
