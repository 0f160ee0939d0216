import type { Site } from "../site.ts";

/** What the page of the figures as files shows. */
export function dataFiles({ library, format, href }: Site) {
  const films = format.count(library.films.length, "film");
  const meanings = {
    "summary.json":
      "The figures of the whole site: counts, ratings, streaks, and every year, genre, country, language, decade, studio, keyword, collection and person seen twice, with their numbers.",
    "films.json": `${films}, each with its rating, its viewings, its genres, directors and countries, and the film at TMDB it was taken for.`,
    "films.csv": `${films} as a table for a spreadsheet, one row each.`,
  };
  return {
    description: `The figures of ${films} as JSON and CSV.`,
    files: Object.entries(meanings).map(([name, meaning]) => ({
      name,
      href: href(`/data/${name}`),
      meaning,
    })),
    days: library.exactDates ? null : "Days are months, since exact dates are withheld.",
  };
}
