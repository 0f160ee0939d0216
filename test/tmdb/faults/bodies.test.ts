import { describe, expect, test } from "vitest";
import type { Fault, FaultRequest } from "../../tmdbServer/server.ts";
import { again, onceEach, REQUESTS, trial } from "./trial.ts";

const json = (body: unknown): Fault => ({ status: 200, body: JSON.stringify(body) });
const portal = "<html><title>Sign in to the hotel's network</title></html>";
const plain = { "content-type": "application/json" };
const gzip = { ...plain, "content-encoding": "gzip" };

/** Answers of 200 that hold nothing of use, and what is said of them. */
const useless: [string, Fault, string][] = [
  ["nothing", { status: 200 }, "other than JSON (nothing)"],
  ["nothing, called JSON", { status: 200, headers: plain }, "other than JSON"],
  ["HTML", { status: 200, body: portal }, "other than JSON (text/html)"],
  [
    "HTML, called JSON",
    { status: 200, body: portal, headers: plain },
    "other than JSON (application/json)",
  ],
  ["JSON that breaks off", { status: 200, body: '{"id":110,"title":"Vam' }, "other than JSON"],
  ["what is not compressed, called so", { status: 200, body: "{}", headers: gzip }, "header"],
  ["null", { status: 200, body: "null", headers: plain }, "is not what was asked for"],
  ["a list", json([]), "is not what was asked for"],
  ["an empty object", json({}), "is not what was asked for"],
  ["an error", json({ success: false, status_code: 11 }), "is not what was asked for"],
  [
    "wrong types",
    json({ id: "110", title: 7, results: "none", total_pages: null }),
    "is not what was asked for",
  ],
  ["half of it, and the end", "truncate", "/movie/110: "],
];

describe.each(useless)("a 200 with %s", (_, fault, reason) => {
  test("once for each address: asked again, everything stored, exit 0", async () => {
    const isFirst = onceEach();
    const outcome = await trial(({ path, query }) => (isFirst(path, query) ? fault : undefined));
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
    expect(outcome.server.counters.requests).toBe(2 * REQUESTS);
    expect(await again(outcome)).toBe(0);
  });

  test("always for one film: five tries, its name and the reason, exit 0, the others stored", async () => {
    const outcome = await trial(({ path }) => (path === "/3/movie/110" ? fault : undefined));
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 11 } });
    expect(outcome.said).toContain("Vampyr (1932): /movie/110: ");
    expect(outcome.said).toContain(reason);
    expect(outcome.server.counters.paths.get("/3/movie/110")).toBe(5);
    expect(await again(outcome)).toBe(1);
  });

  test("for ever: exit 1, the cache as it was", async () => {
    const outcome = await trial(() => fault);
    expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
    expect(outcome.said).toContain("no data for 12 films");
    expect(await again(outcome)).toBe(REQUESTS);
  });
});

test("a search that finds nothing is an answer, and is kept as one for a week", async () => {
  const nothing = json({ page: 1, results: [], total_pages: 1, total_results: 0 });
  const outcome = await trial(
    ({ path, query }) =>
      path.startsWith("/3/search/") && query.get("query") === "Vampyr" ? nothing : undefined,
    { except: ["match https://boxd.it/Vampyr1932"] },
  );
  expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 11 } });
  expect(outcome.said).toContain("17 films, 1 not found at TMDB");
});

test("details of another film are refused, and not stored under either", async () => {
  const other = ({ path }: FaultRequest) =>
    path === "/3/movie/110" ? json({ id: 101, title: "Stalker", runtime: 1 }) : undefined;
  const outcome = await trial(other);
  expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 11 } });
  expect(outcome.said).toContain("Vampyr (1932): /movie/110: TMDB's answer is not what was");
  expect(await again(outcome)).toBe(1);
});

test("keys that TMDB adds, and unknowns as it writes them, are no fault", async () => {
  const odd = json({
    id: 110,
    title: "Vampyr",
    original_title: "Vampyr",
    release_date: "",
    runtime: 0,
    softcore: false,
    genres: null,
    poster_path: null,
    belongs_to_collection: null,
    credits: { cast: [], crew: [] },
  });
  const outcome = await trial(({ path }) => (path === "/3/movie/110" ? odd : undefined), {
    except: ["film 110"],
  });
  expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
  expect(outcome.metadata.get("https://boxd.it/Vampyr1932")?.film).toMatchObject({
    runtime: null,
    releaseDate: null,
    genres: [],
  });
});
