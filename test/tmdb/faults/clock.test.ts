import { expect, test } from "vitest";
import { DAY } from "../world.ts";
import { again, REQUESTS, trial } from "./trial.ts";

const YEAR = 365 * DAY;

test("a clock set back a year: nothing is lost, nothing that is stored is asked for again, exit 0", async () => {
  const outcome = await trial(null, { now: () => Date.now() - YEAR });
  expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
  expect(outcome.metadata.size).toBe(18);
  expect(outcome.server.counters.requests).toBe(REQUESTS);
  // Put right, what was stored meanwhile seems to be a year old, and TMDB's terms allow half of that.
  expect(await again(outcome)).toBe(REQUESTS);
});

test("a clock set forward a year: all seems too old and is asked for; put right again, nothing is", async () => {
  const outcome = await trial(null, { now: () => Date.now() + YEAR });
  expect(outcome).toMatchObject({ code: 0, stored: { matches: 12, films: 12 } });
  expect(outcome.server.counters).toMatchObject({ search: 18, details: 18 });
  expect(await again(outcome)).toBe(0);
});

test("a clock set forward a year while TMDB fails: exit 1, and put right again the old answers serve", async () => {
  const outcome = await trial(() => "reset", { now: () => Date.now() + YEAR });
  expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
  expect(outcome.said).toContain("no data for 18 films");
  expect(await again(outcome)).toBe(REQUESTS);
});
