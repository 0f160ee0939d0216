import { describe, expect, test } from "vitest";
import { separator } from "../../src/counted.ts";
import { readSettings } from "../../src/settings.ts";
import { createSite, type Site } from "../../src/site.ts";
import { foremost } from "../../src/stats/finding.ts";
import type { RankingRow } from "../../src/stats/ranking.ts";
import { yearInReview } from "../../src/stats/yearInReview.ts";
import { yearRows } from "../../src/stats/years.ts";
import { groupHeading } from "../../src/words/groups.ts";
import * as headlines from "../../src/words/headlines.ts";
import { type FilmSpec, makeLibrary } from "../support/libraryMaker.ts";
import { temporaryFolder } from "../tmdb/world.ts";

function siteOf(specs: FilmSpec[], asOf = "2026-05-01"): Site {
  const settings = readSettings({ config: {}, env: {}, root: temporaryFolder() });
  return createSite(settings, makeLibrary(specs, { ledger: { asOf } }));
}

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("missing");
  return value;
};

describe("a year's heading", () => {
  const heading = (specs: FilmSpec[], asOf?: string) => {
    const site = siteOf(specs, asOf);
    const [row] = yearRows(site.library.viewings);
    const { year } = must(row);
    return headlines.yearHeadline(site, must(row), yearInReview(site.library, year));
  };
  const film = (name: string, on: string, rating: number | null = null): FilmSpec => ({
    name,
    viewings: [{ on, rating }],
  });
  /** Seven viewings in May and five in June. */
  const twelve = (...ratings: (number | null)[]) =>
    "Ran,Ikiru,Dreams,Rashomon,Red Beard,Kagemusha,Yojimbo,Sanjuro,Scandal,Drunken Angel,Stray Dog,Dodes’ka-den"
      .split(",")
      .map((name, i) =>
        film(name, `2024-0${i < 7 ? 5 : 6}-${`${i + 1}`.padStart(2, "0")}`, ratings[i] ?? null),
      );

  test("names the film with the best rating, and not the fullest month beside it", () => {
    expect(heading(twelve(4, 3, 3, 4.5, 2))).toBe("2024: 12 viewings, best Rashomon");
    expect(heading(twelve(4, 3, 3, 4.5, 2), "2024-07-01")).toBe(
      "2024 so far: 12 viewings, best Rashomon",
    );
  });

  test("names two best films, and counts more", () => {
    expect(heading(twelve(4.5, 3, 3, 4.5, 2))).toBe("2024: 12 viewings, best Ran and Rashomon");
    expect(heading(twelve(4.5, 4.5, 3, 4.5, 2))).toBe(
      "2024: 12 viewings, 3 films with four and a half stars",
    );
  });

  test("else the fullest month: of four rated films, of films that are all as good, of one too long for it", () => {
    expect(heading(twelve(4.5, 3, 3, 3))).toBe("2024: 12 viewings, the most in May");
    expect(heading(twelve(4, 4, 4, 4, 4))).toBe("2024: 12 viewings, the most in May");
    const long = film("The Men Who Tread on the Tiger’s Tail".repeat(2), "2024-05-14", 5);
    expect(heading([...twelve(4, 3, 3, 4.5, 2), long])).toBe("2024: 13 viewings, the most in May");
  });

  test("is a number alone where nothing stands out", () => {
    const even = [...twelve(), film("Ran II", "2024-06-20"), film("Ran III", "2024-06-21")];
    expect(heading(even)).toBe("2024: 14 viewings");
  });

  test("of few viewings says how many, of one which", () => {
    expect(heading([film("Ran", "2024-05-01", 5)])).toBe("2024: 1 viewing, of Ran");
    expect(heading(twelve(5, 4, 3, 3, 3).slice(0, 11))).toBe("2024: 11 viewings of 11 films");
  });
});

