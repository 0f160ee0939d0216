import { describe, expect, it } from "vitest";
import { get, request, runTmdbServer } from "./client.ts";
import { objects } from "./json.ts";

const film = (id: number, title: string, year: string, more: object = {}) => ({
  id,
  title,
  original_title: title,
  release_date: year === "" ? "" : `${year}-05-05`,
  vote_count: 10,
  ...more,
});

async function search(films: object[], parameters: Record<string, string>) {
  const server = await runTmdbServer({ films });
  return get(server, `/search/movie?${new URLSearchParams(parameters)}`);
}

async function ids(films: object[], parameters: string | Record<string, string>) {
  const given = typeof parameters === "string" ? { query: parameters } : parameters;
  return objects((await search(films, given)).results).map((item) => item.id);
}

describe("search matches words", () => {
  it("ignores case and accents", async () => {
    const films = [film(1, "Amélie", "2001"), film(2, "Emilie", "2001")];
    expect(await ids(films, "AMELIE")).toEqual([1]);
    expect(await ids(films, "amélie")).toEqual([1]);
  });

  it("takes each word of the query for the beginning of a word", async () => {
    const films = [film(1, "Le Testament", "1960"), film(2, "The Contest", "1961")];
    expect(await ids(films, "test")).toEqual([1]);
  });

  it("wants every word", async () => {
    const films = [film(1, "Fight Club", "1999"), film(2, "Fight Night", "2000")];
    expect(await ids(films, "fight club")).toEqual([1]);
    expect(await ids(films, "fight club extra")).toEqual([]);
  });

  it("joins the parts of a word that punctuation divides", async () => {
    const films = [
      film(1, "5-5-5", "2013"),
      film(2, "Films (55-57)", "1942"),
      film(3, "Mission: Impossible – Fallout", "2018"),
    ];
    expect(await ids(films, "555")).toEqual([1, 2]);
    expect(await ids(films, "Mission Impossible Fallout")).toEqual([3]);
  });

  it("drops & and does not take it for and", async () => {
    const films = [film(1, "Cats & Dogs", "2001")];
    expect(await ids(films, "cats & dogs")).toEqual([1]);
    expect(await ids(films, "cats dogs")).toEqual([1]);
    expect(await ids(films, "cats and dogs")).toEqual([]);
  });

  it("looks at the original and the alternative titles", async () => {
    const films = [
      film(1, "Parasite", "2019", { original_title: "기생충" }),
      film(2, "Se7en", "1995", { alternative_titles: [{ iso_3166_1: "US", title: "Seven" }] }),
      film(3, "Ring", "1998", { alternative_titles: { titles: [{ title: "Ringu" }] } }),
    ];
    expect(await ids(films, "기생충")).toEqual([1]);
    expect(await ids(films, "seven")).toEqual([2]);
    expect(await ids(films, "ringu")).toEqual([3]);
  });

  it("hides adult films unless they are asked for", async () => {
    const films = [film(1, "Caligula", "1979", { adult: true })];
    expect(await ids(films, "caligula")).toEqual([]);
    expect(await ids(films, { query: "caligula", include_adult: "true" })).toEqual([1]);
  });
});

describe("search orders", () => {
  it("the exact title first, then the beginning, then the whole phrase, then the rest", async () => {
    const films = [
      film(1, "Club for a Fight", "2003", { vote_count: 9000 }),
      film(2, "Zombie Fight Club", "2014", { vote_count: 500 }),
      film(3, "Fight Club: Members Only", "2006", { vote_count: 12 }),
      film(4, "Fight Club", "2020", { vote_count: 1 }),
      film(5, "Бойцовский клуб", "1999", { original_title: "FIGHT CLUB!", vote_count: 2 }),
    ];
    expect(await ids(films, "fight club")).toEqual([5, 4, 3, 2, 1]);
  });

  it("equals by votes, then popularity, then id", async () => {
    const films = [
      film(4, "Test", "2007", { popularity: 1 }),
      film(3, "Test", "2007", { popularity: 1 }),
      film(2, "Test", "1988", { popularity: 2 }),
      film(1, "Test", "2018", { vote_count: 119 }),
    ];
    expect(await ids(films, "test")).toEqual([1, 2, 3, 4]);
  });
});

