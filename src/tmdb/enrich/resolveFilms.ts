import type { CachedMetadata, ExportFilm } from "../cache/cachedMetadata.ts";
import type { Api } from "../client/api.ts";
import { isAbsence, RequestFailure } from "../client/failure.ts";
import { AbsentOverride } from "../match/absentOverride.ts";
import { searchMatch } from "../match/search.ts";
import { doubtful } from "../match/searchResults.ts";
import { type Match, targetOf } from "../metadata.ts";

interface Context {
  api: Api;
  holdings: CachedMetadata;
  /** Called for each film, with the RequestFailure that left it without an answer, or null. */
  onDone(film: ExportFilm, failure: RequestFailure | null): void;
}

/**
 * Finds out what the films of one name and year are. No two of them become the same one.
 *
 * @throws what ends the asking altogether; a failure that concerns one film goes to `onDone`
 */
export async function resolveGroup(
  group: ExportFilm[],
  { api, holdings, onDone }: Context,
): Promise<void> {
  // In the order of the export two namesakes would change places when it does.
  for (const film of group.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    try {
      await resolve(film);
      onDone(film, null);
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      onDone(film, error);
    }
  }

  async function resolve(film: ExportFilm): Promise<void> {
    const known = holdings.match(film);
    if (!known || holdings.matchDue(film)) {
      await searchAndFetch(film, taken(film));
      return;
    }
    if (!holdings.detailsDue(known)) return;
    try {
      await fetchDue(known);
      await holdings.confirmMatch(film);
    } catch (error) {
      // TMDB merges and deletes entries. What the owner wrote stands; any other match is searched anew.
      if (!isAbsence(error)) throw error;
      if (holdings.isOverridden(film)) {
        throw known.type === "none" ? error : new AbsentOverride(known);
      }
      const gone = targetOf(known);
      await searchAndFetch(film, gone ? taken(film).add(gone) : taken(film));
    }
  }

  async function searchAndFetch(film: ExportFilm, taken: Set<string>): Promise<void> {
    const undecided = group.filter((other) => !holdings.isOverridden(other));
    const wanted = { name: film.name, year: film.year, shared: undecided.length > 1 };
    const match = await searchMatch(wanted, api, taken);
    const before = holdings.metadata(film);
    try {
      // What is known serves until the details of what takes its place are there.
      if (before?.film || before?.series) await fetchDue(match);
      await holdings.saveMatch(film, match);
      await fetchDue(match);
    } catch (error) {
      if (!isAbsence(error)) throw error;
      const reason = `TMDB's search names ${targetOf(match)}, but TMDB has no such page.`;
      await holdings.saveMatch(film, doubtful(reason, []));
    }
  }

  async function fetchDue(match: Match): Promise<void> {
    if (!holdings.detailsDue(match)) return;
    if (match.type === "movie") await holdings.saveFilm((await api.film(match.id)).film);
    if (match.type === "tv") await holdings.saveSeries((await api.series(match.id)).series);
  }

  function taken(film: ExportFilm): Set<string> {
    const others = group.filter((other) => other !== film).map((other) => holdings.match(other));
    return new Set(others.flatMap((match) => (match && targetOf(match)) ?? []));
  }
}
