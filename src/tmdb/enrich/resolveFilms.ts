import type { CachedMetadata } from "../cache/cachedMetadata.ts";
import type { Api } from "../client/api.ts";
import { isAbsence, RequestFailure } from "../client/failure.ts";
import { searchMatch } from "../match/search.ts";
import { doubtful } from "../match/searchResults.ts";
import { type ExportFilm, type Match, matchedPage, pageOf } from "../metadata.ts";

/** TMDB does not have the page that overrides.csv gives for a film. */
export class AbsentOverride extends RequestFailure {
  override name = "AbsentOverride";
  readonly target: { type: "movie" | "tv"; id: number };

  constructor({ type, id }: AbsentOverride["target"]) {
    super(`/${pageOf({ type, id })}: TMDB answered 404`, { status: 404, retriable: false });
    this.target = { type, id };
  }
}

interface Context {
  api: Api;
  cached: CachedMetadata;
  /** Called after each film, with the request that failed, or null. */
  onDone(film: ExportFilm, failure: RequestFailure | null): void;
}

/**
 * Matches films with the same name and year, each to a different page, and fetches their details.
 *
 * @throws errors that end the whole run; the failure of a single film is passed to `onDone`
 */
export async function resolveFilms(
  group: ExportFilm[],
  { api, cached, onDone }: Context,
): Promise<void> {
  // Sorted by key: a new order in the export must not swap the matches of two namesakes.
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
    const known = cached.match(film);
    if (!known || cached.matchDue(film)) {
      await searchAndFetch(film, pagesOfOthers(film));
      return;
    }
    if (!cached.detailsDue(known)) return;
    try {
      await fetchDetails(known);
      await cached.confirmMatch(film);
    } catch (error) {
      // TMDB merges and deletes pages. An override is kept; any other match is searched again.
      if (!isAbsence(error)) throw error;
      if (cached.isOverridden(film)) {
        throw known.type === "none" ? error : new AbsentOverride(known);
      }
      const deleted = matchedPage(known);
      await searchAndFetch(film, deleted ? pagesOfOthers(film).add(deleted) : pagesOfOthers(film));
    }
  }

  async function searchAndFetch(film: ExportFilm, takenPages: Set<string>): Promise<void> {
    const undecided = group.filter((other) => !cached.isOverridden(other));
    const wanted = { name: film.name, year: film.year, shared: undecided.length > 1 };
    const match = await searchMatch(wanted, api, takenPages);
    const before = cached.metadata(film);
    try {
      // The old match and details stay in use until the details of the new match have arrived.
      if (before?.film || before?.series) await fetchDetails(match);
      await cached.saveMatch(film, match);
      await fetchDetails(match);
    } catch (error) {
      if (!isAbsence(error)) throw error;
      const reason = `TMDB's search names ${matchedPage(match)}, but TMDB has no such page.`;
      await cached.saveMatch(film, doubtful(reason, []));
    }
  }

  async function fetchDetails(match: Match): Promise<void> {
    if (!cached.detailsDue(match)) return;
    if (match.type === "movie") await cached.saveFilm((await api.film(match.id)).film);
    if (match.type === "tv") await cached.saveSeries((await api.series(match.id)).series);
  }

  function pagesOfOthers(film: ExportFilm): Set<string> {
    const others = group.filter((other) => other !== film).map((other) => cached.match(other));
    return new Set(others.flatMap((match) => (match && matchedPage(match)) ?? []));
  }
}
