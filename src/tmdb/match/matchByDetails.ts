import type { Api } from "../client/api.ts";
import type { FilmAnswer } from "../client/details.ts";
import { isAbsence } from "../client/failure.ts";
import { type Match, nameAtTmdb } from "../metadata.ts";
import { sameTitle } from "./likeness.ts";
import {
  doubtful,
  hasTitle,
  matched,
  type SearchResult,
  type WantedFilm,
  withoutDuplicates,
  yearFits,
} from "./searchResults.ts";

/** How many results are looked into for the titles that other countries use. */
const MAX_CHECKED = 3;

/** Looks into the details of likely results, of each once. */
export function matchByDetails(wanted: WantedFilm, api: Api) {
  const checked = new Set<number>();
  const likeliest = (found: SearchResult[]): SearchResult[] =>
    withoutDuplicates(found)
      .filter(({ type, id }) => type === "movie" && !checked.has(id))
      .sort((a, b) => b.votes - a.votes);
  return {
    /**
     * A result of another title was found by one that TMDB does not show. When that is exactly the
     * wanted one, it is the film.
     */
    async byAlternativeTitle(found: SearchResult[]): Promise<Match | null> {
      if (wanted.year === null) return null;
      const likely = likeliest(found)
        .filter((result) => yearFits(wanted.year, result))
        .slice(0, MAX_CHECKED - checked.size);
      for (const result of likely) {
        checked.add(result.id);
        const titles = (await detailsOf(result.id))?.titles ?? [];
        if (!titles.some((title) => sameTitle(wanted.name, title, "title"))) continue;
        return matched(result, 0.85, `A film also known by this title, “${result.title}” at TMDB.`);
      }
      return null;
    },

    /** Of films that are about equally known the one that another country knows by this title too. */
    async breakTie(match: Match, found: SearchResult[]): Promise<Match> {
      if (match.type !== "none" || wanted.year === null) return match;
      const films = match.candidates.flatMap(
        (one) => found.find((film) => nameAtTmdb(film) === nameAtTmdb(one)) ?? [],
      );
      const named: SearchResult[] = [];
      for (const film of films.filter(
        ({ type, year }) => type === "movie" && year === wanted.year,
      )) {
        const titles = (await detailsOf(film.id))?.titles ?? [];
        if (titles.includes(wanted.name)) named.push(film);
      }
      const [only] = named;
      if (!only || named.length > 1) return match;
      return matched(only, 0.75, "Of several alike, the one that goes by this title abroad too.");
    },

    /**
     * TMDB dates some films by a restoration, or by the cinema of another country. One of the wanted
     * title that came out in the wanted year as well is the film.
     */
    async byReleaseYear(found: SearchResult[]): Promise<Match | null> {
      const { year } = wanted;
      if (year === null) return null;
      const later = likeliest(found)
        .filter((result) => hasTitle(wanted, result, "title") && (result.year ?? year) > year)
        .slice(0, MAX_CHECKED);
      const late: SearchResult[] = [];
      for (const result of later) {
        if ((await detailsOf(result.id))?.releaseYears.includes(year)) late.push(result);
      }
      const [only] = late;
      if (!only) return null;
      if (late.length > 1) return doubtful(`Several of this title came out in ${year}.`, late);
      return matched(
        only,
        0.85,
        `A film of the same title that TMDB dates ${only.year}, and that came out in ${year}.`,
      );
    },
  };

  /** Null for a film that TMDB has deleted and its search still names. */
  async function detailsOf(id: number): Promise<FilmAnswer | null> {
    try {
      return await api.film(id);
    } catch (error) {
      if (!isAbsence(error)) throw error;
      return null;
    }
  }
}
