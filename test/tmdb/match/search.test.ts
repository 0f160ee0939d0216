import { describe, expect, test } from "vitest";
import { createApi } from "../../../src/tmdb/client/api.ts";
import { createClient } from "../../../src/tmdb/client/client.ts";
import { searchMatch } from "../../../src/tmdb/match/search.ts";
import { pageOf } from "../../../src/tmdb/metadata.ts";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { film, quickTiming } from "../world.ts";

async function searching(films: object[], series: object[] = []) {
  const server = await runTmdbServer({ films, series });
  const timing = quickTiming();
  const tmdb = { token: "test-token", apiUrl: server.url, requestsPerSecond: 1000, concurrency: 4 };
  const api = createApi(createClient({ ...tmdb, timing }));
  return {
    api,
    server,
    async find(name: string, year: number | null) {
      const match = await searchMatch({ name, year }, api);
      return match.type === "none" ? null : `${match.type}/${match.id}`;
    },
    match: (name: string, year: number | null) => searchMatch({ name, year }, api),
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
    reason: "TMDB has one series with this title, from 2020.",
    candidates: [{ type: "tv", id: 7, title: "The Train", year: 2020, votes: 0 }],
  });
});

describe("a film that may only share its title with a series", () => {
  const mini = { type: "Miniseries", number_of_seasons: 1, number_of_episodes: 4 };
  const years = { type: "Scripted", number_of_seasons: 6, number_of_episodes: 118 };
  const one = (votes: number, more: object = mini, id = 7) => ({
    id,
    name: "Lost",
    first_air_date: "2004-09-22",
    vote_count: votes,
    ...more,
  });
  const lost = (year: number, votes: number, id = 1) =>
    film(id, "Lost", year, { vote_count: votes });

  test.each([
    ["of the year and hardly known", [lost(2004, 0)]],
    ["of the year and with 20 times fewer votes", [lost(2004, 49)]],
    ["of the next year", [lost(2005, 9)]],
    ["of the year before", [lost(2003, 49)]],
    ["one of two that nobody knows", [lost(2004, 6), lost(2004, 4, 2)]],
  ])("%s, gives way to a well-known mini-series of the year", async (_, films) => {
    const { match } = await searching(films, [one(980)]);
    const found = await match("Lost", 2004);
    expect(found).toMatchObject({ type: "tv", id: 7, confidence: 0.85 });
    expect(found.candidates?.map(({ id }) => id).sort()).toEqual(films.map(({ id }) => id));
  });

  test("of a later year does so too where one of the year is hardly known", async () => {
    const { find } = await searching([lost(2004, 0), lost(2005, 300, 2)], [one(6000)]);
    expect(await find("Lost", 2004)).toBe("tv/7");
  });

  test.each([
    [
      "one season of 13 episodes that is over",
      { number_of_seasons: 1, number_of_episodes: 13 },
      "tv/7",
    ],
    ["one season of 14 episodes", { number_of_seasons: 1, number_of_episodes: 14 }, null],
    [
      "a first season that goes on",
      { number_of_seasons: 1, number_of_episodes: 9, in_production: true },
      null,
    ],
    ["two seasons", { number_of_seasons: 2, number_of_episodes: 12 }, null],
    ["three seasons of 30 episodes", { number_of_seasons: 3, number_of_episodes: 30 }, null],
    ["31 episodes", { number_of_seasons: 3, number_of_episodes: 31 }, "movie/1"],
    ["four seasons", { number_of_seasons: 4, number_of_episodes: 12 }, "movie/1"],
    ["118 episodes that TMDB calls a mini-series", { ...mini, number_of_episodes: 118 }, "movie/1"],
    ["a length that nobody knows", {}, null],
  ])("stands against a series of %s or does not: %o", async (_, length, target) => {
    const { find } = await searching([lost(2004, 9)], [one(5000, length)]);
    expect(await find("Lost", 2004)).toBe(target);
  });

  test("is held against the best known series that did not run for years", async () => {
    const { find } = await searching([lost(2004, 0)], [one(9000, years, 8), one(800)]);
    expect(await find("Lost", 2004)).toBe("tv/7");
  });

  test("stands against a series with less than half its votes", async () => {
    const { find } = await searching([lost(2004, 9)], [one(4)]);
    expect(await find("Lost", 2004)).toBe("movie/1");
    expect(await (await searching([lost(2004, 8)], [one(4)])).find("Lost", 2004)).toBe(null);
  });

  test("stands where TMDB has deleted the series", async () => {
    const { find, server } = await searching([lost(2004, 0)], [one(980)]);
    server.fault = ({ path }) =>
      path === "/3/tv/7" ? { status: 404, body: '{"status_code":34}' } : undefined;
    expect(await find("Lost", 2004)).toBe("movie/1");
  });

  test.each([
    ["neither is well known", lost(2004, 0), one(0)],
    ["the series has not 20 times its votes", lost(2004, 9), one(179)],
    ["the film is of the year before", lost(2003, 2110), one(900, years)],
  ])("is left to the owner where %s, the better known first", async (_, one, series) => {
    const { match } = await searching([one], [series]);
    const open = await match("Lost", 2004);
    expect(open).toMatchObject({ type: "none", confidence: 0.5 });
    const first = one.vote_count > series.vote_count ? "movie/1" : "tv/7";
    const both = open.candidates?.map(pageOf) ?? [];
    expect(both.toSorted()).toEqual(["movie/1", "tv/7"]);
    if (one.vote_count !== series.vote_count) expect(both[0]).toBe(first);
  });

  test("is taken where no series has its title and year", async () => {
    const { find } = await searching(
      [lost(2004, 0)],
      [one(900, { ...mini, first_air_date: "2005-01-01" })],
    );
    expect(await find("Lost", 2004)).toBe("movie/1");
  });

  test("costs one request where 50 people rated it, or where it is older than television", async () => {
    const known = await searching([lost(2004, 50)], [one(5000)]);
    expect(await known.find("Lost", 2004)).toBe("movie/1");
    expect(known.server.counters.requests).toBe(1);
    const old = await searching(
      [lost(1954, 0)],
      [one(5000, { ...mini, first_air_date: "1954-01-01" })],
    );
    expect(await old.find("Lost", 1954)).toBe("movie/1");
    expect(old.server.counters.requests).toBe(1);
  });

  test("one of two of its name in the export is left alone", async () => {
    const { api } = await searching([lost(2004, 0), lost(2004, 3, 2)], [one(5000)]);
    const match = await searchMatch({ name: "Lost", year: 2004, shared: true }, api);
    expect(match).toMatchObject({ type: "movie", id: 2, confidence: 0.5 });
  });
});

