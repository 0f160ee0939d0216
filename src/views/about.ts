import type { Site } from "../site.ts";
import { countAsked, countFilms, type FilmCounts, isMatched, isSeries } from "../stats/counts.ts";
import { aboutOpening, howToAsk, moreWithout, rowsRead, whatIsPublic } from "../words/about.ts";
import { definitions } from "../words/definitions.ts";
import { describeAbout } from "../words/descriptions.ts";
import { pagesStart } from "../words/pageLimits.ts";

/** The most films that the page lists, so that it stays light. */
const listed = 1000;

/** What the page about the figures shows. */
export function about(site: Site) {
  const { library, href } = site;
  const isUnasked = countAsked(library.films) === 0;
  return {
    description: describeAbout(site),
    opening: aboutOpening(site),
    coverage: coverage(site),
    rowsRead: rowsRead(site),
    pagesStart: pagesStart(library.pageLimits),
    matching: href("/about/matching/"),
    howToAsk: isUnasked && library.films.length > 0 ? howToAsk(site) : null,
    without: isUnasked ? null : filmsWithout(site),
    definitions: definitions(site),
    whatIsPublic: whatIsPublic(site),
  };
}

const meanings: [name: string, count: keyof FilmCounts, meaning: string][] = [
  ["Seen", "seen", "every film of watched, ratings, diary and reviews"],
  ["In the diary", "dated", "with a day: only these enter a timeline"],
  ["Rated", "rated", "the latest rating counts"],
  ["Liked", "liked", "seen and liked"],
  ["Found at TMDB", "matched", "these have genres, people, countries"],
  ["Series at TMDB", "series", "counted as seen, in no figure that needs TMDB"],
  ["Not found", "unmatched", "unknown, doubtful or never asked"],
  ["With a runtime", "withRuntime", "hours are the sum over these"],
  ["Shorts", "shorts", "1 to 40 minutes"],
];

/** How many films were seen, and for how many of them data is known. */
function coverage({ library, format }: Site) {
  const counts = countFilms(library.films);
  return meanings
    .filter(([, key]) => key === "seen" || counts[key] > 0)
    .map(([name, key, meaning]) => ({ name, count: format.integer(counts[key]), meaning }));
}

/** Films that TMDB was asked about and does not know; null if there are none. */
function filmsWithout(site: Site) {
  const { library, format, href } = site;
  const films = library.films.filter((film) => !isMatched(film) && !isSeries(film));
  if (films.length === 0) return null;
  return {
    summary: `${format.count(films.length, "film")} without data from TMDB`,
    films: films.slice(0, listed).map(({ name, year, path }) => ({ name, year, href: href(path) })),
    more: films.length > listed ? moreWithout(site, films.length - listed) : null,
  };
}
