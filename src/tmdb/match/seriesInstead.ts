import type { Api, SearchPage } from "../client/api.ts";
import type { SeriesAnswer } from "../client/details.ts";
import { isAbsence } from "../client/failure.ts";
import { type Match, nameAtTmdb, targetOf } from "../metadata.ts";
import {
  doubtful,
  GUESS_CONFIDENCE,
  matched,
  mostVoted,
  outweighs,
  rankAcceptable,
  type SearchResult,
  type WantedFilm,
} from "./searchResults.ts";

/**
 * Films that more people rated are known well enough. In six exports of 16,600 films, 14 films with 10 to
 * 49 votes shared title and year with a series, and for ten of them the member had seen the series.
 */
const FEW_VOTES = 50;

/** Before, television had next to no mini-series. */
const FIRST_MINISERIES_YEAR = 1955;

/** A series that is over after one season of so few episodes is a mini-series, whatever TMDB calls it. */
const FEW_EPISODES = 13;
/** One with more episodes or seasons than these is none, whatever TMDB calls it. */
const MANY_EPISODES = 30;
const MANY_SEASONS = 3;

/** How many series of one title are looked into. */
const MAX_CHECKED = 3;

interface Search {
  wanted: WantedFilm;
  api: Api;
  /** All films found that no other film of the export has taken. */
  films: SearchResult[];
  /** Keeps what a search found, and hands back what no other film of the export has taken. */
  collect: (page: SearchPage) => SearchResult[];
}

/**
 * Letterboxd lists mini-series beside films. So a film that hardly anybody rated, or one from before the
 * year of the export, may only share its title with a series of that year. A mini-series that is far
 * better known is meant then, a series that ran for years is not, and whatever else there is stays open.
 *
 * @param match of a film, or the doubt between several
 */
export async function seriesInstead(match: Match, search: Search): Promise<Match> {
  const { wanted, films, api, collect: look } = search;
  const { year } = wanted;
  if (year === null || year < FIRST_MINISERIES_YEAR || wanted.shared) return match;
  const titled = rankAcceptable(wanted, films, "title");
  const taken = films.find((film) => nameAtTmdb(film) === targetOf(match));
  const ofTheYear = titled.filter((film) => film.year === year);
  const isEarlier = taken?.year != null && taken.year < year;
  const known = mostVoted(ofTheYear) ?? taken;
  if (!known || (known.votes >= FEW_VOTES && !isEarlier)) return match;

  const series = rankAcceptable(wanted, look(await api.searchSeries(wanted.name)), "title");
  const rivals = [...new Set([...(taken ? [taken] : []), ...ofTheYear])];
  const film = mostVoted(rivals) ?? known;
  for (const candidate of series.slice(0, MAX_CHECKED)) {
    if (candidate.votes * 2 < film.votes && !isEarlier) continue;
    const length = await lengthOf(candidate.id, api);
    if (length === "absent" || (length === "long" && !isEarlier)) continue;
    if (length === "short" && outweighs(candidate, film)) {
      const reason = `A series of few episodes, of the same title and year, far better known than the film from ${film.year}.`;
      return matched(candidate, 0.85, reason);
    }
    const few = film.votes < FEW_VOTES ? " that hardly anybody rated" : "";
    const reason = `A series from ${year}, or a film from ${film.year}${few}.`;
    const all = [candidate, ...rivals].sort((a, b) => b.votes - a.votes);
    return doubtful(reason, all, GUESS_CONFIDENCE);
  }
  return match;
}

/** The same for a series that no film stands against: one that ran for years is no film of Letterboxd's. */
export async function rejectLongRunning(
  match: Match,
  series: SearchResult[],
  api: Api,
): Promise<Match> {
  if (match.type !== "tv" || (await lengthOf(match.id, api)) !== "long") return match;
  return doubtful(
    "A series of this title and year, which ran for years.",
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

function lengthFrom({ series: { seasons, episodes }, type, isRunning }: SeriesAnswer): Length {
  if ((seasons ?? 0) > MANY_SEASONS || (episodes ?? 0) > MANY_EPISODES) return "long";
  if (type === "Miniseries") return "short";
  const isFew = seasons === 1 && episodes !== null && episodes > 0 && episodes <= FEW_EPISODES;
  return isFew && !isRunning ? "short" : "between";
}
