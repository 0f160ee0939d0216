import type { CachedMetadata } from "../cache/cachedMetadata.ts";
import type { Api } from "../client/api.ts";
import { isAbsence, OutageError, RequestFailure } from "../client/failure.ts";
import { type RejectedMatch, WEAK_CONFIDENCE } from "../match/resolveSharedMatches.ts";
import { searchMatch } from "../match/search.ts";

/**
 * Searches again for films whose match was rejected, and leaves out the rejected page. Only a confident
 * match is saved. Otherwise the doubt is saved, so that the next builds do not repeat the search.
 * Failed searches are repeated in the next build.
 */
export async function searchSharedMatches(
  rejected: RejectedMatch[],
  { api, cached }: { api: Api; cached: CachedMetadata },
): Promise<void> {
  for (const { film, match: doubt, target } of rejected) {
    const wanted = { name: film.name, year: film.year, shared: false };
    try {
      const match = await searchMatch(wanted, api, new Set([target]));
      const isSure = match.type !== "none" && match.confidence > WEAK_CONFIDENCE;
      // Details are saved first: a match without details would count as a film without data.
      if (isSure && match.type === "movie") await cached.saveFilm((await api.film(match.id)).film);
      if (isSure && match.type === "tv")
        await cached.saveSeries((await api.series(match.id)).series);
      await cached.saveMatch(film, isSure ? match : doubt);
    } catch (error) {
      if (error instanceof OutageError) return;
      if (isAbsence(error)) await cached.saveMatch(film, doubt);
      else if (!(error instanceof RequestFailure)) throw error;
    }
  }
}
