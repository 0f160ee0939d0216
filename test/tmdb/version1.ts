import { openCache } from "../../src/tmdb/cache/cache.ts";
import type { ExportFilm } from "../../src/tmdb/metadata.ts";
import { recordingLog, temporaryFolder } from "./world.ts";

/** Details of a film as version 1 stored them, written by hand from a real cache. */
export const filmOfVersion1 = {
  version: 1,
  at: 0,
  details: {
    id: 1398,
    title: "Stalker",
    originalTitle: "Сталкер",
    releaseDate: "1979-05-25",
    runtime: 162,
    genres: [{ id: 878, name: "Science Fiction" }],
    originCountries: ["RU"],
    productionCountries: ["SU"],
    originalLanguage: "ru",
    companies: [{ id: 88367, name: "Mosfilm" }],
    keywords: [{ id: 4565, name: "dystopia" }],
    collection: null,
    cast: [
      { id: 77322, name: "Alisa Freyndlikh", character: "Stalker's Wife", order: 0 },
      { id: 1190, name: "Alexandr Kaydanovskiy", character: "Stalker", order: 1 },
    ],
    crew: [
      { id: 8452, name: "Andrei Tarkovsky", role: "director" },
      { id: 8453, name: "Arkadiy Strugatskiy", role: "writer" },
      { id: 8459, name: "Eduard Artemyev", role: "composer" },
      { id: 8455, name: "Aleksandr Knyazhinskiy", role: "cinematographer" },
      { id: 8462, name: "Lyudmila Feyginova", role: "editor" },
      { id: 8457, name: "Aleksandra Demidova", role: "producer" },
    ],
    poster: "/lUE0Bp7wH0EterJ44qMRsqtKFnp.jpg",
    voteAverage: 8.1,
    voteCount: 2000,
    imdbId: "tt0079944",
  },
};

/** The same of a series. */
export const seriesOfVersion1 = {
  version: 1,
  at: 0,
  details: {
    id: 91275,
    title: "Small Axe",
    originalTitle: "Small Axe",
    firstAirDate: "2020-11-15",
    lastAirDate: "2020-12-13",
    creators: [{ id: 72983, name: "Steve McQueen" }],
    networks: [{ id: 4, name: "BBC One" }],
    genres: [{ id: 18, name: "Drama" }],
    originCountries: ["GB"],
    originalLanguage: "en",
    cast: [{ id: 1, name: "Letitia Wright", character: "Altheia", order: 0 }],
    episodes: 5,
    seasons: 1,
    poster: null,
  },
};

/** A cache as version 1 left it at `at`, with one record for each film of the export. */
export async function cacheOfVersion1(
  films: (ExportFilm & { type: "movie" | "tv"; id: number })[],
  at: number,
): Promise<string> {
  const cacheDir = temporaryFolder();
  const cache = await openCache(cacheDir, { log: recordingLog() });
  for (const { key, name, year, type, id } of films) {
    const match = { type, id, confidence: 1, reason: "Title and year are the same." };
    await cache.match.set(key, { version: 4, at, name, year, match, misses: 0 });
    const { version, details } = type === "movie" ? filmOfVersion1 : seriesOfVersion1;
    const record = { version, at, details: { ...details, id, title: name } };
    await (type === "movie" ? cache.film : cache.series).set(`${id}`, record);
  }
  await cache.close();
  return cacheDir;
}
