import type { Api, SearchPage } from "./api.ts";
import type { SeriesAnswer } from "./details.ts";
import { isAbsence } from "./failure.ts";
import {
  acceptable,
  doubtful,
  type Found,
  GUESS,
  matched,
  outweighs,
  type Wanted,
} from "./match.ts";
import type { Match } from "./metadata.ts";

/** With fewer votes than this a film is asked for as a series too. */
const VOTES_FEW = 50;

/** Before, television had next to none. */
const FIRST_YEAR = 1955;

/** What has one season of so few episodes is a mini-series, whatever TMDB calls it. */
const FEW_EPISODES = 13;
/** What has more episodes than this runs for years. */
const MANY_EPISODES = 30;
const MANY_SEASONS = 3;

/**
 * Letterboxd has mini-series among its films. So a film that hardly anybody rated, or that came out
 * before the year of the export, may only share its title with a series of that year. A mini-series that is
 * far better known takes its place, a series that runs for years never does, and the rest is open.
 *
 * @param film what the match was made with
 * @param look keeps what a search found, and hands back what no other film has taken
 */
export async function seriesInstead(
  match: Match,
  film: Found,
  { wanted, api, look }: { wanted: Wanted; api: Api; look: (page: SearchPage) => Found[] },
): Promise<Match> {
  if (wanted.year === null || film.year === null) return match;
  const isEarlier = film.year < wanted.year;
  if (!isEarlier && (film.votes >= VOTES_FEW || wanted.year < FIRST_YEAR)) return match;
  const [series] = acceptable(wanted, look(await api.searchSeries(wanted.name)), "title");
  if (!series) return match;
  if (!isEarlier && series.votes < film.votes) return match;
  const length = await lengthOf(series.id, api);
  if (length === "absent" || (length === "long" && !isEarlier)) return match;
  if (length === "short" && outweighs(series, film)) {
    const reason = `A mini-series of the same title and year, far better known than a film from ${film.year}.`;
    return matched(series, 0.85, reason);
  }
  const known = isEarlier ? "" : " that hardly anybody rated";
  const reason = `A series from ${series.year}, or a film from ${film.year}${known}.`;
  return doubtful(
    reason,
    [series, film].sort((a, b) => b.votes - a.votes),
    GUESS,
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

function lengthFrom({ series: { seasons, episodes }, type }: SeriesAnswer): Length {
  if (type === "Miniseries") return "short";
  if (seasons === 1 && episodes && episodes <= FEW_EPISODES) return "short";
  return (seasons ?? 0) > MANY_SEASONS || (episodes ?? 0) > MANY_EPISODES ? "long" : "between";
}
