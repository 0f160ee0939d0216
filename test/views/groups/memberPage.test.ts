import { describe, expect, test } from "vitest";
import type { Kind } from "../../../src/library/kinds.ts";
import type { Site } from "../../../src/site.ts";
import type { Shown } from "../../../src/views/block.ts";
import { memberPage } from "../../../src/views/groups/memberPage.ts";
import { director, type FilmSpec } from "../../support/libraryMaker.ts";
import { makeSite, written } from "../../support/siteMaker.ts";

const page = (site: Site, kind: Kind) => {
  const [group] = site.library.groups[kind];
  if (!group) throw new Error(`no ${kind}`);
  return memberPage(site, group);
};

const blocks = (site: Site, kind: Kind) =>
  new Map(page(site, kind).blocks.map((block) => [block.id, block]));

/** The names of the films that something shows, those that a click opens in brackets. */
const filmsIn = (shown: Shown): string[] => {
  if (shown.as === "closed") return shown.shown.flatMap(filmsIn).map((name) => `(${name})`);
  return "films" in shown && shown.as !== "missing" ? shown.films.map(({ name }) => name) : [];
};

const numbered = (count: number, spec: (i: number) => Partial<FilmSpec>): FilmSpec[] =>
  Array.from({ length: count }, (_, i) => ({ name: `Film ${i + 1}`, year: 1990, ...spec(i) }));

const tmdb = {
  genres: [{ id: 18, name: "Drama" }],
  companies: [{ id: 41077, name: "A24" }],
  keywords: [{ id: 10051, name: "heist" }],
  originalLanguage: "ja",
  originCountries: ["JP"],
};

test("each kind is said as people say it", () => {
  const site = makeSite(numbered(3, () => ({ tmdb })));
  const heading = (kind: Kind) => written(page(site, kind).heading);
  expect([
    heading("genre"),
    heading("country"),
    heading("language"),
    heading("decade"),
    heading("studio"),
    heading("keyword"),
  ]).toEqual([
    "3 Drama films",
    "3 films of Japan",
    "3 films in Japanese",
    "3 films of the 1990s",
    "3 films by A24",
    "3 films with the keyword “heist”",
  ]);
});

