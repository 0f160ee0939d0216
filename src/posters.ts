import type { Library } from "./library/library.ts";
import type { Settings } from "./settings.ts";
import { type LocalPosters, type PosterSize, posterFile } from "./tmdb/cache/posterStore.ts";

/** Where pages load posters from. */
export interface Posters {
  /** `site`: the site's own files; `none`: placeholders are drawn. */
  from: "TMDB" | "site" | "none";
  /** The address of a poster, given TMDB's path; null if a placeholder is drawn. */
  address(path: string | null, size: PosterSize): string | null;
  /** Files that the site must include, `w154/abc.jpg`: those whose address was used. */
  shown: Set<string>;
}

/** The origin of TMDB's image server if pages load posters from it; otherwise null. */
export const posterOrigin = ({ site, tmdb }: Pick<Settings, "site" | "tmdb">): string | null =>
  site.posters === "remote" ? new URL(tmdb.imageUrl).origin : null;

/**
 * Decides where pages load posters from.
 *
 * @param local posters in the cache, if the settings want them there
 */
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
