import type { Format } from "../format.ts";
import type { Library } from "../library/library.ts";
import { countFilms } from "../stats/counts.ts";
import type { RichText } from "./richText.ts";

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

/**
 * What the number of films of a person or a collection counts.
 *
 * @param where "in this collection", "with Agnès Varda as director"
 * @param included what readers may not expect among them: "shorts"
 */
export const whatIsListed = ({ asOf }: Library, where: string, included?: string): RichText => [
  `Films that TMDB lists ${where}, released by `,
  { day: asOf },
  `${included ? `, ${included} included` : ""}. Those marked as video or adult count only if you have seen them.`,
];
