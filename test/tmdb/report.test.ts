import { expect, test } from "vitest";
import { describeReport, type EnrichReport } from "../../src/tmdb/enrich.ts";

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
  doubtful: [],
  failed: [],
  stopped: null,
  seconds: 31.04,
  ...changes,
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
    "TMDB: 2 films, 0 series, 0 unmatched.",
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
