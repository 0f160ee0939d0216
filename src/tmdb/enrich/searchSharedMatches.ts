import type { Holdings } from "../cache/cachedMetadata.ts";
import type { Api } from "../client/api.ts";
import { isAbsence, OutageError, RequestFailure } from "../client/failure.ts";
import { type GivenUp, WEAK } from "../match/resolveSharedMatches.ts";
import { search } from "../match/search.ts";

/**
 * Searches anew for films whose match went to a surer one, that one left out. Only a sure match is
 * taken; otherwise it is kept that the film is doubtful, so that it is not searched for in each build.
 * What fails is tried again in the next build.
 */
export async function searchRivals(
  losers: GivenUp[],
  { api, holdings }: { api: Api; holdings: Holdings },
): Promise<void> {
  for (const { film, match: doubt, target } of losers) {
    const wanted = { name: film.name, year: film.year, shared: false };
    try {
      const match = await search(wanted, api, new Set([target]));
      const isSure = match.type !== "none" && match.confidence > WEAK;
      // The details go first: a match without them would count as a film without data.
      if (isSure && match.type === "movie")
        await holdings.keepFilm((await api.film(match.id)).film);
      if (isSure && match.type === "tv")
        await holdings.keepSeries((await api.series(match.id)).series);
      await holdings.keepMatch(film, isSure ? match : doubt);
    } catch (error) {
      if (error instanceof OutageError) return;
      if (isAbsence(error)) await holdings.keepMatch(film, doubt);
      else if (!(error instanceof RequestFailure)) throw error;
    }
  }
}
