import { expect, test } from "vitest";
import { createApi } from "../../src/tmdb/api.ts";
import { createClient } from "../../src/tmdb/client.ts";
import { search } from "../../src/tmdb/search.ts";
import { runTmdbServer } from "../tmdbServer/client.ts";
import { film, quickTiming } from "./world.ts";

async function searching(films: object[], series: object[] = []) {
  const server = await runTmdbServer({ films, series });
  const timing = quickTiming();
  const tmdb = { token: "test-token", apiUrl: server.url, requestsPerSecond: 1000, concurrency: 4 };
  const api = createApi(createClient({ ...tmdb, timing }));
  return {
    server,
    async find(name: string, year: number | null) {
      const match = await search({ name, year }, api);
      return match.type === "none" ? null : `${match.type}/${match.id}`;
    },
  };
}

test("one request finds a film whose title stands alone", async () => {
  const { server, find } = await searching([film(1, "Ran", 1985)]);
  expect(await find("Ran", 1985)).toBe("movie/1");
  expect(server.counters.requests).toBe(1);
});

test("a title that fills the first page is asked for by year", async () => {
  const namesakes = Array.from({ length: 25 }, (_, i) =>
    film(10 + i, "Home", 1950 + i, { popularity: 50 }),
  );
  const { server, find } = await searching([
    ...namesakes,
    film(1, "Home", 2008, { popularity: 0.1 }),
  ]);
  expect(await find("Home", 2008)).toBe("movie/1");
  expect(server.counters.requests).toBe(2);
});

test("a festival year is found in the year after, also among namesakes", async () => {
  const namesakes = Array.from({ length: 25 }, (_, i) =>
    film(10 + i, "Home", 1950 + i, { popularity: 50 }),
  );
  const { find } = await searching([...namesakes, film(1, "Home", 2009, { popularity: 0.1 })]);
  expect(await find("Home", 2008)).toBe("movie/1");
});

test.each([
  ["Cats and Dogs", "Cats & Dogs"],
  ["Rocky II", "Rocky 2"],
  ["Twice-Told Tales", "Twice Told Tales"],
  ["Three Colors: Red", "Three Colours: Red"],
  ["The Bride of Frankenstein", "Bride of Frankenstein"],
])("%s is found as %s", async (name, title) => {
  const { find } = await searching([film(1, title, 1990), film(2, "Something Else", 1990)]);
  expect(await find(name, 1990)).toBe("movie/1");
});

test("a film is found by a title that TMDB knows but does not show", async () => {
  const titles = { titles: [{ iso_3166_1: "JP", title: "Ringu", type: "" }] };
  const ring = film(1, "Ring", 1998, { original_title: "リング", alternative_titles: titles });
  const { find } = await searching([ring, film(2, "Ringu 2", 1999)]);
  expect(await find("Ringu", 1998)).toBe("movie/1");
});

test("a film is found without its subtitle", async () => {
  const { find } = await searching([film(1, "Glass Onion: A Knives Out Mystery", 2022)]);
  expect(await find("Glass Onion", 2022)).toBe("movie/1");
});

test("a series is taken where no film fits", async () => {
  const series = [{ id: 1, name: "Adolescence", first_air_date: "2025-03-13" }];
  const { find } = await searching([film(1, "Adolescence", 1966)], series);
  expect(await find("Adolescence", 2025)).toBe("tv/1");
  expect(await find("Adolescence", 1966)).toBe("movie/1");
});

test("another film is not taken because its title merely holds the words", async () => {
  const { find } = await searching([
    film(1, "The Hunger Games", 2012),
    film(2, "Hunger Strike", 2012),
  ]);
  expect(await find("Hunger", 2012)).toBeNull();
});
