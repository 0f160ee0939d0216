import type { Api, SearchPage } from "../client/api.ts";
import { type Match, nameAtTmdb } from "../metadata.ts";
import { undecided, withOthers } from "./candidates.ts";
import { choose } from "./choose.ts";
import { partNumber, sameTitle, shortTitle } from "./likeness.ts";
import { lookInto } from "./matchByDetails.ts";
import { fold } from "./normaliseTitle.ts";
import {
  acceptable,
  distinct,
  doubtful,
  type Found,
  matched,
  unknown,
  type Wanted,
} from "./searchResults.ts";
import { seriesInstead, unlessLong } from "./seriesInstead.ts";
import { otherSpellings } from "./spelling.ts";

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
    const looked = lookInto(wanted, api);
    const choice = async (): Promise<Match | null> => {
      const match = choose(wanted, free(seen)) ?? (await looked.otherTitle(free(seen)));
      const films = free(seen);
      return (
        match && seriesInstead(await looked.settle(match, films), { wanted, api, films, look })
      );
    };
    const first = await api.searchFilms(wanted.name);
    look(first);
    if (first.pages > 1) await lookFurther(first);
    const match = await choice();
    if (match) return match;

    for (const spelling of otherSpellings(wanted.name)) {
      look(await api.searchFilms(spelling));
      const match = await choice();
      if (match) return match;
    }
    const late = await looked.lateRelease(free(seen));
    if (late) return late;
    const series = look(await api.searchSeries(wanted.name));
    const bySeries = choose(wanted, series);
    if (bySeries) return unlessLong(bySeries, series, api);

    const byPart = chooseByPart(wanted, free(seen));
    if (byPart) return byPart;

    return choose(wanted, look(await api.searchFilms(wanted.name, { adult: true })));
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
  return short !== null && fold(short) === fold(part);
};
