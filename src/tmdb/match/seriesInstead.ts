import type { Api, SearchPage, SearchResult } from "../client/api.ts";
import type { SeriesAnswer } from "../client/details.ts";
import { isAbsence } from "../client/failure.ts";
import { type Match, matchedPage, pageOf } from "../metadata.ts";
import {
  doubtful,
  GUESS_CONFIDENCE,
  matched,
  mostVoted,
  outweighs,
  rankAcceptable,
  type WantedFilm,
} from "./searchResults.ts";

/**
 * A film with fewer votes may be confused with a series. In six exports of 16,600 films, 14 films with 10 to
 * 49 votes shared title and year with a series, and for ten of them the member had seen the series.
 */
const FEW_VOTES = 50;

/** Earlier, television had almost no mini-series. */
const FIRST_MINISERIES_YEAR = 1955;

/** A finished series of one season and at most this many episodes is a mini-series, whatever TMDB says. */
const FEW_EPISODES = 13;
/** A series with more episodes or seasons than these is not a mini-series, whatever TMDB says. */
const MANY_EPISODES = 30;
const MANY_SEASONS = 3;

/** How many series with the same title are checked. */
const MAX_CHECKED = 3;

interface Search {
  wanted: WantedFilm;
  api: Api;
  /** All films found, without those that are matches of other films in the export. */
  films: SearchResult[];
  /** Remembers the results. Gives them without those that are matches of other films in the export. */
  collect: (page: SearchPage) => SearchResult[];
}

/**
 * Checks whether a mini-series is meant instead of a film, because Letterboxd lists mini-series too. This
 * may be so if hardly anybody rated the film, or if the film is from before the year in the export. A far
 * better known mini-series of the year is then matched. A series that ran for years is ruled out. Any other
 * series leaves the match doubtful.
 *
 * @param match the match of a film, or the doubt between several films
 */
export async function seriesInstead(match: Match, search: Search): Promise<Match> {
  const { wanted, films, api, collect } = search;
  const { year } = wanted;
  if (year === null || year < FIRST_MINISERIES_YEAR || wanted.shared) return match;
  const titled = rankAcceptable(wanted, films, "title");
  const taken = films.find((film) => pageOf(film) === matchedPage(match));
  const ofTheYear = titled.filter((film) => film.year === year);
  const isEarlier = taken?.year != null && taken.year < year;
  const known = mostVoted(ofTheYear) ?? taken;
  if (!known || (known.votes >= FEW_VOTES && !isEarlier)) return match;

  const series = rankAcceptable(wanted, collect(await api.searchSeries(wanted.name)), "title");
  const alternatives = [...new Set([...(taken ? [taken] : []), ...ofTheYear])];
  const film = mostVoted(alternatives) ?? known;
  for (const candidate of series.slice(0, MAX_CHECKED)) {
    if (candidate.votes * 2 < film.votes && !isEarlier) continue;
    const length = await lengthOf(candidate.id, api);
    if (length === "absent" || (length === "long" && !isEarlier)) continue;
    if (length === "short" && outweighs(candidate, film)) {
      const reason = `A series of few episodes with the same title and year. It is far better known than the film from ${film.year}.`;
      return matched(candidate, 0.85, reason);
    }
    const few = film.votes < FEW_VOTES ? " that hardly anybody rated" : "";
    const reason = `A series from ${year}, or a film from ${film.year}${few}.`;
    const all = [candidate, ...alternatives].sort((a, b) => b.votes - a.votes);
    return doubtful(reason, all, GUESS_CONFIDENCE);
  }
  return match;
}

/** Rejects the match of a series that ran for years, because Letterboxd does not list those. */
export async function rejectLongRunning(
  match: Match,
  series: SearchResult[],
  api: Api,
): Promise<Match> {
  if (match.type !== "tv" || (await lengthOf(match.id, api)) !== "long") return match;
  return doubtful(
    "A series with this title and year that ran for years.",
    series,
    GUESS_CONFIDENCE,
  );
}

async function lengthOf(id: number, api: Api): Promise<Length | "absent"> {
  try {
    return lengthFrom(await api.series(id));
  } catch (error) {
    if (!isAbsence(error)) throw error;
    return "absent";
  }
}

type Length = "short" | "long" | "between";

function lengthFrom({ series: { seasons, episodes, type }, isRunning }: SeriesAnswer): Length {
  if ((seasons ?? 0) > MANY_SEASONS || (episodes ?? 0) > MANY_EPISODES) return "long";
  if (type === "Miniseries") return "short";
  const isFew = seasons === 1 && episodes !== null && episodes > 0 && episodes <= FEW_EPISODES;
  return isFew && !isRunning ? "short" : "between";
}
