import type { Library } from "./library/library.ts";
import type { Settings } from "./settings.ts";
import { type LocalPosters, type PosterSize, posterFile } from "./tmdb/cache/posterStore.ts";

/** Where the pages take posters from. */
export interface Posters {
  /** `site`: files of the site itself; `none`: placeholders are drawn. */
  from: "TMDB" | "site" | "none";
  /** A poster's address for a page, by TMDB's path of it; null where a placeholder is drawn. */
  address(path: string | null, size: PosterSize): string | null;
  /** Files the site must bring along, `w154/abc.jpg`: those whose address was given away. */
  shown: Set<string>;
}

/** The only other server a page may load images from: TMDB's, as an origin, or null. */
export const posterOrigin = ({ site, tmdb }: Pick<Settings, "site" | "tmdb">): string | null =>
  site.posters === "remote" ? new URL(tmdb.imageUrl).origin : null;

/** @param local posters in the cache, when the settings want them there */
export function choosePosters(
  { site, tmdb, basePath }: Settings,
  { kind, films }: Pick<Library, "kind" | "films">,
  local: LocalPosters | null,
): Posters {
  const shown = new Set<string>();
  // The sample's films have no poster paths, and a demo should ask nothing of TMDB.
  const isEmpty =
    kind === "sample" || !films.some(({ details, series }) => details?.poster ?? series?.poster);
  if (site.posters === "off" || isEmpty) return { from: "none", address: () => null, shown };
  if (site.posters === "remote") {
    const address = (path: string | null, size: PosterSize) =>
      path && `${tmdb.imageUrl}/${size}${path}`;
    return { from: "TMDB", address, shown };
  }
  return {
    from: "site",
    address(path, size) {
      const file = path && posterFile(path, size);
      if (!file || !local?.files.has(file)) return null;
      shown.add(file);
      return `${basePath}posters/${file}`;
    },
    shown,
  };
}
