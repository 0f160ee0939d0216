import type { Film } from "../library/film.ts";
import { byTitle } from "../library/titleOrder.ts";
import type { Site } from "../site.ts";
import { describeFilms } from "../words/descriptions.ts";
import { filmsHeadline } from "../words/headlines.ts";

/** What the page of all films shows: the newest years first, films without a year last. */
export function films(site: Site) {
  const years = [...Map.groupBy(site.library.films, ({ year }) => year)].sort(
    ([a], [b]) => (b ?? 0) - (a ?? 0),
  );
  return {
    description: describeFilms(site),
    heading: filmsHeadline(site),
    decades: decades(years.map(([year]) => year)),
    years: years.map(([year, own]) => filmsOfYear(site, year, own)),
  };
}

const idOf = (year: number | null): string => `y${year ?? "none"}`;

/** Links to decades. Each leads to the newest year of its decade. */
function decades(years: (number | null)[]) {
  const groups = Map.groupBy(years, (year) => (year === null ? null : Math.floor(year / 10) * 10));
  return [...groups].map(([decade, [newest = null]]) => ({
    text: decade === null ? "no year" : `${decade}s`,
    href: `#${idOf(newest)}`,
  }));
}

const filmsOfYear = ({ format, href }: Site, year: number | null, films: Film[]) => ({
  id: idOf(year),
  name: `${year ?? "No year"}`,
  count: format.count(films.length, "film"),
  films: films
    .toSorted(byTitle)
    .map(({ name, path, rating }) => ({ name, href: href(path), rating })),
});
