import { describe, expect, test } from "vitest";
import { readSettings } from "../../../src/settings.ts";
import { createSite } from "../../../src/site.ts";
import { madeWhen, yearByYear } from "../../../src/views/groups/comparisons.ts";
import { makeLibrary } from "../../support/libraryMaker.ts";
import { textsIn } from "../../support/svg.ts";
import { temporaryFolder } from "../../tmdb/world.ts";

const [drama, western, horror] = [
  { id: 1, name: "Drama" },
  { id: 2, name: "Western" },
  { id: 3, name: "Horror" },
] as const;
type Genre = typeof drama | typeof western | typeof horror;

const siteOf = (films: Parameters<typeof makeLibrary>[0]) =>
  createSite(
    readSettings({ config: {}, env: {}, root: temporaryFolder() }),
    makeLibrary(films, { ledger: { asOf: "2024-12-31" } }),
  );

test("genres are sorted from the oldest to the newest, as the title of the section names them", () => {
  const made = (genre: Genre, years: number[]) =>
    years.map((year) => ({
      name: `${genre.name} ${year}`,
      year,
      tmdb: { genres: [genre] },
    }));
  const found = madeWhen(
    siteOf([
      ...made(drama, [1985, 1990, 1995, 2000, 2005, 2010]),
      ...made(horror, [1971, 1999, 2001, 2011, 2021]),
      ...made(western, [1951, 1952, 1953, 1969, 1970]),
    ]),
    "genre",
  );
  // Drama: (1995 + 2000) / 2 = 1997.5. It has the most films and is neither first nor last.
  const names = textsIn(found?.chart.wide ?? "").filter((text) => /^[A-Z]/.test(text));
  expect(names).toEqual(["Western 1953", "Drama 1997", "Horror 2001"]);
  expect(found?.title).toBe("Of your largest genres Western is the oldest, Horror the newest");
});

describe("the order of genres, year by year", () => {
  // Thirty viewings a year at least, or it is chance.
  const seen = (genre: Genre, counts: [number, number]) =>
    [2023, 2024].flatMap((year, i) =>
      Array.from({ length: counts[i] ?? 0 }, (_, n) => ({
        name: `${genre.name} ${year} ${n}`,
        year: 2000,
        viewings: [{ on: `${year}-03-${`${n + 1}`.padStart(2, "0")}` }],
        tmdb: { genres: [genre] },
      })),
    );

  test("lights the genre whose rise the title tells", () => {
    // 16, 12 and 8, then 8, 12 and 16.
    const found = yearByYear(
      siteOf([...seen(drama, [16, 8]), ...seen(western, [12, 12]), ...seen(horror, [8, 16])]),
      "genre",
    );
    expect(found?.title).toBe("Horror rose from rank 3 to 1");
    expect(found?.of).toBe("Horror");
    const lit = Array.from(
      (found?.chart.wide ?? "").matchAll(/<circle [^>]*fill="var\(--you\)"[^>]*><title>(\w+)/g),
      ([, name]) => name,
    );
    expect(lit).toEqual(["Horror", "Horror"]);
    // Drama fell as far and is as quiet as Western.
    expect(found?.chart.wide).not.toContain("var(--other)");
  });

  test("is drawn without a colour where two were first as often", () => {
    const found = yearByYear(
      siteOf([...seen(drama, [16, 12]), ...seen(western, [12, 16]), ...seen(horror, [8, 8])]),
      "genre",
    );
    expect(found?.title).toBe("Genres by viewings, year by year");
    expect(found?.of).toBeUndefined();
    expect(found?.chart.wide).not.toContain("var(--you)");
  });
});