describe("a genre's heading", () => {
  const genres = [{ id: 18, name: "Drama" }];
  const films = (
    count: number,
    ratings: number[],
    tmdb: NonNullable<FilmSpec["tmdb"]>,
  ): FilmSpec[] =>
    Array.from({ length: count }, (_, i) => ({
      name: `Film ${JSON.stringify(tmdb)} ${i}`,
      rating: ratings[i] ?? null,
      tmdb,
    }));
  const heading = (specs: FilmSpec[]) => {
    const site = siteOf(specs);
    return groupHeading(site, must(site.library.groups.genre[0]));
  };

  const times = (count: number, rating: number) => Array<number>(count).fill(rating);

  test("gives its share of the films with known genres and its rating beside the mean", () => {
    // Six of eleven; mean of the genre 24 ÷ 6 = 4, of all 39 ÷ 11 = 3.545.
    expect(
      heading([
        ...films(6, times(6, 4), { genres }),
        ...films(5, times(5, 3), { genres: [] }),
        ...films(9, [], "none"),
      ]),
    ).toBe("Drama, in 55% of your films, rated 0.45 above your mean");
    expect(heading([...films(5, times(5, 2), { genres }), ...films(5, times(5, 4), {})])).toBe(
      "Drama, in 50% of your films, rated 1.00 below your mean",
    );
  });

  test("calls means alike that are less than a tenth apart, and is silent where that may be chance or little", () => {
    // 3.55 and 3.5; then 4.1 and 3.5 with ratings all over.
    expect(
      heading([...films(10, [...times(9, 3.5), 4], { genres }), ...films(10, times(10, 3.5), {})]),
    ).toBe("Drama, in 50% of your films, rated like the rest");
    expect(
      heading([...films(5, [5, 5, 5, 4.5, 1], { genres }), ...films(5, [5, 4, 3.5, 3, 2], {})]),
    ).toBe("Drama, in 50% of your films");
    // 4 of 90 and 3.75 of 10: surely apart, and 4 is 0.025 above the mean of all.
    expect(
      heading([
        ...films(90, times(90, 4), { genres }),
        ...films(10, [...times(5, 4), ...times(5, 3.5)], {}),
      ]),
    ).toBe("Drama, in 90% of your films");
  });

  test("counts where films are few, and compares no mean of fewer than five ratings", () => {
    expect(heading(films(1, [5], { genres }))).toMatch(/^1 Drama film: Film .* 0$/);
    expect(heading(films(4, [5, 5, 5, 5], { genres }))).toBe("4 Drama films");
    expect(heading(films(6, [5, 5, 5, 5], { genres }))).toBe("Drama, in all of your films");
  });
});

describe("the heading of all films", () => {
  const heading = (...years: (number | null)[]) =>
    headlines.filmsHeadline(siteOf(years.map((year, i) => ({ name: `Film ${i}`, year }))));

  test("names the commonest year, or the decade where years have as many", () => {
    expect(heading(1985, 1985, 1985, 1961, 1962, null)).toBe(
      "6 films, more from 1985 than from any other year",
    );
    expect(heading(1961, 1961, 1961, 1964, 1985, 1985, 1985)).toBe(
      "7 films, more from the 1960s than from any other decade",
    );
  });

  test("is a number alone where nothing stands out", () => {
    expect(heading(1961, 1971, 1981, 1991, 2001)).toBe("5 films");
    expect(heading(1985, 1985, 1985, 1985, 1985)).toBe("5 films");
    expect(heading(1985)).toBe("1 film");
    expect(heading()).toBe("0 films");
  });
});

describe("who comes first", () => {
  const rows = (...films: number[]): RankingRow<{ name: string }>[] =>
    films.map((count, i) => ({
      subject: { name: "ABCDE".charAt(i) },
      films: count,
      viewings: 20 - i,
      minutes: null,
      rated: 5,
      average: 3,
      score: 3,
    }));
  const said = (...films: number[]) => {
    const leaders = foremost(rows(...films), (row) => row.films);
    return leaders.map(({ subject }, i) => separator(i, leaders.length) + subject.name).join("");
  };

  test("is named with all equals up to three, of more nobody", () => {
    expect(said(8, 7, 7)).toBe("A");
    expect(said(8, 8, 7)).toBe("A and B");
    expect(said(8, 8, 8, 7)).toBe("A, B and C");
    expect(said(8, 8, 8, 8, 7)).toBe("");
    expect(said(1, 1, 1, 1, 1)).toBe("");
    expect(said()).toBe("");
  });
});
