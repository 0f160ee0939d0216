import { describe, expect, test } from "vitest";
import type { JobRole } from "../../src/jobs.ts";
import type { Fact } from "../../src/views/film/fact.ts";
import { film } from "../../src/views/film.ts";
import { actor, director, type FilmSpec } from "../support/libraryMaker.ts";
import { makeSite, written } from "../support/siteMaker.ts";

function viewOf(spec: Partial<FilmSpec>, options: Parameters<typeof makeSite>[1] = {}) {
  const site = makeSite([{ name: "Vagabond", year: 1985, ...spec }], options);
  const [subject] = site.library.films;
  if (!subject) throw new Error("The film is not seen.");
  return film(site, subject);
}

const facts = (view: ReturnType<typeof film>) => shown(view.facts.facts);

const shown = (all: Fact[]) =>
  all.map(({ label, value, more }) => [
    label,
    written(value) + (more ? ` (${more.summary}: ${written(more.value)})` : ""),
  ]);

const credit = (id: number, name: string, role: JobRole) => ({ id, name, role });

describe("a film's page", () => {
  test("shows what TMDB has, everything with a page as links", () => {
    const view = viewOf({
      tmdb: {
        originalTitle: "Sans toit ni loi",
        originalLanguage: "fr",
        spokenLanguages: ["fr", "ar"],
        tagline: "Without roof or law.",
        runtime: 105,
        genres: [{ id: 18, name: "Drama" }],
        originCountries: ["FR", "GB"],
        companies: [{ id: 1, name: "Ciné Tamaris" }],
        keywords: [{ id: 2, name: "winter" }],
        crew: [director(1, "Agnès Varda")],
      },
    });
    expect(view.title).toBe("Vagabond (1985)");
    expect(view.originalTitle).toEqual({ text: "Sans toit ni loi", language: "fr" });
    expect(view.tagline).toBe("Without roof or law.");
    expect(written(view.directors)).toBe("[Agnès Varda](/people/agnes-varda-1/)");
    expect(facts(view)).toEqual([
      ["Genres", "[Drama](/genres/drama/)"],
      ["Decade", "[1980s](/decades/1980s/)"],
      ["Countries", "[France](/countries/france/), [United Kingdom](/countries/united-kingdom/)"],
      ["Language", "[French](/languages/french/)"],
      ["Spoken", "[French](/languages/french/), Arabic"],
      ["Runtime", "1 h 45 min"],
      // One film is too few for a page of a studio or a keyword.
      ["Studio", "Ciné Tamaris"],
      ["Keyword", "winter"],
    ]);
  });

  test("marks the original title by a language that browsers know", () => {
    const languageOf = (originalLanguage: string) =>
      viewOf({ tmdb: { originalTitle: "花樣年華", originalLanguage } }).originalTitle?.language;
    expect(["cn", "xx", "ja"].map(languageOf)).toEqual(["yue", undefined, "ja"]);
  });

  test("does not repeat the original language where nothing else is spoken", () => {
    const view = viewOf({ tmdb: { originalLanguage: "fr", spokenLanguages: ["fr"] } });
    expect(facts(view).map(([label]) => label)).toEqual(["Decade", "Language"]);
  });

  test("names each writer once, and whose work it is from", () => {
    const view = viewOf({
      tmdb: {
        crew: [
          credit(1, "Ann", "screenplay"),
          credit(1, "Ann", "original-writer"),
          credit(2, "Ben", "original-writer"),
          credit(3, "Cid", "writer"),
          credit(3, "Cid", "screenplay"),
          credit(4, "Dan", "cinematography"),
        ],
      },
    });
    expect(shown(view.crew.main)).toEqual([
      ["Writing", "Cid, Ann; original work by Ben"],
      ["Camera", "Dan"],
    ]);
    expect(view.crew.whole).toEqual([]);
  });

  test("closes the rest of the crew, and the end of a long list", () => {
    const many = Array.from({ length: 13 }, (_, i) => credit(10 + i, `P${i}`, "stunts"));
    const view = viewOf({ tmdb: { crew: [credit(1, "Ann", "casting"), ...many] } });
    expect(view.crew.main).toEqual([]);
    expect(shown(view.crew.whole)).toEqual([
      ["Casting director", "Ann"],
      ["Stunt performers", "P0, P1, P2, P3, P4, P5, P6, P7 (5 more: P8, P9, P10, P11, P12)"],
    ]);
  });

  test("lists the cast with its characters", () => {
    const view = viewOf({
      tmdb: {
        cast: [{ ...actor(1, "Sandrine Bonnaire"), character: "Mona" }, actor(2, "Extra", 1)],
      },
    });
    expect(view.cast).toEqual([
      { name: "Sandrine Bonnaire", href: null, note: "Mona" },
      { name: "Extra", href: null, note: "" },
    ]);
  });

  test("of a series says so and has a series' facts", () => {
    const view = viewOf({ tmdb: "series" });
    expect(view.notice).toContain("TMDB has this as a series.");
    expect(view.facts.title).toBe("The series");
    expect(facts(view)).toEqual([
      ["Title at TMDB", "Series 1"],
      ["Created by", "Creator"],
      ["Type", "Scripted"],
      ["Seasons", "1"],
      ["Episodes", "10"],
      ["Genres", "Sci-Fi & Fantasy"],
      ["Decade", "[1980s](/decades/1980s/)"],
      ["Country", "United Kingdom"],
      ["Language", "English"],
    ]);
    expect(view.cast.map(({ name }) => name)).toEqual(["Series Star"]);
  });

  test("without data of TMDB has none", () => {
    const view = viewOf({ year: null });
    expect([view.title, view.facts.facts, view.notice]).toEqual(["Vagabond", [], null]);
    expect([view.cast, view.crew.main, view.crew.whole]).toEqual([[], [], []]);
    expect([view.viewings, view.more, view.inDiary]).toEqual([null, null, null]);
    expect(view.above).toEqual([["/films/", "Films"]]);
  });

  test("lists several viewings with the newest first, each leading to its day", () => {
    const { rows, head, chart } = viewOf({
      viewings: ["2024-01-01", { on: "2024-01-31", rating: 4, tags: ["cinema"] }],
    }).viewings ?? { rows: [] };
    expect(head).toBe("Day");
    expect(rows).toEqual([
      {
        date: "2024-01-31",
        href: "/diary/2024/#d2024-01-31",
        rating: 4,
        note: ["30 days later"],
      },
      {
        date: "2024-01-01",
        href: "/diary/2024/#d2024-01-01",
        rating: null,
        note: ["first in the diary"],
      },
    ]);
    expect(chart?.description).toBe("2 viewings, 1\u00a0–\u00a031 January 2024, 1 of them rated.");
  });
});

