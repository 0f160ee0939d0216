import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { colours } from "../../../src/cards/colours.ts";
import { textsOf } from "../../../src/cards/markup.ts";
import type { Library, LibraryOptions } from "../../../src/library/library.ts";
import type { SiteConfig } from "../../../src/settings.ts";
import { readSettings } from "../../../src/settings.ts";
import { createSite, type Site } from "../../../src/site.ts";
import { cardOf, pageCards, pictures, yearPictures } from "../../../src/views/cards/cards.ts";
import { director, makeLibrary } from "../../support/libraryMaker.ts";
import { loadSample } from "../../support/loadSample.ts";
import { temporaryFolder } from "../../tmdb/world.ts";

const drama = { id: 18, name: "Drama" };
const varda = director(1, "Agnès Varda");

/**
 * Twelve films seen in 2024: three of one director in February, five in March, four in April. Five are
 * rated: (4.5 + 4 + 3 + 3 + 3) ÷ 5 = 3.5.
 */
const dozen = (options: LibraryOptions = {}) =>
  makeLibrary(
    [
      {
        name: "Cléo from 5 to 7",
        year: 1962,
        rating: 4.5,
        viewings: [{ on: "2024-02-03", rating: 4.5 }],
        tmdb: { runtime: 90, genres: [drama], crew: [varda] },
      },
      {
        name: "Vagabond",
        year: 1985,
        rating: 4,
        viewings: [{ on: "2024-02-13", rating: 4 }],
        tmdb: { runtime: 105, genres: [drama], crew: [varda] },
      },
      {
        name: "Faces Places",
        year: 2017,
        viewings: ["2024-02-20"],
        tmdb: { crew: [varda, director(2, "JR")] },
      },
      ...Array.from({ length: 9 }, (_, i) => ({
        name: `Film ${i}`,
        year: 2015,
        rating: i < 3 ? 3 : null,
        viewings: [{ on: `2024-0${i < 5 ? 3 : 4}-0${i + 1}`, rating: i < 3 ? 3 : null }],
      })),
    ],
    {
      ...options,
      ledger: {
        asOf: "2025-01-04",
        member: { username: "kim", givenName: "Kim", familyName: "Doe" },
      },
    },
  );

const siteOf = (library: Library, config: SiteConfig = {}, env: Record<string, string> = {}) =>
  createSite(readSettings({ config, env, root: temporaryFolder() }), library);

const saidBy = (site: Site, path: string): string[] => {
  const picture = pictures(site, { cards: true }).get(path);
  if (!picture) throw new Error(`There is no picture ${path}`);
  return textsOf(picture.markup);
};

