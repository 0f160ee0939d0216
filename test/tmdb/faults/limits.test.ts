import { expect, test } from "vitest";
import type { Fault, FaultRequest } from "../../tmdbServer/server.ts";
import { quickTiming } from "../world.ts";
import { again, REQUESTS, trial } from "./trial.ts";

const json =
  '{"status_code":25,"status_message":"Your request count (41) is over the allowed limit of (40)."}';
const withTime: Fault = { status: 429, body: json, headers: { "retry-after": "4" } };
const withoutTime: Fault = { status: 429, body: json };
const html: Fault = { status: 429, body: "<html><h1>429 Too Many Requests</h1></html>" };

const retryAfter = (text: string, date = new Date().toUTCString()): Fault => ({
  ...html,
  headers: { "retry-after": text, date },
});
/** Of a server whose clock is wrong: it shows the second of January 1970. */
const inSeconds = (seconds: number) => new Date(86_400_000 + 1000 * seconds).toUTCString();

test.each<[string, Fault, number]>([
  ["with Retry-After: as long as it says", withTime, 4000],
  ["without Retry-After: one second", withoutTime, 1000],
  ["with an HTML body: one second", html, 1000],
  [
    "with a Retry-After that is no time: one second",
    { ...html, headers: { "retry-after": "soon" } },
    1000,
  ],
  ["with a Retry-After in parts of seconds: as long", retryAfter("1.5"), 1500],
  ["with a Retry-After below 0: one second", retryAfter("-1"), 1000],
  ["with a Retry-After of 0: one second", retryAfter("0"), 1000],
  ["with a date that is past: one second", retryAfter("Wed, 21 Oct 2015 07:28:00 GMT"), 1000],
  ["with a date: until then", retryAfter(inSeconds(6), inSeconds(0)), 6000],
])("429 once, %s nobody is asked anything, and nothing is lost", async (_, fault, pause) => {
  const timing = quickTiming();
  const starts: number[] = [];
  const outcome = await trial(
    ({ number }) => {
      starts.push(timing.monotonic());
      return number === 3 ? fault : undefined;
    },
    { timing, tmdb: { concurrency: 1 } },
  );
  expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
  expect((starts[3] ?? 0) - (starts[2] ?? 0)).toBeGreaterThanOrEqual(pause);
  expect(outcome.server.counters.requests).toBe(REQUESTS + 1);
  expect(outcome.said).toContain("1 answer with status 429");
  expect(await again(outcome)).toBe(0);
});

const kinds: [string, Fault][] = [
  ["with Retry-After", withTime],
  ["without Retry-After", withoutTime],
  ["with an HTML body", html],
];

test.each(kinds)(
  "429 for a minute, %s: few requests, and then everything is stored",
  async (_, fault) => {
    const timing = quickTiming();
    const refuse = () => (timing.monotonic() < 60_000 ? fault : undefined);
    const outcome = await trial(refuse, { timing });
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
    // After 1, 2, 4, 8, 16 and 30 seconds, or after 4 seconds four times and 8, 16, 30.
    expect(outcome.server.counters.requests - REQUESTS).toBeLessThanOrEqual(7);
    expect(timing.monotonic()).toBeLessThan(75_000);
    expect(await again(outcome)).toBe(0);
  },
);

test.each(kinds)(
  "429 for ever, %s: the asking ends after five minutes and few requests, exit 1, the cache as it was",
  async (_, fault) => {
    const timing = quickTiming();
    const outcome = await trial(() => fault, { timing });
    expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
    expect(outcome.said).toMatch(
      /stopped early\. TMDB cannot be reached\. Last failure: .* answered 429/,
    );
    expect(outcome.said).toContain("no data for 12 films");
    expect(timing.monotonic()).toBeGreaterThan(300_000);
    expect(timing.monotonic()).toBeLessThan(360_000);
    expect(outcome.server.counters.requests).toBeLessThan(20);
    expect(await again(outcome)).toBe(REQUESTS);
  },
);

test("429 for one film alone: five tries, its name and the reason, exit 0, the others stored", async () => {
  const fault = ({ path }: FaultRequest) => (path === "/3/movie/110" ? html : undefined);
  const outcome = await trial(fault);
  expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 11 } });
  expect(outcome.said).toContain("Vampyr (1932): /movie/110: TMDB answered 429 (no explanation)");
  expect(outcome.server.counters.paths.get("/3/movie/110")).toBe(5);
  expect(await again(outcome)).toBe(1);
});
