import type { Site } from "../site.ts";
import { countAsked, countFilms } from "../stats/counts.ts";
import type { RichText } from "./richText.ts";

/**
 * What a page lacks until TMDB was asked about every film, or if it knows none; null if the page lacks
 * nothing.
 *
 * @param what what needs TMDB: "Genres"
 */
export function metadataNotice({ library, format, href }: Site, what: string): RichText | null {
  const { seen, matched } = countFilms(library.films);
  const asked = countAsked(library.films);
  if (seen === 0) return null;
  if (asked === 0) {
    return [
      `${what} come from TMDB, which has not been asked yet. Everything the export alone knows is here; `,
      { text: "how to add the rest", href: `${href("/about/")}#coverage` },
      ".",
    ];
  }
  if (asked < seen) {
    return [
      `${what} come from TMDB, which has been asked about ${format.integer(asked)} of ${format.count(seen, "film")} so far.`,
    ];
  }
  return matched === 0
    ? [`${what} come from TMDB, which knows none of these films as a film.`]
    : null;
}
