import { setImmediate as turn } from "node:timers/promises";
import { realTiming, type Timing } from "../../src/tmdb/client/timing.ts";
import { type EnrichOptions, enrich } from "../../src/tmdb/enrich/enrich.ts";
import { recordingLog } from "../support/recordingLog.ts";
import type { TmdbServer } from "../tmdbServer/server.ts";

export { MS_PER_DAY as DAY } from "../../src/day.ts";
export { temporaryFolder } from "../support/temporaryFolder.ts";
export { recordingLog };

/** A clock on which sleeping takes no time; `sleeps` holds what was slept, in milliseconds. */
export function quickTiming(changes: Partial<Timing> = {}): Timing & { sleeps: number[] } {
  let time = 0;
  const sleeps: number[] = [];
  return {
    ...realTiming,
    monotonic: () => time,
    async sleep(duration, signal) {
      signal?.throwIfAborted();
      sleeps.push(duration);
      const end = time + duration;
      await turn();
      time = Math.max(time, end);
      signal?.throwIfAborted();
    },
    random: () => 0,
    sleeps,
    ...changes,
  };
}

/** A film as `/movie/{id}` gives it. */
export const film = (id: number, title: string, year: number, more: object = {}) => ({
  id,
  title,
  original_title: title,
  release_date: `${year}-05-17`,
  original_language: "en",
  origin_country: ["GB"],
  runtime: 90,
  genres: [{ id: 18, name: "Drama" }],
  vote_count: 500,
  vote_average: 7.1,
  popularity: 5,
  credits: { cast: [], crew: [{ id: 9, name: "Ida Lupino", job: "Director" }] },
  ...more,
});

export const wanted = (
  name: string,
  year: number | null,
  uri = `https://boxd.it/${name}${year}`,
) => ({
  key: uri,
  uri,
  name,
  year,
});

/** Enriches against the server, all films seen, nothing slow. */
export const enrichFrom = (
  server: TmdbServer,
  options: Pick<EnrichOptions, "films" | "cacheDir"> & Partial<EnrichOptions>,
) =>
  enrich({
    seenCount: options.films.length,
    overrides: [],
    tmdb: { token: "test-token", apiUrl: server.url, requestsPerSecond: 1000, concurrency: 8 },
    offline: false,
    log: recordingLog(),
    timing: quickTiming(),
    ...options,
  });

/** What overrides and cache know, without any network. */
export const readCache = (options: Pick<EnrichOptions, "films" | "cacheDir" | "now">) =>
  enrich({
    seenCount: 0,
    overrides: [],
    tmdb: { token: null, apiUrl: "", requestsPerSecond: 1, concurrency: 1 },
    offline: true,
    log: recordingLog(),
    ...options,
  }).then(({ metadata }) => metadata);
