import { describe, expect, test } from "vitest";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import type { Fault, FaultRequest } from "../../tmdbServer/server.ts";
import { DAY } from "../world.ts";
import { again, films, onceEach, REQUESTS, trial } from "./trial.ts";

const html = (title: string) => `<html><body><h1>${title}</h1></body></html>`;
const json = (status_code: number, status_message: string) =>
  JSON.stringify({ success: false, status_code, status_message });

/** /movie/110 is Vampyr. */
const vampyr =
  (fault: Fault) =>
  ({ path }: FaultRequest) =>
    path === "/3/movie/110" ? fault : undefined;

describe("401", () => {
  const message = "Invalid API key: You must be granted a valid key.";
  const refusal: Fault = { status: 401, body: json(7, message) };

  test("at the start: one request, exit 1, what to do, the cache as it was", async () => {
    const outcome = await trial(() => refusal);
    expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
    expect(outcome.said).toBe(
      `TMDB refuses the token: ${message}\nCheck TMDB_API_TOKEN against https://www.themoviedb.org/settings/api, or remove it to build without TMDB.`,
    );
    expect(outcome.server.counters.requests).toBe(1);
    expect(await again(outcome)).toBe(REQUESTS);
  });

  test("in the middle: exit 1, and the nine answers before it stay", async () => {
    const fault = ({ number }: FaultRequest) => (number >= 10 ? refusal : undefined);
    const outcome = await trial(fault, { tmdb: { concurrency: 1 } });
    expect(outcome.code).toBe(1);
    expect(outcome.said).toMatch(/^TMDB refuses the token/);
    expect(outcome.stored.matches + outcome.stored.films).toBe(9);
    expect(await again(outcome)).toBe(REQUESTS - 9);
  });
});

describe("404", () => {
  test("for the details of a film that a search named: unmatched, and searched again after a week", async () => {
    const key = "match https://boxd.it/Vampyr1932";
    const outcome = await trial(vampyr({ status: 404, body: json(34, "Not found.") }), {
      except: [key],
    });
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 11 } });
    expect(outcome.said).toContain("17 films, 1 not found at TMDB");
    expect(outcome.metadata.get("https://boxd.it/Vampyr1932")?.match).toMatchObject({
      type: "none",
      reason: "TMDB's search names movie/110, but TMDB has no such page.",
    });
    expect(await again(outcome, () => Date.now() + 7 * DAY)).toBeGreaterThan(0);
  });

  test.each([
    ["HTML", html("404 Not Found")],
    ["nothing", ""],
    ["JSON of another code", json(6, "Invalid id.")],
  ])(
    "with %s for the details of one film: its name and the reason, exit 0, no miss",
    async (_, body) => {
      const outcome = await trial(vampyr({ status: 404, body }));
      expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 11 } });
      expect(outcome.said).toContain("Vampyr (1932): /movie/110: TMDB answered 404 (");
      expect(outcome.server.counters.paths.get("/3/movie/110")).toBe(1);
      expect(await again(outcome)).toBe(1);
    },
  );

  test("with HTML while details are refreshed: those that are stored stay", async () => {
    const notFound: Fault = { status: 404, body: html("404 Not Found") };
    const isDetails = ({ path }: FaultRequest) => path.startsWith("/3/movie/");
    const outcome = await trial((request) => (isDetails(request) ? notFound : undefined), {
      films: films.slice(0, 6),
      refresh: true,
    });
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 0, films: 0 } });
    expect(outcome.said).toContain("TMDB: 6 films.");
    expect(outcome.said).toContain("6 not refreshed");
  });

  test("for everything, as where TMDB_API_URL is wrong: exit 1, nothing is taken for a miss", async () => {
    const outcome = await trial(() => ({ status: 404, body: html("404") }));
    expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
    expect(outcome.said).toContain("no data for 12 films");
    expect(outcome.said).toContain("TMDB answered 404");
    expect(await again(outcome)).toBe(REQUESTS);
  });
});

describe.each([400, 403, 405, 406, 422])("%i is final", (status) => {
  const fault: Fault = { status, body: json(18, "Validation failed.") };

  test("for one film: one request, its name and the reason, exit 0, the others stored", async () => {
    const outcome = await trial(vampyr(fault));
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 11 } });
    expect(outcome.said).toContain(
      `Vampyr (1932): /movie/110: TMDB answered ${status} (Validation failed.)`,
    );
    expect(outcome.server.counters.paths.get("/3/movie/110")).toBe(1);
    expect(await again(outcome)).toBe(1);
  });

  test("for everything: each asked once, exit 1, nothing stored", async () => {
    const outcome = await trial(() => fault);
    expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
    expect(outcome.server.counters.requests).toBeLessThanOrEqual(12);
    expect(await again(outcome)).toBe(REQUESTS);
  });
});

describe.each<[string, Fault]>([
  ["500", { status: 500, body: json(11, "Internal error: Something went wrong, contact TMDB.") }],
  ["502", { status: 502, body: html("502 Bad Gateway") }],
  ["503", { status: 503, body: json(9, "Service offline.") }],
  ["504", { status: 504 }],
  ["301", { status: 301, headers: { location: "/login" } }],
  ["302", { status: 302, headers: { location: "https://portal.invalid/" } }],
  ["307", { status: 307, headers: { location: "//portal.invalid/" }, body: html("307") }],
  ["308", { status: 308 }],
])("%s may pass", (status, fault) => {
  test("once for each address: asked twice, everything stored, exit 0, nothing to read of it", async () => {
    const isFirst = onceEach();
    const outcome = await trial(({ path, query }) => (isFirst(path, query) ? fault : undefined));
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
    expect(outcome.server.counters.requests).toBe(2 * REQUESTS);
    expect(outcome.said).toMatch(/^TMDB: 18 films\.\nTMDB: 48 requests/);
    expect(await again(outcome)).toBe(0);
  });

  test("always for one film: five tries, its name and the reason, exit 0, the others stored", async () => {
    const outcome = await trial(vampyr(fault));
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 11 } });
    expect(outcome.said).toContain(`Vampyr (1932): /movie/110: TMDB answered ${status} (`);
    expect(outcome.server.counters.paths.get("/3/movie/110")).toBe(5);
    expect(await again(outcome)).toBe(1);
  });

  test("for ever: exit 1, the cache as it was", async () => {
    const outcome = await trial(() => fault);
    expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
    expect(outcome.said).toContain("no data for 12 films");
    expect(outcome.said).toContain(`/search/movie: TMDB answered ${status} (`);
    expect(outcome.server.counters.requests).toBeLessThanOrEqual(5 * 12);
    expect(await again(outcome)).toBe(REQUESTS);
  });
});

test("a redirect is not followed, so that no stranger gets the token", async () => {
  const stranger = await runTmdbServer({ films: [] });
  const isFirst = onceEach();
  const outcome = await trial(({ path, query }) =>
    isFirst(path, query)
      ? { status: 302, headers: { location: `${stranger.url}${path.slice(2)}?${query}` } }
      : undefined,
  );
  expect(outcome.code).toBe(0);
  expect(stranger.counters).toMatchObject({ requests: 0, connections: 0 });
});
