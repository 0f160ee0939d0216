import { createServer, type LookupFunction, type Socket } from "node:net";
import { describe, expect, test } from "vitest";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import type { Fault } from "../../tmdbServer/server.ts";
import { quickTiming } from "../world.ts";
import { again, films, onceEach, REQUESTS, trial } from "./trial.ts";

/** Long enough for an answer on this machine. */
const impatient = () => quickTiming({ requestTimeout: 250 });

describe.each<[string, Fault, string, number?]>([
  ["a reset connection", "reset", "ECONNRESET"],
  ["no answer in time", "hang", "no answer in time"],
  ["half an answer, and no more in time", "hang-body", "no answer in time"],
  ["an answer that drips for too long", "drip", "no answer in time", 50],
])("%s", (_, fault, reason, dripInterval = 1) => {
  const options = () => ({ timing: impatient(), dripInterval });

  test("once for each address: asked again, everything stored, exit 0", async () => {
    const isFirst = onceEach();
    const choose = (path: string, query: URLSearchParams) =>
      isFirst(path, query) ? fault : undefined;
    const outcome = await trial(({ path, query }) => choose(path, query), options());
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
    expect(outcome.server.counters.requests).toBeGreaterThanOrEqual(2 * REQUESTS);
    expect(await again(outcome)).toBe(0);
  });

  test("always for one film: five tries, its name and the reason, exit 0, the others stored", async () => {
    const choose = ({ path }: { path: string }) => (path === "/3/movie/110" ? fault : undefined);
    const outcome = await trial(choose, options());
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 11 } });
    expect(outcome.said).toContain("Vampyr (1932): /movie/110: ");
    expect(outcome.said).toContain(reason);
    expect(outcome.server.counters.paths.get("/3/movie/110")).toBe(5);
    expect(await again(outcome)).toBe(1);
  });

  test("for ever: exit 1, the cache as it was", async () => {
    const outcome = await trial(() => fault, options());
    expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
    expect(outcome.said).toContain("no data for 12 films");
    expect(outcome.said).toContain(reason);
    expect(await again(outcome)).toBe(REQUESTS);
  });
});

test("a slow drip within the time of a request is waited for", async () => {
  const outcome = await trial(({ path }) => (path === "/3/movie/110" ? "drip" : undefined));
  expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
  expect(outcome.server.counters.requests).toBe(REQUESTS);
  expect(await again(outcome)).toBe(0);
});

describe("no way to TMDB", () => {
  const failing: LookupFunction = (name, _options, done) => {
    const message = `getaddrinfo ENOTFOUND ${name}`;
    done(Object.assign(new Error(message), { code: "ENOTFOUND" }), "", 0);
  };

  test("its name is unknown: exit 1, the cache as it was", async () => {
    const outcome = await trial(null, {
      tmdb: { apiUrl: "http://api.themoviedb.invalid/3" },
      lookup: failing,
    });
    expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
    expect(outcome.said).toContain("no data for 12 films");
    expect(outcome.said).toContain(
      "TMDB cannot be reached (ENOTFOUND api.themoviedb.invalid). Are you online? TMDB_API_URL is http://api.themoviedb.invalid/3.",
    );
    expect(outcome.server.counters.requests).toBe(0);
    expect(await again(outcome)).toBe(REQUESTS);
  });

  // To Node a connection is made when both sides have agreed on the keys; this one is taken and left
  // without a word, as by a firewall.
  test("it takes no connection: given up in time, five times, exit 1, the cache as it was", async () => {
    const attempts: Socket[] = [];
    const deaf = createServer((socket) => void attempts.push(socket.on("error", () => {})));
    await new Promise<void>((resolve) => deaf.listen(0, "127.0.0.1", resolve));
    const address = deaf.address();
    const port = typeof address === "object" ? address?.port : null;
    try {
      const outcome = await trial(null, {
        films: films.slice(0, 12),
        tmdb: { apiUrl: `https://127.0.0.1:${port}/3` },
        timing: quickTiming({ connectTimeout: 50, requestTimeout: 60_000 }),
      });
      expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
      expect(outcome.said).toContain("no data for 6 films");
      expect(outcome.said).toMatch(/TMDB cannot be reached \(no connection to \S+ in time\)/);
      expect(attempts.length).toBeGreaterThanOrEqual(5);
      expect(attempts.length).toBeLessThanOrEqual(5 * 6);
      expect(await again(outcome)).toBe(REQUESTS);
    } finally {
      for (const socket of attempts) socket.destroy();
      await new Promise((resolve) => deaf.close(resolve));
    }
  });

  test("its name is looked up for ever: given up in time, exit 1", async () => {
    const outcome = await trial(null, {
      films: films.slice(0, 12),
      tmdb: { apiUrl: "http://api.themoviedb.invalid/3" },
      lookup: () => {},
      timing: quickTiming({ connectTimeout: 50, requestTimeout: 60_000 }),
    });
    expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
    expect(outcome.said).toMatch(/TMDB cannot be reached \(no connection to \S+ in time\)/);
  });

  test("nobody listens: exit 1, the cache as it was", async () => {
    const gone = await runTmdbServer({ films: [] });
    await gone.close();
    const outcome = await trial(null, { tmdb: { apiUrl: gone.url } });
    expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
    expect(outcome.said).toContain("no data for 12 films");
    expect(outcome.said).toMatch(/TMDB cannot be reached \(ECONNREFUSED 127\.0\.0\.1:\d+\)/);
    expect(await again(outcome)).toBe(REQUESTS);
  });

  test("it is lost half way: exit 1, what was answered before is stored, and nothing of it is asked again", async () => {
    const outcome = await trial(({ number }) => (number > 13 ? "reset" : undefined), {
      tmdb: { concurrency: 1 },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.said).toContain("ECONNRESET");
    expect(outcome.stored.matches + outcome.stored.films).toBe(13);
    expect(await again(outcome)).toBe(REQUESTS - 13);
  });

  test("it comes back within half a minute: exit 0, everything is stored", async () => {
    const timing = quickTiming();
    const away = () => (timing.monotonic() < 12_000 ? "reset" : undefined);
    const outcome = await trial(away, { timing });
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
    expect(await again(outcome)).toBe(0);
  });
});
