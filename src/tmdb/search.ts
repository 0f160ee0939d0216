import type { Api, SearchPage } from "./api.ts";
import { fold } from "./fold.ts";
import {
  acceptable,
  choose,
  doubtful,
  type Found,
  matched,
  nearest,
  sameTitle,
  type Wanted,
  yearFits,
} from "./match.ts";
import type { Match } from "./metadata.ts";
import { otherSpellings, shortTitle } from "./spelling.ts";

/** How many results are looked into for the titles that other countries use. */
const LOOKED_INTO = 3;

/**
 * Searches TMDB for one film, one request where that is enough, and more only while nothing is
 * acceptable: the years of a crowded title, other titles, other spellings, series, adult films.
 *
 * @param taken ids (`movie/12`) that other films of the same name and year have
 */
export async function search(
  wanted: Wanted,
  api: Api,
  taken: Set<string> = new Set(),
): Promise<Match> {
  // TMDB answers a search for nothing with an error.
  if (wanted.name.trim() === "") return doubtful("The export gives no title.", []);
  const seen: Found[] = [];
  const look = async (page: Promise<SearchPage>): Promise<Found[]> => {
    const found = (await page).found.filter(({ type, id }) => !taken.has(`${type}/${id}`));
    seen.push(...found);
    return found;
  };

  const first = await api.searchFilms(wanted.name);
  const firstFound = await look(Promise.resolve(first));
  if (first.pages > 1) await lookFurther(wanted, api, firstFound, seen, look);

  const byTitle = choose(wanted, seen, "title") ?? choose(wanted, seen, "spelling");
  if (byTitle) return byTitle;

  const byOtherTitle = await chooseByOtherTitle(wanted, firstFound, api);
  if (byOtherTitle) return byOtherTitle;

  for (const spelling of otherSpellings(wanted.name)) {
    const found = await look(api.searchFilms(spelling));
    const match =
      choose(wanted, seen, "spelling") ?? (await chooseByOtherTitle(wanted, found, api));
    if (match) return match;
  }

  const series = await look(api.searchSeries(wanted.name));
  const bySeries = choose(wanted, series, "title") ?? choose(wanted, series, "spelling");
  if (bySeries) return bySeries;

  const byPart = chooseByPart(wanted, seen);
  if (byPart) return byPart;

  if (seen.length === 0) {
    const adult = await look(api.searchFilms(wanted.name, { adult: true }));
    const byAdult = choose(wanted, adult, "title");
    if (byAdult) return byAdult;
  }
  if (seen.length === 0) return doubtful("TMDB finds nothing of this title.", []);
  const reason = "TMDB finds nothing of this title and year.";
  return { type: "none", confidence: 0, reason, candidates: nearest(wanted, seen) };
}

/** A title that many films share fills the first page; the year brings the others to light. */
async function lookFurther(
  wanted: Wanted,
  api: Api,
  first: Found[],
  seen: Found[],
  look: (page: Promise<SearchPage>) => Promise<Found[]>,
): Promise<void> {
  const last = first.at(-1);
  const crowded = last !== undefined && sameTitle(wanted.name, last.title, "title");
  const [best] = acceptable(wanted, seen, "title");
  if (best && (!crowded || best.year === wanted.year)) return;
  if (wanted.year === null) {
    await look(api.searchFilms(wanted.name, { page: 2 }));
    return;
  }
  for (const year of [wanted.year, wanted.year + 1]) {
    await look(api.searchFilms(wanted.name, { year }));
    if (acceptable(wanted, seen, "title").length > 0) return;
  }
}

/**
 * A result of another title was found by one that TMDB does not show. When that is exactly the wanted
 * one, it is the film.
 */
async function chooseByOtherTitle(wanted: Wanted, found: Found[], api: Api): Promise<Match | null> {
  if (wanted.year === null) return null;
  const likely = found
    .filter((result) => result.type === "movie" && yearFits(wanted.year, result.year))
    .sort((a, b) => b.votes - a.votes)
    .slice(0, LOOKED_INTO);
  for (const result of likely) {
    const { titles } = await api.film(result.id);
    if (!titles.some((title) => sameTitle(wanted.name, title, "title"))) continue;
    return matched(result, 0.85, `A film also known by this title, “${result.title}” at TMDB.`);
  }
  return null;
}

/** “Glass Onion” for “Glass Onion: A Knives Out Mystery”, or the other way round. */
function chooseByPart(wanted: Wanted, seen: Found[]): Match | null {
  if (wanted.year === null) return null;
  const parts = seen.filter(
    (result) => yearFits(wanted.year, result.year) && isPart(wanted.name, result.title),
  );
  const [only, another] = [
    ...new Map(parts.map((part) => [`${part.type}/${part.id}`, part])).values(),
  ];
  if (!only) return null;
  if (another)
    return doubtful("Several titles begin with or are the beginning of this one.", parts);
  return matched(only, 0.7, `Its title without the subtitle is that of “${only.title}”.`);
}

function isPart(a: string, b: string): boolean {
  const [short, other] = [shortTitle(a), shortTitle(b)];
  return (short !== null && fold(short) === fold(b)) || (other !== null && fold(other) === fold(a));
}
