import type { Api, SearchPage } from "./api.ts";
import { isAbsence } from "./failure.ts";
import { fold } from "./fold.ts";
import {
  acceptable,
  choose,
  distinct,
  doubtful,
  type Found,
  GUESS,
  matched,
  sameTitle,
  unknown,
  VOTES_LEAST,
  type Wanted,
  yearFits,
} from "./match.ts";
import { type Match, nameAtTmdb } from "./metadata.ts";
import { undecided, withOthers } from "./nearest.ts";
import { otherSpellings, shortTitle } from "./spelling.ts";

/** With fewer votes a film of another year is asked for as a series too. */
const VOTES_FEW = 10;

/** How many results are looked into for the titles that other countries use. */
const LOOKED_INTO = 3;

/**
 * The years of a crowded title, likeliest first. On pages of one result instead of twenty, this year
 * found 226 of 3,202 films, the next one 11, the one after 1, the one before none.
 */
const YEARS = [0, 1, 2];

/**
 * Searches TMDB for one film, one request where that is enough, and more only while nothing is
 * acceptable: more of a crowded title, titles of other countries, other spellings, series, adult films.
 *
 * @param taken ids (`movie/12`) that other films of the same name and year have
 */
export async function search(
  wanted: Wanted,
  api: Api,
  taken: ReadonlySet<string> = new Set(),
): Promise<Match> {
  // TMDB answers a search for nothing with an error.
  if (wanted.name.trim() === "") return unknown("The export gives no title.");
  const seen: Found[] = [];
  const look = ({ found }: SearchPage): Found[] => {
    seen.push(...found);
    return free(found);
  };
  const free = (found: Found[]) => found.filter((result) => !taken.has(nameAtTmdb(result)));
  const match = await find();
  return match ? withOthers(match, wanted, seen) : undecided(wanted, free(seen));

  async function find(): Promise<Match | null> {
    const titles = otherTitles(wanted, api);
    const first = await api.searchFilms(wanted.name);
    look(first);
    if (first.pages > 1) await lookFurther(first);
    const match = choose(wanted, free(seen)) ?? (await titles.choose(free(seen)));
    if (match) return orSeries(match);

    for (const spelling of otherSpellings(wanted.name)) {
      look(await api.searchFilms(spelling));
      const match = choose(wanted, free(seen)) ?? (await titles.choose(free(seen)));
      if (match) return match;
    }
    const series = look(await api.searchSeries(wanted.name));
    const bySeries = choose(wanted, series);
    if (bySeries) return bySeries;

    const byPart = chooseByPart(wanted, free(seen));
    if (byPart) return byPart;

    return choose(wanted, look(await api.searchFilms(wanted.name, { adult: true })));
  }

  /** A film of another year that hardly anybody rated may only share its title with a series. */
  async function orSeries(match: Match): Promise<Match> {
    const film = free(seen).find(({ id }) => match.type === "movie" && match.id === id);
    if (!film || wanted.year === null || film.year === wanted.year) return match;
    if (film.votes >= VOTES_FEW) return match;
    const [series] = acceptable(wanted, look(await api.searchSeries(wanted.name)), "title");
    if (!series) return match;
    if (series.votes >= VOTES_LEAST) return choose(wanted, [series]) ?? match;
    const reason = `A series from ${series.year}, or a film from ${film.year} that hardly anybody rated.`;
    return doubtful(reason, [series, film], GUESS);
  }

  /** A title that many films share fills the first page; the year brings the others to light. */
  async function lookFurther(first: SearchPage): Promise<void> {
    const last = first.found.at(-1);
    const isCrowded = last !== undefined && sameTitle(wanted.name, last.title, "title");
    const [best] = acceptable(wanted, free(seen), "title");
    if (best && (!isCrowded || best.year === wanted.year)) return;
    if (wanted.year === null || first.pages === 2) {
      look(await api.searchFilms(wanted.name, { page: 2 }));
      return;
    }
    for (const off of YEARS) {
      const year = wanted.year + off;
      look(await api.searchFilms(wanted.name, { year }));
      if (acceptable(wanted, free(seen), "title").length > 0) return;
    }
  }
}

/**
 * A result of another title was found by one that TMDB does not show. When that is exactly the wanted
 * one, it is the film.
 */
function otherTitles(wanted: Wanted, api: Api) {
  const lookedInto = new Set<number>();
  return {
    async choose(found: Found[]): Promise<Match | null> {
      if (wanted.year === null) return null;
      const likely = found
        .filter(({ type, id }) => type === "movie" && !lookedInto.has(id))
        .filter((result) => yearFits(wanted.year, result))
        .sort((a, b) => b.votes - a.votes)
        .slice(0, LOOKED_INTO - lookedInto.size);
      for (const result of likely) {
        lookedInto.add(result.id);
        const titles = await titlesOf(result.id);
        if (!titles.some((title) => sameTitle(wanted.name, title, "title"))) continue;
        return matched(result, 0.85, `A film also known by this title, “${result.title}” at TMDB.`);
      }
      return null;
    },
  };

  /** None of a film that TMDB has deleted and its search still names. */
  async function titlesOf(id: number): Promise<string[]> {
    try {
      return (await api.film(id)).titles;
    } catch (error) {
      if (!isAbsence(error)) throw error;
      return [];
    }
  }
}

/**
 * “Glass Onion” for “Glass Onion: A Knives Out Mystery”, of the very year. The other way round it is
 * more often a film about the film.
 */
function chooseByPart(wanted: Wanted, seen: Found[]): Match | null {
  const films = distinct(seen).filter(
    ({ type, year }) => type === "movie" && wanted.year !== null && year === wanted.year,
  );
  const longer = films.filter(({ title }) => isPart(wanted.name, title));
  const shorter = films.filter(({ title }) => isPart(title, wanted.name));
  const [only] = longer;
  if (only && longer.length === 1) {
    return matched(only, 0.7, `Its title begins that of “${only.title}”.`);
  }
  if (only) return doubtful("Several titles of this year begin with this one.", longer, 0.4);
  return shorter.length > 0
    ? doubtful("A film of this year has the beginning of this title.", shorter, 0.4)
    : null;
}

const isPart = (part: string, title: string): boolean => {
  const short = shortTitle(title);
  return short !== null && fold(short) === fold(part);
};
