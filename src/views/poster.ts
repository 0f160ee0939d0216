import type { Film } from "../library/film.ts";
import type { Site } from "../site.ts";

/** What a poster is drawn from: a film, seen or not. */
export type Pictured = Pick<Film, "name" | "year" | "details" | "series"> & {
  groups: { genre: readonly { name: string }[] };
};

/** In a list, in a wall, in a row, or alone on a page. */
export type PosterPlace = "tiny" | "small" | "medium" | "large";

/** A film's poster, and the placeholder that is drawn without one. */
export function poster({ posters }: Site, film: Pictured, place: PosterPlace) {
  const { name, year, details, series, groups } = film;
  const isLarge = place === "large";
  return {
    name,
    year,
    // A small poster has no room for the genre.
    genre: place === "small" ? undefined : groups.genre[0]?.name,
    isLarge,
    // A tiny one has no room for any text, and the list has the same beside it.
    hasText: place !== "tiny",
    // A poster in a row or on a phone is too narrow for "Oppenheimer" in the full font size.
    isNarrow: place !== "small" && name.split(/[\s-]/).some((word) => word.length > 10),
    // One colour per decade, so that films of the same time look related.
    tint: year === null ? "" : `tint-${Math.floor(year / 10) % 6}`,
    src: posters.address(details?.poster ?? series?.poster ?? null, isLarge ? "w342" : "w154"),
    width: isLarge ? 342 : 154,
    height: isLarge ? 513 : 231,
  };
}
