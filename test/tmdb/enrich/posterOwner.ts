import { join } from "node:path";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { DAY, enrichFrom, film, recordingLog, temporaryFolder, wanted } from "../world.ts";

export const catalogue = [
  film(100, "Stalker", 1979, { poster_path: "/stalker.jpg" }),
  film(101, "Playtime", 1967, { poster_path: "/play-time_2.jpg" }),
  film(102, "Ordet", 1955, { poster_path: null }),
];
export const seen = [wanted("Stalker", 1979), wanted("Playtime", 1967), wanted("Ordet", 1955)];
export const files = [
  "w154/play-time_2.jpg",
  "w154/stalker.jpg",
  "w342/play-time_2.jpg",
  "w342/stalker.jpg",
];
/** Day 0. */
export const START = 1e12;

/** Somebody who wants posters in the cache, in `folder`; `run` enriches so many days after the first. */
export async function posterOwner({ films = catalogue as object[], token = "test-token" } = {}) {
  const server = await runTmdbServer({ films, tokens: [token] });
  const cacheDir = temporaryFolder();
  const log = recordingLog();
  const run = (day = 0, more: object = {}) =>
    enrichFrom(server, {
      films: seen,
      cacheDir,
      tmdb: {
        token,
        apiUrl: server.url,
        imageUrl: server.imageUrl,
        requestsPerSecond: 1000,
        concurrency: 8,
      },
      extras: { filmographies: 0, collections: false, posters: true },
      now: () => START + day * DAY,
      log,
      ...more,
    });
  return { server, run, log, folder: join(cacheDir, "posters") };
}

/** The posters that may be shown. */
export const shown = ({
  extras,
}: Awaited<ReturnType<Awaited<ReturnType<typeof posterOwner>>["run"]>>) =>
  [...(extras.posters?.files ?? [])].sort();
