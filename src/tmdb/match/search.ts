import type { Api, SearchPage, SearchResult } from "../client/api.ts";
import { type Match, pageOf } from "../metadata.ts";
import { explainNoMatch, withCandidates } from "./candidates.ts";
import { chooseMatch } from "./choose.ts";
import { partNumber, sameTitle, shortTitle } from "./likeness.ts";
import { matchByDetails } from "./matchByDetails.ts";
import { normaliseTitle } from "./normaliseTitle.ts";
import {
  doubtful,
  matched,
  rankAcceptable,
  unknown,
  type WantedFilm,
  withoutDuplicates,
} from "./searchResults.ts";
import { rejectLongRunning, seriesInstead } from "./seriesInstead.ts";
import { otherSpellings } from "./spelling.ts";

/**
 * Years to search for a title that many films share, the most likely first. In a trial with one result a
 * page, the film's own year found 226 of 3,202 films, the next year 11, the one after 1, and the year before 0.
 */
const YEARS_OFF = [0, 1, 2];

/**
 * Searches TMDB for one film. Usually one request is enough. While no result is acceptable it goes on with
 * more results, alternative titles, other spellings, series, and adult films.
 *
 * @param taken pages (`movie/12`) that other films with the same name and year are matched to
 */
export async function searchMatch(
  wanted: WantedFilm,
  api: Api,
  taken: ReadonlySet<string> = new Set(),
): Promise<Match> {
  // TMDB answers an empty query with an error.
  if (wanted.name.trim() === "") return unknown("The export gives no title.");
  const results: SearchResult[] = [];
  const collect = ({ found }: SearchPage): SearchResult[] => {
    results.push(...found);
    return available(found);
  };
  const available = (found: SearchResult[]) => found.filter((result) => !taken.has(pageOf(result)));
  const match = await find();
  return match
    ? withCandidates(match, wanted, results)
    : explainNoMatch(wanted, available(results));

  async function find(): Promise<Match | null> {
    const byDetails = matchByDetails(wanted, api);
    const bestSoFar = async (): Promise<Match | null> => {
      const match =
        chooseMatch(wanted, available(results)) ??
        (await byDetails.byAlternativeTitle(available(results)));
      const films = available(results);
      return (
        match &&
        seriesInstead(await byDetails.breakTie(match, films), {
          wanted,
          api,
          films,
          collect: collect,
        })
      );
    };
    const first = await api.searchFilms(wanted.name);
    collect(first);
    if (first.pages > 1) await searchFurther(first);
    const match = await bestSoFar();
    if (match) return match;

    for (const spelling of otherSpellings(wanted.name)) {
      collect(await api.searchFilms(spelling));
      const match = await bestSoFar();
      if (match) return match;
    }
    const late = await byDetails.byReleaseYear(available(results));
    if (late) return late;
    const series = collect(await api.searchSeries(wanted.name));
    const bySeries = chooseMatch(wanted, series);
    if (bySeries) return rejectLongRunning(bySeries, series, api);

    const byTitlePart = chooseByTitlePart(wanted, available(results));
    if (byTitlePart) return byTitlePart;

    return chooseMatch(wanted, collect(await api.searchFilms(wanted.name, { adult: true })));
  }

  /** Searches by year if so many films share the title that they fill the first page. */
  async function searchFurther(first: SearchPage): Promise<void> {
    const last = first.found.at(-1);
    const isCrowded = last !== undefined && sameTitle(wanted.name, last.title, "title");
    const [best] = rankAcceptable(wanted, available(results), "title");
    if (best && (!isCrowded || best.year === wanted.year)) return;
    if (wanted.year === null || first.pages === 2) {
      collect(await api.searchFilms(wanted.name, { page: 2 }));
      return;
    }
    for (const off of YEARS_OFF) {
      const year = wanted.year + off;
      collect(await api.searchFilms(wanted.name, { year }));
      if (rankAcceptable(wanted, available(results), "title").length > 0) return;
    }
  }
}

/**
 * Matches a film of the same year whose title begins with this one, as “Glass Onion: A Knives Out Mystery”
 * does with “Glass Onion”. A shorter title only makes a doubt: the longer film is often about the shorter.
 */
function chooseByTitlePart(wanted: WantedFilm, seen: SearchResult[]): Match | null {
  const films = withoutDuplicates(seen).filter(
    ({ type, year }) => type === "movie" && wanted.year !== null && year === wanted.year,
  );
  const longer = films.filter(({ title }) => isPart(wanted.name, title));
  const shorter = films.filter(({ title }) => isPart(title, wanted.name));
  const [only] = longer;
  if (only && longer.length === 1) {
    const reason = `“${only.title}” begins with this title.`;
    // “Dune” of 2024 would match the second part, so the number must be 1.
    return (partNumber(only.title) ?? 1) === 1
      ? matched(only, 0.7, reason)
      : doubtful(reason, longer, 0.4);
  }
  if (only) return doubtful("Several titles of this year begin with this one.", longer, 0.4);
  return shorter.length > 0
    ? doubtful("This title begins with that of a film of this year.", shorter, 0.4)
    : null;
}

const isPart = (part: string, title: string): boolean => {
  const short = shortTitle(title);
  return short !== null && normaliseTitle(short) === normaliseTitle(part);
};