describe("the films around one", () => {
  const by = (year: number, rating: number) => ({
    name: `${year}`,
    year,
    rating,
    tmdb: { crew: [director(1, "Agnès Varda")] },
  });

  test("are others by its director, the eight best if there are more", () => {
    const ratings = [1, 2, 3, 3.5, 4, 4, 4, 5, 5, 5];
    const site = makeSite(ratings.map((rating, i) => by(1970 + i, rating)));
    const [worst] = site.library.films;
    if (!worst) throw new Error("There is no film.");
    const more = film(site, worst).more;
    expect(more?.title).toBe("More by Agnès Varda");
    const names = more?.items.map(({ film: { name } }) => name);
    // By rating, then by title.
    expect(names?.join(" ")).toBe("1977 1978 1979 1974 1975 1976 1973 1972");
    expect(written(more?.note)).toBe("[All 10 films](/people/agnes-varda-1/)");
  });

  const around = (exactDates: boolean) => {
    const site = makeSite(
      [
        { name: "Ran", viewings: ["2024-01-30", "2024-03-05"] },
        { name: "Ikiru", viewings: ["2024-03-06"] },
        { name: "Vagabond", viewings: ["2024-02-01", "2024-03-06", "2024-03-07"] },
        { name: "Persona", viewings: ["2024-04-01"] },
      ],
      { exactDates },
    );
    return Object.fromEntries(
      site.library.films.map((one) => {
        const { before, after } = film(site, one).inDiary ?? {};
        return [one.name, [before?.text, after?.text]];
      }),
    );
  };

  test("are those seen before and after its latest viewing", () => {
    expect(around(true)).toEqual({
      // Its own viewing in between is passed over.
      Vagabond: ["Ikiru", "Persona"],
      Ran: ["Vagabond", "Ikiru"],
      Ikiru: ["Ran", "Vagabond"],
      Persona: ["Vagabond", undefined],
    });
  });

  test("are months where days are withheld", () => {
    expect(around(false)).toEqual({
      Vagabond: ["February 2024", "April 2024"],
      Ran: ["February 2024", "April 2024"],
      Ikiru: ["February 2024", "April 2024"],
      Persona: ["March 2024", undefined],
    });
  });
});

describe("what is not public", () => {
  const spec: Partial<FilmSpec> = {
    viewings: [{ on: "2024-01-01", tags: ["cinema"], review: "Cold." }],
    reviews: [{ text: "Colder.", tags: ["loose"], watched: null }],
  };
  const again = { viewings: [...(spec.viewings ?? []), "2024-01-02"] };

  test("is not on a film's page", () => {
    const view = viewOf(spec, { env: { PUBLISH: "none" } });
    expect(view.reviews).toEqual([]);
    expect(view.tags).toEqual([]);
    const several = viewOf(again, { env: { PUBLISH: "none" } });
    expect(written(several.viewings?.rows[1]?.note)).toBe("first in the diary");
  });

  test("is there where its owner publishes it", () => {
    const view = viewOf(spec, { env: { PUBLISH: "all" } });
    expect(view.reviews).toEqual([
      { text: "Cold.", date: "2024-01-01" },
      { text: "Colder.", date: null },
    ]);
    expect(view.tags.map(written)).toEqual([
      "Tagged [cinema](/tags/cinema/)",
      "Tagged in a review without a date: [loose](/tags/loose/)",
    ]);
    const several = viewOf(again, { env: { PUBLISH: "all" } });
    expect(written(several.viewings?.rows[1]?.note)).toBe(
      "first in the diary · [cinema](/tags/cinema/)",
    );
  });
});