describe("the card", () => {
  test("of the dashboard states the finding and the figures", () => {
    // 10 of 12 films since 2010; 195 minutes are 3 hours, of the two films whose runtime is known.
    const said = saidBy(siteOf(dozen()), "/cards/dashboard.png");
    expect(said.join(" ")).toContain(
      "12 films, 83% of them made since 2010; nobody directed more of them than Agnès Varda Viewings 12 Average of 5 ratings 3.50 Hours of 2 films 3 Directors 2",
    );
  });

  test("of a year states viewings, rating, hours and the fullest month", () => {
    expect(saidBy(siteOf(dozen()), "/cards/timeline/2024.png").slice(2, 11)).toEqual([
      "2024",
      "12 viewings of 12 films",
      "Average of 5 ratings",
      "3.50",
      "Hours of 2 viewings",
      "3",
      "Fullest month",
      "March",
      // February's column.
      "3",
    ]);
  });

  test("prints no mean of four ratings, and calls no month the fullest of two equals", () => {
    const library = makeLibrary(
      Array.from({ length: 12 }, (_, i) => ({
        name: `Film ${i}`,
        rating: i < 4 ? 5 : null,
        viewings: [{ on: `2024-0${1 + (i % 2)}-0${1 + (i % 9)}`, rating: i < 4 ? 5 : null }],
      })),
    );
    for (const path of ["/cards/timeline/2024.png", "/cards/dashboard.png"]) {
      expect(saidBy(siteOf(library), path).join()).not.toMatch(/5\.00|Average|Fullest/);
    }
  });

  test("of a genre states its share and place", () => {
    const library = makeLibrary([
      { name: "Ran", year: 1985, tmdb: { genres: [drama] } },
      { name: "Ikiru", year: 1952, tmdb: { genres: [drama, { id: 2, name: "War" }] } },
      { name: "Dodeskaden", year: 1970, tmdb: { genres: [drama] } },
    ]);
    const site = siteOf(library);
    expect(saidBy(site, "/cards/genres/drama.png")).toContain(
      "3 films, 100% of all films, most of 2 genres",
    );
    const equal = makeLibrary([
      { name: "Ran", year: 1985, tmdb: { genres: [drama, { id: 2, name: "War" }] } },
    ]);
    expect(saidBy(siteOf(equal), "/cards/genres/drama.png")).toContain("1 film, 100% of all films");
    // Of two genres the second is the last: no place to speak of.
    expect(saidBy(site, "/cards/genres/war.png")).toContain("1 film, 33% of all films");
  });

  test("of a genre takes its share of the films with known genres", () => {
    const library = makeLibrary([
      { name: "Ran", year: 1985, tmdb: { genres: [drama] } },
      { name: "Ikiru", year: 1952, tmdb: { genres: [] } },
      { name: "A film of a friend", year: 2020, tmdb: "none" },
    ]);
    expect(saidBy(siteOf(library), "/cards/genres/drama.png")).toContain(
      "1 film, 50% of the 2 films with known genres",
    );
  });

  test("says when its hours are more than those of each film once", () => {
    const viewings = ["2024-01-01", { on: "2024-02-01", rewatch: true }];
    const library = makeLibrary([
      { name: "Ran", viewings, tmdb: { runtime: 180, genres: [drama] } },
    ]);
    const said = saidBy(siteOf(library), "/cards/genres/drama.png");
    // Twice three hours.
    expect(said[said.indexOf("Hours, rewatches included") + 1]).toBe("6");
  });

  test("of a director lists the films rated highest", () => {
    const said = saidBy(siteOf(dozen()), "/cards/people/agnes-varda-1.png");
    expect(said).toEqual(
      expect.arrayContaining(["Agnès Varda", "3 films seen, most of 2 directors"]),
    );
    const films = ["Cléo from 5 to 7", "Vagabond", "Faces Places"];
    expect(said.filter((text) => films.includes(text))).toEqual(films);
  });

  test("of any other page is the dashboard's", () => {
    const site = siteOf(dozen());
    expect(cardOf(site, "/about/").path).toBe("/cards/dashboard.png");
    expect(cardOf(site, "/genres/drama/").path).toBe("/cards/genres/drama.png");
    expect(cardOf(site, "/genres/drama/").alt).toMatch(
      /^Drama\. 2 films, 67% of the 3 films with known genres.*\.$/,
    );
  });

  test("is there for the thirty directors of most films, and no others", async () => {
    const library = await loadSample();
    const cards = [...pageCards(siteOf(library)).keys()].filter((page) =>
      page.startsWith("/people/"),
    );
    const films = new Map(
      library.people.map(({ path, credits }) => [path, credits.director.length]),
    );
    const rest = library.people.filter(({ path }) => path !== null && !cards.includes(path));
    expect(cards).toHaveLength(30);
    expect(Math.min(...cards.map((page) => films.get(page) ?? 0))).toBeGreaterThanOrEqual(
      Math.max(...rest.map(({ credits }) => credits.director.length)),
    );
  });
});

describe("a year's pictures", () => {
  const { portrait, square } = yearPictures(2024);

  test("state the best films and who was seen most", () => {
    const said = saidBy(siteOf(dozen()), portrait);
    expect(said).toEqual(
      expect.arrayContaining(["Rated highest", "Cléo from 5 to 7", "Most by Agnès Varda: 3 films"]),
    );
    expect(saidBy(siteOf(dozen()), square)).toContain("Vagabond");
  });

  test("name the owner only where the name is published", () => {
    expect(saidBy(siteOf(dozen()), portrait).join()).not.toContain("Kim");
    const open = siteOf(dozen(), { publish: { name: true } });
    expect(saidBy(open, portrait)).toContain("Kim Doe");
    expect(saidBy(open, square)).toContain("Kim Doe");
  });

  test("give the site's address where it is known", () => {
    const env = { SITE_URL: "https://kim.example", BASE_PATH: "/films" };
    expect(saidBy(siteOf(dozen(), {}, env), square).at(-1)).toBe("kim.example/films");
  });

  test("of a year under way say up to when, by the month where days are withheld", () => {
    const library = { ...dozen(), asOf: "2024-03-04" };
    expect(saidBy(siteOf(library), portrait)).toContain(
      "12 viewings of 12 films, up to 4 March 2024",
    );
    const closed = siteOf({ ...dozen({ exactDates: false }), asOf: "2024-03-01" });
    expect(saidBy(closed, portrait)).toContain("12 viewings of 12 films, up to March 2024");
    const all = [...pictures(closed, { cards: true }).values()].flatMap(({ markup }) =>
      textsOf(markup),
    );
    expect(all.filter((text) => /\b\d{1,2} (January|February|March)/.test(text))).toEqual([]);
  });

  test("are there from twelve viewings on", () => {
    const years = (count: number) =>
      makeLibrary(
        Array.from({ length: count }, (_, i) => ({ name: `Film ${i}`, viewings: ["2023-05-01"] })),
      );
    const drawn = (count: number) =>
      [...pictures(siteOf(years(count)), { cards: true }).keys()].filter((path) =>
        path.includes("2023"),
      );
    expect(drawn(11)).toEqual([]);
    expect(drawn(12)).toHaveLength(3);
    expect(cardOf(siteOf(years(11)), "/timeline/2023/").path).toBe("/cards/dashboard.png");
  });

  test("call no month the fullest for what was filled in on one day", () => {
    const days = Array.from({ length: 10 }, (_, i) => ({
      name: `Film ${i}`,
      viewings: ["2023-05-01"],
    }));
    const more = ["2023-03-01", "2023-03-02"].map((day) => ({ name: day, viewings: [day] }));
    const site = siteOf(
      makeLibrary([...days, ...more, { name: "Later", viewings: ["2024-01-01"] }]),
    );
    expect(saidBy(site, yearPictures(2023).portrait)).not.toContain("Fullest month");
  });
});

