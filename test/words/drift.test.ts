import { expect, test } from "vitest";
import { drift, rewatchDrift } from "../../src/stats/drift.ts";
import { driftSentence } from "../../src/words/drift.ts";
import { makeSite, written } from "../support/siteMaker.ts";

/** Films by name, each rated twice in its diary. */
function sentence(ratings: Record<string, [first: number, last: number]>): string {
  const site = makeSite(
    Object.entries(ratings).map(([name, [first, last]]) => ({
      name,
      viewings: [
        { on: "2024-01-01", rating: first },
        { on: "2024-02-01", rating: last },
      ],
    })),
  );
  return written(driftSentence(site, "On rewatching", drift(site.library.films, rewatchDrift)));
}

test("a drift is told with its mean and the film that moved furthest", () => {
  // +2, −0.5 and 0: half a star on average.
  expect(sentence({ Ran: [3, 5], Ikiru: [4, 3.5], Dreams: [3, 3] })).toBe(
    "On rewatching, 1 film went up, 1 down, 1 stayed: +0.50 on average, furthest [Ran](/films/ran/) (3 to 5).",
  );
});

test("up to three that moved as far are named, and of more none", () => {
  const moved = (...names: string[]) =>
    sentence(Object.fromEntries(names.map((name) => [name, [3, 4] as [number, number]])));
  expect(moved("Dreams", "Ikiru", "Ran")).toContain(
    "furthest [Dreams](/films/dreams/) (3 to 4), [Ikiru](/films/ikiru/) (3 to 4) and [Ran](/films/ran/) (3 to 4).",
  );
  expect(moved("Dreams", "Ikiru", "Ran", "Scandal")).toBe(
    "On rewatching, 4 films went up, 0 down, 0 stayed: +1.00 on average.",
  );
});

test("where nothing moved, that is all", () => {
  expect(sentence({ Ran: [4, 4], Ikiru: [3, 3] })).toBe(
    "On rewatching, all 2 films kept their rating.",
  );
});
