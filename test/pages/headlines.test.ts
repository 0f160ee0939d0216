import { describe, expect, test } from "vitest";
import * as headlines from "../../src/pages/_headlines.ts";
import { leadersOf, separator, standoutsTitle } from "../../src/pages/_leaders.ts";
import { yearInReview } from "../../src/pages/timeline/_year.ts";
import { readSettings } from "../../src/settings.ts";
import { createSite, type Site } from "../../src/site.ts";
import type { RankingRow } from "../../src/stats/ranking.ts";
import { yearRows } from "../../src/stats/years.ts";
import { director, type FilmSpec, makeLibrary } from "../library/world.ts";
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
  /** Three viewings in May and two in June. */
  const five = (...ratings: number[]) => [
    film("Ran", "2024-05-01", ratings[0]),
    film("Ikiru", "2024-05-02", ratings[1]),
    film("Dreams", "2024-05-03", ratings[2]),
    film("Rashomon", "2024-06-01", ratings[3]),
    film("Red Beard", "2024-06-02", ratings[4]),
  ];

  test("names the fullest month and the film with the best rating", () => {
    expect(heading(five(4, 3, 3, 4.5, 2))).toBe("2024: 5 viewings, the most in May, best Rashomon");
    expect(heading(five(4, 3, 3, 4.5, 2), "2024-07-01")).toBe(
      "2024 so far: 5 viewings, the most in May, best Rashomon",
    );
  });

  test("names two best films, and counts more", () => {
    expect(heading(five(4.5, 3, 3, 4.5, 2))).toBe(
      "2024: 5 viewings, the most in May, best Ran and Rashomon",
    );
    expect(heading(five(4.5, 4.5, 3, 4.5, 2))).toBe(
      "2024: 5 viewings, the most in May, 3 films with four and a half stars",
    );
  });

  test("names no best of two rated films, no month among equals, no film too long for it", () => {
    expect(heading(five(4.5, 3))).toBe("2024: 5 viewings, the most in May");
    const even = [...five(4, 3, 3, 4.5, 2), film("Kagemusha", "2024-06-03")];
    expect(heading(even)).toBe("2024: 6 viewings, best Rashomon");
    const long = film("The Men Who Tread on the Tiger’s Tail".repeat(2), "2024-05-04", 5);
    expect(heading([...five(4, 3, 3, 4.5, 2), long])).toBe("2024: 6 viewings, the most in May");
  });

  test("of few viewings says how many, of one which", () => {
    expect(heading([film("Ran", "2024-05-01", 5)])).toBe("2024: 1 viewing, of Ran");
    expect(heading(five(5, 5, 5).slice(0, 3))).toBe("2024: 3 viewings of 3 films");
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
    return headlines.genreHeadline(site, must(site.library.genres[0]));
  };

  test("gives its share of the films with known genres and its rating beside the mean", () => {
    // Six of eight; mean of the genre 24 ÷ 6 = 4, of all 30 ÷ 8 = 3.75.
    expect(
      heading([
        ...films(6, [4, 4, 4, 4, 4, 4], { genres }),
        ...films(2, [3, 3], { genres: [] }),
        ...films(9, [], "none"),
      ]),
    ).toBe("Drama, in 75% of your films, rated 0.25 above your mean");
    expect(
      heading([...films(5, [2, 2, 2, 2, 2], { genres }), ...films(5, [4, 4, 4, 4, 4], {})]),
    ).toBe("Drama, in 50% of your films, rated 1.00 below your mean");
    expect(heading(films(5, [3, 3, 3, 3, 3], { genres }))).toBe(
      "Drama, in 100% of your films, rated like the rest",
    );
  });

  test("counts where films are few, and compares no mean of fewer than five ratings", () => {
    expect(heading(films(1, [5], { genres }))).toBe("Drama, in one of your films");
    expect(heading(films(4, [5, 5, 5, 5], { genres }))).toBe("Drama, in 4 of your films");
    expect(heading(films(6, [5, 5, 5, 5], { genres }))).toBe("Drama, in 100% of your films");
  });
});

describe("a director's heading", () => {
  const crew = [director(1, "Agnès Varda")];
  const heading = (specs: FilmSpec[], filmography: { id: number; released: string }[] | null) => {
    const site = siteOf(specs);
    const person = must(site.library.people[0]);
    const listed = filmography?.map((film) => ({ title: `${film.id}`, ...film })) ?? null;
    return headlines.directorHeadline(site, { ...person, filmography: listed });
  };
  const three: FilmSpec[] = [5, 4, 3.5].map((rating, i) => ({
    name: `Film ${i}`,
    rating,
    tmdb: { id: i + 1, crew },
  }));

  test("counts what is seen of all, and gives the mean", () => {
    // 12.5 ÷ 3
    expect(heading(three, null)).toBe("Agnès Varda: 3 films seen, rated 4.17 on average");
    const fourth = [{ id: 9, released: "1970-01-01" }];
    expect(heading(three, fourth)).toBe("Agnès Varda: 3 of 4 films seen, rated 4.17 on average");
    expect(heading(three, [])).toBe("Agnès Varda: all 3 films seen, rated 4.17 on average");
  });

  test("names the only film, and gives no mean of two", () => {
    expect(heading(three.slice(0, 1), null)).toBe("Agnès Varda: 1 film seen, Film 0");
    expect(heading(three.slice(0, 2), null)).toBe("Agnès Varda: 2 films seen");
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
      rated: 5,
      average: 3,
      score: 3,
    }));
  const said = (all: RankingRow<{ name: string }>[]) => {
    const { leaders, more } = leadersOf(all);
    const names = leaders.map(
      ({ subject }, i) => separator(i, leaders.length + more) + subject.name,
    );
    return `${names.join("")}${more > 0 ? ` and ${more} more` : ""}`;
  };

  test("is named with all equals up to three, of more two and their number", () => {
    expect(said(rows(8, 7, 7))).toBe("A");
    expect(said(rows(8, 8, 7))).toBe("A and B");
    expect(said(rows(8, 8, 8, 7))).toBe("A, B and C");
    expect(said(rows(8, 8, 8, 8, 8))).toBe("A, B and 3 more");
    expect(said([])).toBe("");
  });

  test("in films and in rating is said of films, not of how often they were seen", () => {
    const title = (all: RankingRow<{ name: string }>[], highest: number) =>
      standoutsTitle(all, must(all[highest]));
    expect(title(rows(8, 7, 6), 2)).toBe("Most films: A; best rated: C");
    expect(title(rows(8, 8, 6), 2)).toBe("Most films: A and B; best rated: C");
    expect(title(rows(8, 7, 6), 0)).toBe("Most films, and best rated: A");
    expect(title(rows(8, 8, 8, 8), 1)).toBe("Best rated: B");
  });
});
