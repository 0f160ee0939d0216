import { expect, test } from "vitest";
import { TMDB_API_URL } from "../../../src/settings.ts";
import { describeCandidate, type Match } from "../../../src/tmdb/metadata.ts";
import {
  describeFailure,
  describeReport,
  describeUnsaved,
} from "../../../src/tmdb/report/describeReport.ts";
import type { EnrichReport } from "../../../src/tmdb/report/enrichReport.ts";
import { type MatchTally, tallyMatches } from "../../../src/tmdb/report/tally.ts";

const failure = (name: string, message: string) => ({
  key: name,
  name,
  year: 1979,
  seen: true,
  message,
});

const tally = (changes: Partial<MatchTally>): MatchTally => ({ ...tallyMatches([]), ...changes });

/** Tallies of films that are all seen. */
const seen = (changes: Partial<MatchTally>) => ({
  tallies: { seen: tally(changes), others: tally({}) },
});

const report = (changes: Partial<EnrichReport>): EnrichReport => ({
  requests: 40,
  throttled: 0,
  fromCache: 2,
  fetched: 0,
  stale: 0,
  outdated: 0,
  matched: 2,
  series: 0,
  unmatched: 0,
  ...seen({ films: 2 }),
  doubtful: [],
  failed: [],
  absent: [],
  unknown: [],
  stopped: null,
  lost: { films: 0, filmographies: 0, collections: 0, posters: 0 },
  unasked: null,
  apiUrl: TMDB_API_URL,
  seconds: 31.04,
  ...changes,
});

const doubt = (name: string, match: Match) => ({ key: name, uri: null, name, year: 1966, match });
const nothing: Match = { type: "none", confidence: 0, reason: "Nothing near.", candidates: [] };
const candidate = { type: "movie" as const, id: 53026, title: "Les créatures", year: 1966 };

test("namesakes are told apart by original title and votes", () => {
  const lucky = { type: "movie" as const, id: 1, title: "Lucky", year: 2017 };
  expect([
    describeCandidate({ ...lucky, votes: 1204 }),
    describeCandidate({ ...lucky, votes: 1, originalTitle: "Лаки" }),
    describeCandidate({ ...lucky, type: "tv", year: null, votes: 0 }),
    describeCandidate(lucky),
  ]).toEqual([
    "Lucky (2017), 1,204 votes",
    "Lucky (Лаки, 2017), 1 vote",
    "Lucky (no year), series, 0 votes",
    "Lucky (2017)",
  ]);
});

test("the end says how many are matched, series, doubtful and unknown, and where to look", () => {
  const creatures = doubt("The Creatures", {
    type: "none",
    confidence: 0.1,
    reason: "Only other titles.",
    candidates: [candidate],
  });
  const guess = doubt("Nobody", { type: "tv", id: 8, confidence: 0.5, reason: "A guess." });
  const counts = seen({ films: 6, series: 2, doubtful: 1, unknown: 2, leftOut: 1, guessed: 1 });
  expect(describeReport(report({ ...counts, doubtful: [creatures, guess] }))).toEqual([
    "The Creatures (1966): Only other titles.",
    "  The Creatures,1966,,movie/53026    ← Les créatures (1966)",
    "Nobody (1966): A guess.",
    "  Nobody,1966,,tv/8",
    "TMDB: 6 films, 2 series, 1 of these matched by best guess (another has the same name and year), 1 in doubt (TMDB has something similar, which is not used), 2 not found at TMDB, 1 without a page at TMDB, as overrides.csv says.",
    "TMDB: 40 requests in 31.0 s, 2 films from the cache.",
    "TMDB: 4 films without a sure match: the page /about/matching/ says why, with lines ready for overrides.csv; npm run doctor -- --all lists them.",
  ]);
});

test("old doubts are only counted, new doubts come with their lines", () => {
  const films = (isReported: boolean) =>
    ["Ran", "Ordet"].map((name) => ({
      ...doubt(name, { ...nothing, reason: "Two.", candidates: [candidate] }),
      isReported,
    }));
  const counts = seen({ films: 6, doubtful: 2 });
  const [known, news] = [films(true), films(false)].map((doubtful) =>
    describeReport(report({ ...counts, doubtful })),
  );
  expect(news?.slice(0, 2)).toEqual([
    "Ran (1966): Two.",
    "  Ran,1966,,movie/53026    ← Les créatures (1966)",
  ]);
  expect(news?.slice(4)).toEqual(known);
  expect(known).toEqual([
    "TMDB: 6 films, 2 in doubt (TMDB has something similar, which is not used).",
    "TMDB: 40 requests in 31.0 s, 2 films from the cache.",
    expect.stringMatching(
      /^TMDB: 2 films without a sure match: .+\/about\/matching\/.+npm run doctor/,
    ),
  ]);
});

