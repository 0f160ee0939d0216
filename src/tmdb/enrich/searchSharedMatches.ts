import type { CachedMetadata } from "../cache/cachedMetadata.ts";
import type { Api } from "../client/api.ts";
import { isAbsence, OutageError, RequestFailure } from "../client/failure.ts";
import { type RejectedMatch, WEAK_CONFIDENCE } from "../match/resolveSharedMatches.ts";
import { searchMatch } from "../match/search.ts";

/**
 * Searches anew for films whose match went to a surer one, that one left out. Only a sure match is
 * taken; otherwise it is kept that the film is doubtful, so that it is not searched for in each build.
 * What fails is tried again in the next build.
 */
export async function searchSharedMatches(
  rejected: RejectedMatch[],
  { api, holdings }: { api: Api; holdings: CachedMetadata },
): Promise<void> {
  for (const { film, match: doubt, target } of rejected) {
    const wanted = { name: film.name, year: film.year, shared: false };
    try {
      const match = await searchMatch(wanted, api, new Set([target]));
      const isSure = match.type !== "none" && match.confidence > WEAK_CONFIDENCE;
      // The details go first: a match without them would count as a film without data.
      if (isSure && match.type === "movie")
        await holdings.saveFilm((await api.film(match.id)).film);
      if (isSure && match.type === "tv")
        await holdings.saveSeries((await api.series(match.id)).series);
      await holdings.saveMatch(film, isSure ? match : doubt);
    } catch (error) {
      if (error instanceof OutageError) return;
      if (isAbsence(error)) await holdings.saveMatch(film, doubt);
      else if (!(error instanceof RequestFailure)) throw error;
    }
  }
}
