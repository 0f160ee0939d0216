import { expect, test } from "vitest";
import { decadeProfiles } from "../../src/stats/decadeProfiles.ts";
import { makeFilms } from "../support/libraryMaker.ts";

const released = (...years: (number | null)[]) =>
  makeFilms(years.map((year, i) => ({ name: `Film ${i}`, year })));

test("shares are of the films with a year, empty decades stay", () => {
  expect(decadeProfiles(["Western"], () => released(1948, 1952, 1959, 1974, null))).toEqual([
    {
      subject: "Western",
      films: 4,
      // (1952 + 1959) / 2 is 1955.5
      median: 1955,
      decades: [
        { decade: 1940, films: 1, share: 0.25 },
        { decade: 1950, films: 2, share: 0.5 },
        { decade: 1960, films: 0, share: 0 },
        { decade: 1970, films: 1, share: 0.25 },
      ],
    },
  ]);
});

test("a subject whose films have no Year has no profile", () => {
  expect(decadeProfiles(["Lost"], () => released(null))).toEqual([]);
});
