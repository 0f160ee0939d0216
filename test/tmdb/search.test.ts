import { describe, expect, test } from "vitest";
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
    match: (name: string, year: number | null) => search({ name, year }, api),
  };
}

test("one request finds a film whose title stands alone", async () => {
  const { server, find } = await searching([film(1, "Ran", 1985)]);
  expect(await find("Ran", 1985)).toBe("movie/1");
  expect(server.counters.requests).toBe(1);
});

// Two pages of results are read on; of more the year is asked for.
test.each([25, 60])(
  "one among %i films of its title is found with one more request",
  async (count) => {
    const namesakes = Array.from({ length: count }, (_, i) =>
      film(10 + i, "Home", 1940 + i, { popularity: 50 }),
    );
    const { server, find } = await searching([
      ...namesakes,
      film(1, "Home", 2008, { popularity: 0.1 }),
    ]);
    expect(await find("Home", 2008)).toBe("movie/1");
    expect(server.counters.requests).toBe(2);
  },
);

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
  ["Godzilla × Kong", "Godzilla x Kong"],
  ["Mission: Impossible – Fallout", "Mission: Impossible - Fallout"],
  ["Singin’ in the Rain", "Singin' in the Rain"],
  ["9½ Weeks", "9 1/2 Weeks"],
  ["Rocky 2", "Rocky II"],
  ["Сталкер", "Сталкер"],
  ["ความรัก", "ความรัก"],
  ["신과함께: 죄와 벌", "신과함께 - 죄와 벌"],
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

test("a candidate that TMDB has deleted is passed over", async () => {
  const titles = { titles: [{ iso_3166_1: "JP", title: "Ringu", type: "" }] };
  const films = [
    film(1, "Ring", 1998, { original_title: "リング", alternative_titles: titles }),
    film(2, "The Ringu Virus", 1998, { vote_count: 9000 }),
  ];
  const { server, find } = await searching(films);
  server.fault = ({ path }) =>
    path === "/3/movie/2" ? { status: 404, body: '{"status_code":34}' } : undefined;
  expect(await find("Ringu", 1998)).toBe("movie/1");
  expect(server.counters.paths.get("/3/movie/2")).toBe(1);
});

test("a film is found without its subtitle", async () => {
  const { find } = await searching([film(1, "Glass Onion: A Knives Out Mystery", 2022)]);
  expect(await find("Glass Onion", 2022)).toBe("movie/1");
});

test("a film about a film is not taken for it", async () => {
  const { match } = await searching([film(1, "Predators", 2010)]);
  expect(await match("Predators: The Chosen", 2010)).toMatchObject({
    type: "none",
    candidates: [{ id: 1 }],
  });
});

test("a series is taken where no film fits", async () => {
  const series = [{ id: 1, name: "Adolescence", first_air_date: "2025-03-13" }];
  const { find } = await searching([film(1, "Adolescence", 1966)], series);
  expect(await find("Adolescence", 2025)).toBe("tv/1");
  expect(await find("Adolescence", 1966)).toBe("movie/1");
});

test.each([
  ["七人の侍", "七人の侍", "movie/1"],
  // Without its vowel signs and marks this would be another word.
  ["नायक", "नयक", null],
  ["ガメラ", "カメラ", null],
])("%s among films called %s: %s", async (name, title, target) => {
  const { find } = await searching([film(1, "Another Name", 1966, { original_title: title })]);
  expect(await find(name, 1966)).toBe(target);
});

test("a series that is not of the very year is offered and not taken", async () => {
  const { match } = await searching(
    [],
    [{ id: 7, name: "The Train", first_air_date: "2020-01-02" }],
  );
  expect(await match("The Train", 2019)).toEqual({
    type: "none",
    confidence: 0.3,
    reason: "TMDB has one series of this title, from 2020.",
    candidates: [{ type: "tv", id: 7, title: "The Train", year: 2020, votes: 0 }],
  });
});

describe("a film of the next year that hardly anybody rated", () => {
  const series = (votes: number) => [
    { id: 7, name: "Adolescence", first_air_date: "2025-03-13", vote_count: votes },
  ];
  const films = (votes: number) => [film(1, "Adolescence", 2026, { vote_count: votes })];

  test("gives way to a well-known series of the year", async () => {
    const { find } = await searching(films(9), series(100));
    expect(await find("Adolescence", 2025)).toBe("tv/7");
  });

  test("leaves the choice to the owner beside a series as little known", async () => {
    const { match } = await searching(films(9), series(99));
    expect(await match("Adolescence", 2025)).toMatchObject({
      type: "none",
      candidates: [
        { type: "tv", id: 7 },
        { type: "movie", id: 1 },
      ],
    });
  });

  test("is taken where no series has its title, and with ten votes in any case", async () => {
    const { find } = await searching(films(9), []);
    expect(await find("Adolescence", 2025)).toBe("movie/1");
    const known = await searching(films(10), series(5000));
    expect(await known.find("Adolescence", 2025)).toBe("movie/1");
    expect(known.server.counters.requests).toBe(1);
  });
});

test("an adult film is found where nothing else is acceptable, and only then", async () => {
  const adult = film(1, "Café Flesh", 1982, { adult: true, vote_count: 9000 });
  const { find } = await searching([adult, film(2, "Café", 1982)]);
  expect(await find("Café Flesh", 1982)).toBe("movie/1");
  const both = await searching([adult, film(2, "Café Flesh", 1983, { vote_count: 3 })]);
  expect(await both.find("Café Flesh", 1982)).toBe("movie/2");
});

test("what the reason counts comes before titles that are only near", async () => {
  const { match } = await searching([
    film(1, "Remember Sunday", 2011, { vote_count: 200 }),
    film(2, "Sunday", 1962, { vote_count: 5 }),
    film(3, "Sunday", 1997, { vote_count: 9 }),
  ]);
  const found = await match("Sunday", 2011);
  expect(found.reason).toBe("TMDB has 2 of this title, none of them from this year.");
  expect(found.candidates?.map(({ id }) => id)).toEqual([3, 2, 1]);
});

test("a match that is not quite sure names what else it could be", async () => {
  const { match } = await searching([
    film(1, "Split", 2016, { vote_count: 16 }),
    film(2, "Split", 2017, { vote_count: 17_000 }),
  ]);
  expect(await match("Split", 2016)).toEqual({
    type: "movie",
    id: 2,
    confidence: 0.8,
    reason:
      "A film of the same title, one year later at TMDB, preferred for 17000 votes to one nearer in time with 16.",
    candidates: [{ type: "movie", id: 1, title: "Split", year: 2016, votes: 16 }],
  });
});

test("a title to the letter is not taken for a better known one that is only spelt alike", async () => {
  const films = [
    film(1, "@ in the mood for love", 2001, { vote_count: 31 }),
    film(2, "In the Mood for Love", 2000, { vote_count: 3000 }),
  ];
  const { match } = await searching(films);
  expect(await match("@ in the mood for love", 2001)).toMatchObject({ id: 1, confidence: 0.8 });
  expect(await match("In the Mood for Love", 2000)).toMatchObject({ id: 2, confidence: 1 });
});

test("another film is not taken because its title merely holds the words", async () => {
  const { find } = await searching([
    film(1, "The Hunger Games", 2012),
    film(2, "Hunger Strike", 2012),
  ]);
  expect(await find("Hunger", 2012)).toBeNull();
});