test("a series that ran for years is offered and not taken, also where no film is found", async () => {
  const series = { id: 7, name: "Lost", first_air_date: "2004-09-22", number_of_seasons: 6 };
  const { match } = await searching([], [series]);
  expect(await match("Lost", 2004)).toMatchObject({ type: "none", candidates: [{ id: 7 }] });
});

test("of two films alike the one that goes by the title in another country too is taken", async () => {
  const titles = { titles: [{ iso_3166_1: "FR", title: "Breath", type: "" }] };
  const films = [
    film(1, "Breath", 2007, { vote_count: 50 }),
    film(2, "Breath", 2007, { vote_count: 45, alternative_titles: titles }),
  ];
  const { match } = await searching(films);
  expect(await match("Breath", 2007)).toMatchObject({ id: 2, confidence: 0.75 });
  const both = films.map((one) => ({ ...one, alternative_titles: titles }));
  expect(await (await searching(both)).match("Breath", 2007)).toMatchObject({ type: "none" });
});

describe("a film that TMDB dates years later", () => {
  const release = (...days: string[]) => ({
    release_dates: {
      results: [
        {
          iso_3166_1: "US",
          release_dates: days.map((day) => ({ release_date: `${day}T00:00:00.000Z`, type: 3 })),
        },
      ],
    },
  });
  const restored = film(1, "Design for Living", 2013, release("2013-02-10", "1933-12-29"));

  test("is the one if it came out in the year of the export", async () => {
    const { match, server } = await searching([restored, film(2, "Design for Living", 2016)]);
    expect(await match("Design For Living", 1933)).toMatchObject({
      type: "movie",
      id: 1,
      confidence: 0.85,
      reason: "A film with the same title that came out in 1933, though TMDB dates it 2013.",
    });
    expect(server.counters.repeated).toBe(0);
  });

  test("is only offered otherwise, and so is one of two", async () => {
    const { match } = await searching([film(1, "Design for Living", 2013, release("2013-02-10"))]);
    expect(await match("Design for Living", 1933)).toMatchObject({
      type: "none",
      candidates: [{ id: 1 }],
    });
    const both = [restored, { ...restored, id: 2 }];
    expect(await (await searching(both)).match("Design for Living", 1933)).toMatchObject({
      type: "none",
      candidates: [{ id: 1 }, { id: 2 }],
    });
  });

  test("comes before a series of that year", async () => {
    const series = [{ id: 7, name: "Design for Living", first_air_date: "1933-01-01" }];
    const { find } = await searching([restored], series);
    expect(await find("Design for Living", 1933)).toBe("movie/1");
  });

  test("is none that an earlier film came back as", async () => {
    const again = film(1, "Hercules", 1997, release("1997-06-13", "2014-07-24"));
    const { find } = await searching([again]);
    expect(await find("Hercules", 2014)).toBe(null);
  });
});

test.each([
  ["Dune: Part One", "Dune"],
  ["Mission: Impossible – Dead Reckoning Part One", "Mission: Impossible - Dead Reckoning"],
  ["Mission: Impossible – Dead Reckoning", "Mission: Impossible - Dead Reckoning Part One"],
  ["Kill Zone Part One", "Kill Zone"],
  ["Red Book Volume 2", "Red Book Vol. 2"],
  ["Nymphomaniac: Volume I", "Nymphomaniac: Vol. 1"],
  ["Nymphomaniac: Vol. I", "Nymphomaniac: Volume I"],
])("%s is found as %s of the very year", async (name, title) => {
  const { find } = await searching([film(1, title, 2021)]);
  expect(await find(name, 2021)).toBe("movie/1");
  expect(await find(name, 2020)).toBe(null);
});

test.each([
  ["Dune: Part Two", "Dune: Part One"],
  ["Dune", "Dune: Part Two"],
  ["Kill Bill", "Kill Bill: Vol. 2"],
  ["Rocky", "Rocky II"],
])("%s is offered %s, and not taken for it", async (name, title) => {
  const { match } = await searching([film(1, title, 2021)]);
  expect(await match(name, 2021)).toMatchObject({ type: "none", candidates: [{ id: 1 }] });
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
  expect(found.reason).toBe("TMDB has 2 with this title, none of them from this year.");
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
      "A film with the same title, one year later at TMDB, chosen for 17,000 votes over one closer in time with 16.",
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