describe("films are listed once", () => {
  test("a row each if they are twelve or fewer, newest release first", () => {
    const site = makeSite(numbered(12, (i) => ({ year: 1990 + (i % 3), rating: 4, tmdb })));
    const shown = blocks(site, "studio");
    expect([...shown.keys()]).not.toContain("best");
    expect(shown.get("films")?.title).toBe("All 12 films");
    expect(shown.get("films")?.shown.map(({ as }) => as)).toEqual(["rows"]);
    expect(shown.get("films")?.shown.flatMap(filmsIn).slice(0, 5)).toEqual([
      "Film 3",
      "Film 6",
      "Film 9",
      "Film 12",
      "Film 2",
    ]);
  });

  test("in columns if they are more, best first, with posters of the best five", () => {
    const site = makeSite(
      numbered(32, (i) => ({ rating: i === 31 ? null : 5 - (i % 9) / 2, tmdb })),
    );
    const shown = blocks(site, "studio");
    const best = ["Film 1", "Film 10", "Film 19", "Film 28", "Film 2"];
    expect(shown.get("best")?.shown.flatMap(filmsIn)).toEqual(best);
    const listed = shown.get("films")?.shown.flatMap(filmsIn) ?? [];
    expect(listed.slice(0, 5)).toEqual(best);
    // Thirty are visible. The others are the last of the rated and the one without a rating.
    expect(listed.slice(30)).toEqual(["(Film 27)", "(Film 32)"]);
    expect(new Set(listed).size).toBe(32);
  });

  test("up to the best hundred of a group that is too large for a page", () => {
    const site = makeSite(numbered(301, () => ({ rating: 4, tmdb })));
    const list = blocks(site, "studio").get("films");
    const shown = list?.shown ?? [];
    expect(list?.title).toBe("The best 100 of 301 films");
    expect(shown.flatMap(filmsIn)).toHaveLength(100);
    const closed = shown.find(({ as }) => as === "closed");
    expect(closed?.as === "closed" && closed.summary).toBe("Show 31 to 100");
    const note = shown.at(-1);
    expect(note?.as === "small" && written(note.text)).toBe(
      "Best rated first. The other 201 are on the page of [all films](/films/).",
    );
  });

  test("by release where the ratings are too few to say which are the best", () => {
    const titled = (rated: number) =>
      blocks(
        makeSite(numbered(301, (i) => ({ rating: i < rated ? 4 : null, tmdb }))),
        "studio",
      ).get("films")?.title;
    expect(titled(0)).toBe("The newest 100 of 301 films");
    expect(titled(99)).toBe("100 of 301 films, best rated first");
    expect(titled(100)).toBe("The best 100 of 301 films");
  });

  test("of a decade under their years, up to eight a year", () => {
    const site = makeSite([
      ...numbered(9, (i) => ({ name: `A${i}`, year: 1994, rating: i === 4 ? 5 : 3 })),
      ...numbered(2, (i) => ({ name: `B${i}`, year: 1991 })),
    ]);
    const [bars] = blocks(site, "decade").get("years")?.shown ?? [];
    expect(blocks(site, "decade").get("years")?.title).toBe("1994 leads: 9 of 11 films");
    expect(
      bars?.as === "bars" &&
        bars.rows.map(({ label, value, note, below }) => [
          written(label),
          value,
          note,
          written(below).replace(/\(\/films\/[^)#]*\)/g, ""),
        ]),
    ).toEqual([
      [
        "[1994](/films/#y1994)",
        "9",
        "3.22 ★ of 9",
        "[A4] ★5, [A0] ★3, [A1] ★3, [A2] ★3, [A3] ★3, [A5] ★3, [A6] ★3, [A7] ★3, [all 9](/films/#y1994)",
      ],
      ["[1991](/films/#y1991)", "2", "", "[B0], [B1]"],
    ]);
  });
});

test("ratings are within the outline of all films, and nothing is drawn of a few", () => {
  const others = numbered(12, (i) => ({ name: `Other ${i}`, rating: 2 + (i % 2) }));
  const site = (count: number) =>
    makeSite([...numbered(count, () => ({ rating: 4, tmdb })), ...others]);
  const [few] = [blocks(site(11), "studio").get("ratings")];
  expect(few).toBeUndefined();
  const [shown] = blocks(site(12), "studio").get("ratings")?.shown ?? [];
  const rows = shown?.as === "chart" ? shown.chart.table.rows : [];
  // All twelve have four stars; of all 24 films 6 have two, 6 have three and 12 have four.
  expect(rows.filter(([, , , share]) => share !== "0%")).toEqual([
    ["★★", 0, "0%", "25%"],
    ["★★★", 0, "0%", "25%"],
    ["★★★★", 12, "100%", "50%"],
  ]);
});

test("years of viewing are drawn with their share of all viewings of the year", () => {
  const day = (year: number, i: number) => `${year}-03-${`${i + 1}`.padStart(2, "0")}`;
  const site = makeSite([
    ...numbered(12, (i) => ({ tmdb, viewings: [i < 9 ? day(2022, i) : day(2024, i)] })),
    ...numbered(3, (i) => ({ name: `Other ${i}`, viewings: [day(2022, i)] })),
  ]);
  const seen = blocks(site, "keyword").get("seen");
  expect(seen?.title).toBe("Most in 2022: 9 viewings");
  const [bars] = seen?.shown ?? [];
  expect(
    bars?.as === "bars" && bars.rows.map(({ label, value, note }) => [written(label), value, note]),
  ).toEqual([
    ["[2024](/timeline/2024/)", "3", "100% of 3"],
    ["2023", "none", ""],
    ["[2022](/timeline/2022/)", "9", "75% of 12"],
  ]);
});

test("who made several of the films is named, from three films on", () => {
  const crew = [director(1, "Akira Kurosawa")];
  const site = (count: number) => makeSite(numbered(count, () => ({ tmdb: { ...tmdb, crew } })));
  expect(blocks(site(2), "studio").get("directors")).toBeUndefined();
  expect(blocks(site(3), "studio").get("directors")?.shown).toEqual([
    {
      as: "names",
      names: [{ name: "Akira Kurosawa", href: "/people/akira-kurosawa-1/", note: "3 films" }],
    },
  ]);
});
