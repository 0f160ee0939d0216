import { expect, test } from "vitest";
import { describeReport, type EnrichReport } from "../../src/tmdb/enrich.ts";
import type { Match } from "../../src/tmdb/metadata.ts";

const failure = (name: string, message: string) => ({
  key: name,
  name,
  year: 1979,
  seen: true,
  message,
});

const report = (changes: Partial<EnrichReport>): EnrichReport => ({
  requests: 40,
  throttled: 0,
  fromCache: 2,
  fetched: 0,
  stale: 0,
  matched: 2,
  series: 0,
  unmatched: 0,
  unknown: 0,
  unknownUnseen: [],
  doubtful: [],
  failed: [],
  stopped: null,
  seconds: 31.04,
  ...changes,
});

const doubt = (name: string, match: Match, seen = true) => ({
  key: name,
  uri: null,
  name,
  year: 1966,
  match,
  seen,
});
const candidate = { type: "movie" as const, id: 53026, title: "Les créatures", year: 1966 };

test("the end says how many are matched, series, doubtful and unknown, and where to look", () => {
  const creatures = doubt("The Creatures", {
    type: "none",
    confidence: 0.1,
    reason: "Only other titles.",
    candidates: [candidate],
  });
  const guess = doubt("Nobody", { type: "tv", id: 8, confidence: 0.5, reason: "A guess." });
  const counts = { matched: 6, series: 2, unmatched: 4, unknown: 2, doubtful: [creatures, guess] };
  // Of four unmatched one is doubtful and two are unknown: the owner has left one out.
  expect(describeReport(report(counts))).toEqual([
    "The Creatures (1966): Only other titles.",
    "  The Creatures,1966,,movie/53026    ← Les créatures (1966)",
    "Nobody (1966): A guess.",
    "  Nobody,1966,,tv/8",
    "TMDB: 6 films, 2 series, 1 doubtful, 2 unknown, 1 left out by overrides.csv; 1 of them guessed.",
    "TMDB: 40 requests in 31.0 s, 2 films from the cache.",
    "TMDB: the page /about/matching/ says why, with lines ready for overrides.csv.",
  ]);
});

test("of many doubtful films thirty are told, and how many more there are", () => {
  const match: Match = { type: "none", confidence: 0, reason: "Why.", candidates: [candidate] };
  const doubtful = Array.from({ length: 32 }, (_, i) => doubt(`Film ${i}`, match));
  const lines = describeReport(report({ unmatched: 32, doubtful }));
  expect(lines.filter((line) => line.endsWith(": Why."))).toHaveLength(30);
  expect(lines.slice(60, 62)).toEqual([
    "… and 2 films more in doubt",
    "TMDB: 2 films, 0 series, 32 doubtful, 0 unknown.",
  ]);
});

test("films of lists and the watchlist alone are told in the log, for no page names them", () => {
  const match: Match = { type: "none", confidence: 0, reason: "Why.", candidates: [candidate] };
  const unknownUnseen = Array.from({ length: 12 }, (_, i) => ({ name: `Film ${i}`, year: 1990 }));
  const only = report({
    unmatched: 13,
    unknown: 12,
    unknownUnseen,
    doubtful: [doubt("A", match, false)],
  });
  expect(describeReport(only).filter((line) => !line.startsWith("  "))).toEqual([
    "A (1966): Why.",
    "TMDB: 2 films, 0 series, 1 doubtful, 12 unknown.",
    "TMDB: 40 requests in 31.0 s, 2 films from the cache.",
    `TMDB: of films on lists and the watchlist only, which no page names: 1 doubtful, named above; 12 unknown: ${unknownUnseen
      .slice(0, 10)
      .map(({ name }) => `${name} (1990)`)
      .join(", ")}, and 2 more.`,
  ]);
  const one = report({ unmatched: 2, unknown: 2, unknownUnseen: unknownUnseen.slice(0, 1) });
  expect(describeReport(one).slice(-2)).toEqual([
    "TMDB: the page /about/matching/ says why, with lines ready for overrides.csv.",
    "TMDB: of films on lists and the watchlist only, which no page names: 1 unknown: Film 0 (1990).",
  ]);
});

test("many doubtful films that are seen hide none of the others", () => {
  const match: Match = { type: "none", confidence: 0, reason: "Why.", candidates: [candidate] };
  const doubtful = Array.from({ length: 64 }, (_, i) => doubt(`Film ${i}`, match, i < 32));
  const lines = describeReport(report({ unmatched: 64, doubtful }));
  const told = lines.filter((line) => line.endsWith(": Why.")).map((line) => line.split(" ")[1]);
  expect(told).toEqual(
    [...Array(30).keys(), ...[...Array(30).keys()].map((i) => 32 + i)].map(String),
  );
  expect(lines).toContain("… and 4 films more in doubt");
});

test("an outage is one line, after what it amounts to", () => {
  const refused = "/search/movie: ECONNREFUSED connect ECONNREFUSED 127.0.0.1:9";
  const stopped = `TMDB is out of reach. Last: ${refused}`;
  const failed = [
    failure("Stalker", refused),
    failure("Ran", stopped),
    failure("Ordet", refused),
    failure("Playtime", "/movie/4: TMDB answered 500 (no explanation)"),
  ];
  expect(describeReport(report({ failed, stopped }))).toEqual([
    "TMDB: 2 films, 0 series, 0 doubtful, 0 unknown.",
    "TMDB: 40 requests in 31.0 s, 2 films from the cache.",
    `TMDB: stopped early. ${stopped}`,
    "TMDB: no data for 4 films:",
    `  2 films: ${refused}`,
    `  Ran (1979): ${stopped}`,
    "  Playtime (1979): /movie/4: TMDB answered 500 (no explanation)",
  ]);
});

test("details that fail alike are told together, whatever the film's id", () => {
  const failed = [1, 22, 333].map((id) => failure(`Film ${id}`, `/movie/${id}: no answer in time`));
  expect(describeReport(report({ failed })).slice(2)).toEqual([
    "TMDB: no data for 3 films:",
    "  3 films: /movie/…: no answer in time",
  ]);
});

test("ten reasons are told, and of how many films the rest is", () => {
  const failed = Array.from({ length: 13 }, (_, i) => failure(`Film ${i}`, `reason ${i}`));
  const lines = describeReport(report({ failed: [...failed, failure("Last", "reason 12")] }));
  // Two lines of counts, one of the sum, ten reasons, and films 10, 11, 12 and the last.
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toBe("  … and 4 films more");
});
