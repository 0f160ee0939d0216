import type { Api, SearchResult } from "../client/api.ts";
import type { FilmAnswer } from "../client/details.ts";
import { isAbsence } from "../client/failure.ts";
import { type Match, pageOf } from "../metadata.ts";
import { sameTitle } from "./likeness.ts";
import {
  doubtful,
  hasTitle,
  matched,
  type WantedFilm,
  withoutDuplicates,
  yearFits,
} from "./searchResults.ts";

/** How many results are checked for alternative titles or releases. */
const MAX_CHECKED = 3;

/** Matches results by their details, which need a request each. */
export function matchByDetails(wanted: WantedFilm, api: Api) {
  const checked = new Set<number>();
  const likeliest = (found: SearchResult[]): SearchResult[] =>
    withoutDuplicates(found)
      .filter(({ type, id }) => type === "movie" && !checked.has(id))
      .sort((a, b) => b.votes - a.votes);
  return {
    /**
     * Matches a result with another title if one of its alternative titles is the wanted one. TMDB
     * searches alternative titles without showing them.
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

    /** Chooses among equally well known films the one that also has this title in another country. */
    async breakTie(match: Match, found: SearchResult[]): Promise<Match> {
      if (match.type !== "none" || wanted.year === null) return match;
      const films = match.candidates.flatMap(
        (one) => found.find((film) => pageOf(film) === pageOf(one)) ?? [],
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
      return matched(
        only,
        0.75,
        "Of several similar films, the one that also has this title abroad.",
      );
    },

    /**
     * Matches a film that TMDB dates later, by a restoration or a release in another country, if it also
     * came out in the wanted year.
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
      if (late.length > 1)
        return doubtful(`Several films with this title came out in ${year}.`, late);
      return matched(
        only,
        0.85,
        `A film with the same title that came out in ${year}, though TMDB dates it ${only.year}.`,
      );
    },
  };

  /** Null for a deleted film that TMDB's search still names. */
  async function detailsOf(id: number): Promise<FilmAnswer | null> {
    try {
      return await api.film(id);
    } catch (error) {
      if (!isAbsence(error)) throw error;
      return null;
    }
  }
}