test("films that may not be named are counted, and what failed for them is told without its number", () => {
  const secret = doubt("Secret", { ...nothing, reason: "Two.", candidates: [candidate] });
  const open = doubt("Open", { ...nothing, reason: "Two.", candidates: [candidate] });
  const failed = [failure("Secret", "/movie/7: TMDB answered 500 (no explanation)")];
  const unknown = [doubt("Secret", nothing)];
  const counts = seen({ films: 2, doubtful: 2, unknown: 1 });
  const told = (films: ReturnType<typeof doubt>[]) =>
    describeReport(report({ ...counts, doubtful: films, unknown, failed, fetched: 1 }), {
      mayName: ({ key }) => key !== "Secret",
    });
  const lines = told([open, secret]);
  expect(lines.slice(2, 4)).toEqual([
    "… and 1 film more in doubt",
    "… and 1 film more that TMDB does not know",
  ]);
  expect(lines.at(-1)).toBe("  1 film: /movie/…: TMDB answered 500 (no explanation)");
  expect(lines.join("\n")).toContain("Open,1966,,movie/53026");
  expect(lines.join("\n")).not.toMatch(/Secret|\/movie\/7/);
  expect(told([secret]).slice(0, 2)).toEqual(["1 film in doubt", "1 film that TMDB does not know"]);
});

test("enrich says how many films are open and where to see them", () => {
  const told = (changes: Partial<MatchTally>) =>
    describeReport(report(seen(changes)), { isSiteMade: false }).slice(2);
  expect(told({ films: 2, doubtful: 1, unknown: 1, guessed: 1 })).toEqual([
    "TMDB: 3 films without a sure match: npm run doctor -- --all lists them; after npm run build, see /about/matching/ (npm run preview).",
  ]);
  expect(told({ unknown: 1 })[0]).toMatch(/^TMDB: 1 film without a sure match/);
  expect(told({ films: 2, leftOut: 1 })).toEqual([]);
});

test("the unknown are told by name behind the doubtful, ten in all", () => {
  const films = (count: number, match: Match) =>
    Array.from({ length: count }, (_, i) => doubt(`Film ${i}`, match));
  const doubtful = films(8, { ...nothing, reason: "Two.", candidates: [candidate] });
  const lines = describeReport(report({ doubtful, unknown: films(5, nothing) }));
  // Each of the doubtful takes two lines.
  expect(lines.slice(16, 19)).toEqual([
    "Film 0 (1966): Nothing near.",
    "Film 1 (1966): Nothing near.",
    "… and 3 films more that TMDB does not know",
  ]);
  const many = describeReport(
    report({ doubtful: [...doubtful, ...doubtful], unknown: films(1, nothing) }),
  );
  expect(many.slice(20, 22)).toEqual([
    "… and 6 films more in doubt",
    "… and 1 film more that TMDB does not know",
  ]);
});

test("of many doubtful films ten are told, and how many more there are", () => {
  const match: Match = { type: "none", confidence: 0, reason: "Why.", candidates: [candidate] };
  const doubtful = Array.from({ length: 12 }, (_, i) => doubt(`Film ${i}`, match));
  const lines = describeReport(report({ ...seen({ films: 2, doubtful: 12 }), doubtful }));
  expect(lines.filter((line) => line.endsWith(": Why."))).toHaveLength(10);
  expect(lines.slice(20, 22)).toEqual([
    "… and 2 films more in doubt",
    "TMDB: 2 films, 12 in doubt (TMDB has something similar, which is not used).",
  ]);
});

test("an outage is one sentence, after what it amounts to", () => {
  const refused = "/search/movie: connect ECONNREFUSED 127.0.0.1:9";
  const stopped = `TMDB cannot be reached. Last failure: ${refused}`;
  const failed = [failure("Stalker", refused), failure("Ran", stopped), failure("Ordet", refused)];
  expect(describeReport(report({ failed, stopped }))).toEqual([
    "TMDB: 2 films.",
    "TMDB: 40 requests in 31.0 s, 2 films from the cache.",
    "TMDB cannot be reached (ECONNREFUSED 127.0.0.1:9). Are you online?",
    "TMDB: no data for 3 films.",
  ]);
  const playtime = failure("Playtime", "/movie/4: TMDB answered 500 (no explanation)");
  const apiUrl = "http://127.0.0.1:9/3";
  expect(
    describeReport(report({ failed: [...failed, playtime], stopped, apiUrl })).slice(2),
  ).toEqual([
    "TMDB cannot be reached (ECONNREFUSED 127.0.0.1:9). Are you online? TMDB_API_URL is http://127.0.0.1:9/3.",
    "TMDB: no data for 4 films:",
    "  Playtime (1979): /movie/4: TMDB answered 500 (no explanation)",
  ]);
});

