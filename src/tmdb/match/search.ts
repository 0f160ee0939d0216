import type { Api, SearchPage } from "../client/api.ts";
import { type Match, nameAtTmdb } from "../metadata.ts";
import { explainNoMatch, withCandidates } from "./candidates.ts";
import { chooseMatch } from "./choose.ts";
import { partNumber, sameTitle, shortTitle } from "./likeness.ts";
import { matchByDetails } from "./matchByDetails.ts";
import { normaliseTitle } from "./normaliseTitle.ts";
import {
  doubtful,
  matched,
  rankAcceptable,
  type SearchResult,
  unknown,
  type WantedFilm,
  withoutDuplicates,
} from "./searchResults.ts";
import { rejectLongRunning, seriesInstead } from "./seriesInstead.ts";
import { otherSpellings } from "./spelling.ts";

/**
 * The years of a crowded title, likeliest first. On pages of one result instead of twenty, this year
 * found 226 of 3,202 films, the next one 11, the one after 1, the one before none.
 */
const YEARS_OFF = [0, 1, 2];

/**
 * Searches TMDB for one film, one request where that is enough, and more only while nothing is
 * acceptable: more of a crowded title, titles of other countries, other spellings, series, adult films.
 *
 * @param taken ids (`movie/12`) that other films of the same name and year have
 */
export async function searchMatch(
  wanted: WantedFilm,
  api: Api,
  taken: ReadonlySet<string> = new Set(),
): Promise<Match> {
  // TMDB answers a search for nothing with an error.
  if (wanted.name.trim() === "") return unknown("The export gives no title.");
  const seen: SearchResult[] = [];
  const collect = ({ found }: SearchPage): SearchResult[] => {
    seen.push(...found);
    return available(found);
  };
  const available = (found: SearchResult[]) =>
    found.filter((result) => !taken.has(nameAtTmdb(result)));
  const match = await find();
  return match ? withCandidates(match, wanted, seen) : explainNoMatch(wanted, available(seen));

  async function find(): Promise<Match | null> {
    const byDetails = matchByDetails(wanted, api);
    const bestSoFar = async (): Promise<Match | null> => {
      const match =
        chooseMatch(wanted, available(seen)) ??
        (await byDetails.byAlternativeTitle(available(seen)));
      const films = available(seen);
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
    const late = await byDetails.byReleaseYear(available(seen));
    if (late) return late;
    const series = collect(await api.searchSeries(wanted.name));
    const bySeries = chooseMatch(wanted, series);
    if (bySeries) return rejectLongRunning(bySeries, series, api);

    const byTitlePart = chooseByTitlePart(wanted, available(seen));
    if (byTitlePart) return byTitlePart;

    return chooseMatch(wanted, collect(await api.searchFilms(wanted.name, { adult: true })));
  }

  /** A title that many films share fills the first page; the year brings the others to light. */
  async function searchFurther(first: SearchPage): Promise<void> {
    const last = first.found.at(-1);
    const isCrowded = last !== undefined && sameTitle(wanted.name, last.title, "title");
    const [best] = rankAcceptable(wanted, available(seen), "title");
    if (best && (!isCrowded || best.year === wanted.year)) return;
    if (wanted.year === null || first.pages === 2) {
      collect(await api.searchFilms(wanted.name, { page: 2 }));
      return;
    }
    for (const off of YEARS_OFF) {
      const year = wanted.year + off;
      collect(await api.searchFilms(wanted.name, { year }));
      if (rankAcceptable(wanted, available(seen), "title").length > 0) return;
    }
  }
}

/**
 * “Glass Onion” for “Glass Onion: A Knives Out Mystery”, of the very year. The other way round it is
 * more often a film about the film.
 */
function chooseByTitlePart(wanted: WantedFilm, seen: SearchResult[]): Match | null {
  const films = withoutDuplicates(seen).filter(
    ({ type, year }) => type === "movie" && wanted.year !== null && year === wanted.year,
  );
  const longer = films.filter(({ title }) => isPart(wanted.name, title));
  const shorter = films.filter(({ title }) => isPart(title, wanted.name));
  const [only] = longer;
  if (only && longer.length === 1) {
    const reason = `Its title begins that of “${only.title}”.`;
    // “Dune” of 2024 would be the second part, which has another number.
    return (partNumber(only.title) ?? 1) === 1
      ? matched(only, 0.7, reason)
      : doubtful(reason, longer, 0.4);
  }
  if (only) return doubtful("Several titles of this year begin with this one.", longer, 0.4);
  return shorter.length > 0
    ? doubtful("A film of this year has the beginning of this title.", shorter, 0.4)
    : null;
}

const isPart = (part: string, title: string): boolean => {
  const short = shortTitle(title);
  return short !== null && normaliseTitle(short) === normaliseTitle(part);
};