describe("search filters by year", () => {
  const mulan = film(10, "Mulan", "1998", { vote_count: 9000 });
  const remake = film(11, "Mulan", "2020", { vote_count: 6000 });

  it("keeps with primary_release_year only films of that year", async () => {
    expect(await ids([mulan, remake], { query: "mulan", primary_release_year: "2020" })).toEqual([
      11,
    ]);
  });

  it("keeps with year also a film that was shown again then", async () => {
    // Ids that divide by 5 return 15 + the id's last digit years later: 1998 + 15 = 2013.
    expect(await ids([mulan, remake], { query: "mulan", year: "2013" })).toEqual([10]);
    expect(await ids([mulan, remake], { query: "mulan", year: "1998" })).toEqual([10]);
  });

  it("takes the releases that the data names for year", async () => {
    const releases = [{ iso_3166_1: "US", release_dates: [{ release_date: "2017-02-01T00" }] }];
    const split = film(1, "Split", "2016", { release_dates: { results: releases } });
    expect(await ids([split], { query: "split", year: "2017" })).toEqual([1]);
    expect(await ids([split], { query: "split", primary_release_year: "2017" })).toEqual([]);
  });
});

describe("search answers", () => {
  const many = Array.from({ length: 45 }, (_, at) => film(at + 1, "Home", "2000"));

  it("has twenty a page", async () => {
    const third = await search(many, { query: "home", page: "3" });
    expect(third).toMatchObject({ page: 3, total_pages: 3, total_results: 45 });
    expect(objects(third.results).map((item) => item.id)).toEqual([41, 42, 43, 44, 45]);
    expect(await ids(many, { query: "home", page: "4" })).toEqual([]);
  });

  it("is an empty page when nothing matches", async () => {
    expect(await search(many, { query: "nowhere" })).toEqual({
      page: 1,
      results: [],
      total_pages: 1,
      total_results: 0,
    });
  });

  it("lists exactly TMDB's keys, filled with its empty values", async () => {
    const bare = { id: 7, title: "Bare", genres: [{ id: 18, name: "Drama" }], runtime: 90 };
    expect(objects((await search([bare], { query: "bare" })).results)).toEqual([
      {
        adult: false,
        backdrop_path: null,
        genre_ids: [18],
        id: 7,
        original_language: "en",
        original_title: "Bare",
        overview: "",
        popularity: 0,
        poster_path: null,
        release_date: "",
        title: "Bare",
        video: false,
        vote_average: 0,
        vote_count: 0,
      },
    ]);
  });

  it("refuses an empty query and an impossible page", async () => {
    const server = await runTmdbServer({ films: many });
    const empty = await request(server, "/search/movie?query=");
    expect(empty.status).toBe(422);
    expect(await empty.json()).toEqual({ errors: ["query must be provided"] });
    for (const page of ["0", "501", "x"]) {
      const refused = await request(server, `/search/movie?query=home&page=${page}`);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ success: false, status_code: 22 });
    }
  });
});

describe("search for series", () => {
  const series = [
    { id: 1, name: "Twin Peaks", first_air_date: "1990-04-08", last_air_date: "1991-06-10" },
    { id: 2, name: "Twin Peaks", first_air_date: "2017-05-21", last_air_date: null },
  ];
  const found = async (path: string) => {
    const server = await runTmdbServer({ films: [film(3, "Twin", "1999")], series });
    return objects((await get(server, path)).results);
  };

  it("has the first year strict and the years of all episodes loose", async () => {
    const strict = await found("/search/tv?query=twin+peaks&first_air_date_year=1991");
    const loose = await found("/search/tv?query=twin+peaks&year=1991");
    expect(strict).toEqual([]);
    expect(loose.map((item) => item.id)).toEqual([1]);
  });

  it("names the kind of each result when both kinds are searched", async () => {
    const both = await found("/search/multi?query=twin");
    expect(both.map((item) => [item.media_type, item.id])).toEqual([
      ["movie", 3],
      ["tv", 1],
      ["tv", 2],
    ]);
  });
});
