import { describe, expect, test } from "vitest";
import { film } from "../../src/views/film.ts";
import { director, type FilmSpec } from "../support/libraryMaker.ts";
import { makeSite, written } from "../support/siteMaker.ts";

function viewOf(spec: Partial<FilmSpec>, options: Parameters<typeof makeSite>[1] = {}) {
  const site = makeSite([{ name: "Vagabond", year: 1985, ...spec }], options);
  const [subject] = site.library.films;
  if (!subject) throw new Error("The film is not seen.");
  return film(site, subject);
}

const facts = (view: ReturnType<typeof film>) =>
  view.facts?.facts.map(({ label, value }) => [label, written(value)]);

describe("a film's page", () => {
  test("shows the facts that TMDB has, people with a page as links", () => {
    const view = viewOf({
      tmdb: {
        originalTitle: "Sans toit ni loi",
        originalLanguage: "fr",
        runtime: 105,
        genres: [{ id: 18, name: "Drama" }],
        originCountries: ["FR", "GB"],
        companies: [{ id: 1, name: "Ciné Tamaris" }],
        crew: [director(1, "Agnès Varda"), { id: 1, name: "Agnès Varda", role: "writer" }],
      },
    });
    expect(view.title).toBe("Vagabond (1985)");
    expect(view.originalTitle).toEqual({ text: "Sans toit ni loi", language: "fr" });
    expect(written(view.directors)).toBe("[Agnès Varda](/people/agnes-varda-1/)");
    expect(facts(view)).toEqual([
      ["Genres", "[Drama](/genres/drama/)"],
      ["Countries", "France, United Kingdom"],
      ["Language", "French"],
      ["Runtime", "1 h 45 min"],
      ["Written by", "[Agnès Varda](/people/agnes-varda-1/)"],
      ["Studio", "Ciné Tamaris"],
    ]);
  });

  test("of a series says so and has a series' facts", () => {
    const view = viewOf({ tmdb: "series" });
    expect(view.notice).toContain("TMDB has this as a series.");
    expect(view.facts?.title).toBe("The series");
    expect(facts(view)).toEqual([
      ["Title at TMDB", "Series 1"],
      ["Created by", "Creator"],
      ["Episodes", "10"],
      ["Genres", "Sci-Fi & Fantasy"],
      ["Country", "United Kingdom"],
      ["Language", "English"],
      ["Cast", "Series Star"],
    ]);
  });

  test("without data of TMDB has none", () => {
    const view = viewOf({ year: null });
    expect([view.title, view.facts, view.notice]).toEqual(["Vagabond", null, null]);
    expect(view.above).toEqual([["/films/", "Films"]]);
  });

  test("lists viewings with the newest first, each leading to its day", () => {
    const viewings = ["2024-01-01", { on: "2024-01-31", rating: 4, tags: ["cinema"] }];
    const { rows, head } = viewOf({ viewings }).viewings;
    expect(head).toBe("Day");
    expect(rows).toEqual([
      { date: "2024-01-31", href: "/timeline/2024/#d2024-01-31", rating: 4, note: "30 days later" },
      {
        date: "2024-01-01",
        href: "/timeline/2024/#d2024-01-01",
        rating: null,
        note: "first watch",
      },
    ]);
  });
});

describe("what is not public", () => {
  const spec: Partial<FilmSpec> = {
    viewings: [{ on: "2024-01-01", tags: ["cinema"], review: "Cold." }],
    reviews: [{ text: "Colder.", tags: ["loose"], watched: null }],
  };

  test("is not on a film's page", () => {
    const view = viewOf(spec, { env: { PUBLISH: "none" } });
    expect(view.reviews).toEqual([]);
    expect(view.tags).toBeNull();
    expect(view.viewings.rows[0]?.note).toBe("first watch");
  });

  test("is there where its owner publishes it", () => {
    const view = viewOf(spec, { env: { PUBLISH: "all" } });
    expect(view.reviews).toEqual([
      { text: "Cold.", date: "2024-01-01" },
      { text: "Colder.", date: null },
    ]);
    expect(view.tags).toBe("Tagged in a review without a date: loose");
    expect(view.viewings.rows[0]?.note).toBe("first watch · cinema");
  });
});