test("a year's portrait says of how many equals it shows some", () => {
  const rated = (rating: number | null, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      name: `Film ${rating} ${i}`,
      viewings: [{ on: "2024-01-02", rating }],
    }));
  const later = { name: "Later", viewings: ["2025-03-01"] };
  const said = (count: number) =>
    saidBy(
      siteOf(makeLibrary([...rated(4.5, count), ...rated(3, 3), ...rated(null, 3), later])),
      yearPictures(2024).portrait,
    );
  // A portrait without remarks has six rows.
  expect(said(9)).toContain("Rated highest: 6 of the 9 with 4.5 stars");
  expect(said(6)).toContain("Rated highest");
});

describe("names that the fonts cannot write", () => {
  const wong = director(12453, "王家卫");
  const library = () =>
    makeLibrary([
      ...["花樣年華", "春光乍洩", "重慶森林"].map((name) => ({
        name,
        year: 1997,
        viewings: ["2024-02-03"],
        tmdb: { title: name === "花樣年華" ? "In the Mood for Love" : name, crew: [wong] },
      })),
      { name: "Ran 乱", year: 1985, viewings: ["2024-02-03"] },
      ...Array.from({ length: 8 }, (_, i) => ({
        name: "Dodeskaden",
        uri: `https://boxd.it/${i}`,
        viewings: ["2024-03-05"],
      })),
    ]);

  test("are left out of pictures, and so is a sentence that would miss a word", () => {
    const site = siteOf(library(), { title: "映画 Ledger" });
    const said = [...pictures(site, { cards: true }).values()].flatMap(({ markup }) =>
      textsOf(markup),
    );
    expect(said.join("")).toMatch(/^[\p{Script=Latin}\p{Script=Common}]*$/u);
    expect(said.filter((text) => text.includes("nobody directed"))).toEqual([]);
    expect(said).toContain("Ledger");
  });

  test("give way to what TMDB calls the film, or the film to the next one", () => {
    const said = saidBy(siteOf(library()), yearPictures(2024).square);
    const films = said.slice(said.findIndex((text) => text.startsWith("In the")));
    expect(films.slice(0, 4)).toEqual(["In the Mood for Love", "1997", "Ran", "1985"]);
  });

  test("leave a director's card with what it is of", () => {
    expect(saidBy(siteOf(library()), "/cards/people/12453.png").slice(1, 3)).toEqual([
      "Director",
      "Director",
    ]);
  });

  test("of months in Cyrillic or Japanese are written in English", () => {
    for (const locale of ["ru-RU", "ja-JP"]) {
      const said = saidBy(siteOf(dozen(), { locale }), yearPictures(2024).portrait);
      expect(said).toEqual(expect.arrayContaining(["Fullest month", "March"]));
    }
  });
});

test("an export without films has a card all the same", () => {
  const site = siteOf(makeLibrary([]));
  expect(saidBy(site, "/cards/dashboard.png")).toEqual(["Film Ledger", "Films", "0 films"]);
});

test("the colours are those of the light scheme", () => {
  const tokens = readFileSync("src/styles/tokens.css", "utf8");
  const names: Record<keyof typeof colours, string> = {
    paper: "--paper",
    ink: "--ink",
    ink2: "--ink-2",
    rule: "--rule",
    rule2: "--rule-2",
    you: "--you",
    bar: "--bar",
  };
  for (const [key, name] of Object.entries(names)) {
    expect(tokens).toContain(`${name}: light-dark(${colours[key as keyof typeof colours]},`);
  }
});
