import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DAY } from "../world.ts";
import { again, cacheOf, REQUESTS, trial } from "./trial.ts";

const YEAR = 365 * DAY;
const right = Date.now();

// The clock of the whole process, since the store looks at it too.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: right }));
afterEach(() => void vi.useRealTimers());

/** When the six films that are stored were stored is right; then the clock is wrong by so much. */
const wrongBy = (duration: number) => ({ spoil: () => void vi.setSystemTime(right + duration) });

const putRight = () => vi.setSystemTime(right);

test("a clock set back a year: nothing is lost, everything is fetched once and dated again, exit 0", async () => {
  const outcome = await trial(null, wrongBy(-YEAR));
  expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
  expect(outcome.metadata.size).toBe(18);
  expect(outcome.server.counters).toMatchObject({ search: 18, details: 18 });
  // The seeded six films, found and with their details, are still there beside the twelve.
  expect(cacheOf(outcome.cacheDir).size).toBe(36);
  expect(await again(outcome)).toBe(0);
  putRight();
  // What was stored meanwhile seems to be a year old, and TMDB's terms allow half of that.
  expect(await again(outcome)).toBe(2 * 18);
});

test("a clock set back a year while TMDB fails: what is dated ahead serves and stays, exit 1 for the rest", async () => {
  const outcome = await trial(() => "reset", wrongBy(-YEAR));
  expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
  expect(outcome.said).toContain("no data for 12 films");
  expect(outcome.said).toContain("6 not refreshed");
  putRight();
  expect(await again(outcome)).toBe(REQUESTS);
});

test("a clock set forward a year: all seems too old and is asked for; put right again, all once more", async () => {
  const outcome = await trial(null, wrongBy(YEAR));
  expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
  expect(outcome.server.counters).toMatchObject({ search: 18, details: 18 });
  putRight();
  // The answers are dated a year ahead, and would outlive TMDB's terms by that year.
  expect(await again(outcome)).toBe(2 * 18);
  expect(await again(outcome)).toBe(0);
});

test("a clock set forward a year while TMDB fails: exit 1, nothing wrong is stored, all is asked for again", async () => {
  const outcome = await trial(() => "reset", wrongBy(YEAR));
  expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
  expect(outcome.said).toContain("no data for 18 films");
  putRight();
  // Those of the six that seemed too old are gone, as TMDB's terms want it.
  expect(await again(outcome)).toBe(2 * 18);
});