test("a run that fails for an outage says so in its end alone", () => {
  const apiUrl = "http://127.0.0.1:9/3";
  const failed = [failure("Stalker", "/search/movie: connect ECONNREFUSED 127.0.0.1:9")];
  const away = report({ failed, apiUrl, matched: 0, ...seen({ unanswered: 1 }) });
  expect(describeReport(away, { isFailed: true })).toEqual([]);
  expect(describeFailure(away)).toEqual({
    what: "TMDB cannot be reached (ECONNREFUSED 127.0.0.1:9)",
    advice: "Are you online? TMDB_API_URL is http://127.0.0.1:9/3. ",
  });
  const broken = report({ failed: [failure("Stalker", "/movie/4: TMDB answered 500 (no)")] });
  expect(describeFailure(broken)).toEqual({ what: "TMDB failed for 1 film", advice: "" });
});

test("one connection that is not made among answers is that film's failure", () => {
  const failed = [failure("Ran", "/movie/4: connect ECONNREFUSED 127.0.0.1:9")];
  expect(describeReport(report({ failed, fetched: 3 })).slice(2)).toEqual([
    "TMDB: no data for 1 film:",
    "  Ran (1979): /movie/4: connect ECONNREFUSED 127.0.0.1:9",
  ]);
});

test("an end for other reasons is told with them", () => {
  const unavailable = "/search/movie: TMDB answered 503 (no explanation)";
  const stopped = `TMDB cannot be reached. Last failure: ${unavailable}`;
  const failed = [failure("Stalker", unavailable), failure("Ran", stopped)];
  expect(describeReport(report({ failed, stopped })).slice(2)).toEqual([
    `TMDB: stopped early. ${stopped}`,
    "TMDB: no data for 2 films:",
    `  Stalker (1979): ${unavailable}`,
    `  Ran (1979): ${stopped}`,
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

test("films without an answer are counted apart, and so are those that nobody has seen", () => {
  const tallies = {
    seen: tally({ films: 65, series: 2, unanswered: 3 }),
    others: tally({ films: 9, doubtful: 1 }),
  };
  expect(describeReport(report({ tallies, requests: 1, fromCache: 1 })).slice(0, 3)).toEqual([
    "TMDB, seen: 65 films, 2 series, 3 not known yet (TMDB was not asked, or did not answer).",
    "TMDB, only on lists or the watchlist: 9 films, 1 in doubt (TMDB has something similar, which is not used).",
    "TMDB: 1 request in 31.0 s, 1 film from the cache.",
  ]);
});

test("the report says once why TMDB was not asked, and what to do", () => {
  const nothing = { requests: 0, fromCache: 0, matched: 0 };
  const unanswered = { ...nothing, ...seen({ unanswered: 60 }) };
  expect(describeReport(report({ ...unanswered, unasked: "offline" }))).toEqual([
    "OFFLINE=1: TMDB was not asked; no data for 60 films.",
  ]);
  expect(describeReport(report({ ...unanswered, unasked: "no token" }))).toEqual([
    "TMDB: TMDB_API_TOKEN is not set, so TMDB was not asked; no data for 60 films.",
    "  Put your TMDB key into .env. It is free: https://www.themoviedb.org/settings/api",
  ]);
  expect(describeReport(report({ ...unanswered, unasked: "token hidden" }))).toEqual([
    "TMDB: TMDB_API_TOKEN is empty in the shell, which overrides .env, so TMDB was not asked; no data for 60 films.",
    "  To use the one in .env: unset TMDB_API_TOKEN.",
  ]);
  const some = { requests: 0, ...seen({ films: 2, unanswered: 1 }) };
  expect(describeReport(report({ ...some, unasked: "offline" }))).toEqual([
    "TMDB: 2 films, 1 not known yet (TMDB was not asked, or did not answer).",
    "TMDB: 0 requests in 31.0 s, 2 films from the cache.",
    "OFFLINE=1: TMDB was not asked; no data for 1 film.",
  ]);
  expect(describeReport(report({ ...seen({ films: 2 }), unasked: "no token" }))).toHaveLength(2);
  const tallies = { seen: tally({ unanswered: 913 }), others: tally({ unanswered: 1 }) };
  expect(describeReport(report({ ...nothing, tallies, unasked: "offline" }))).toEqual([
    "OFFLINE=1: TMDB was not asked; no data for 913 films seen and 1 that is only on lists or the watchlist.",
  ]);
});

test("films whose override names a page TMDB does not have are in a count of their own", () => {
  expect(describeReport(report(seen({ films: 2, absent: 1 })))[0]).toBe(
    "TMDB: 2 films, 1 with a page in overrides.csv that TMDB does not have.",
  );
});

test("what could not be kept is counted as an owner counts: films, lists of films, posters", () => {
  const lost = { films: 1560, filmographies: 0, collections: 0, posters: 0 };
  expect(describeUnsaved({ lost: { ...lost, films: 0 } })).toBeNull();
  expect(describeUnsaved({ lost })).toBe("1,560 films");
  expect(describeUnsaved({ lost: { ...lost, filmographies: 2, posters: 1 } })).toBe(
    "1,560 films, 2 filmographies and 1 poster",
  );
});
