import { expect, test } from "vitest";
import { readSettings } from "../../src/settings.ts";
import { createSite, type Site } from "../../src/site.ts";
import { personFacts } from "../../src/stats/personFacts.ts";
import { yearRows } from "../../src/stats/years.ts";
import { groupRanking } from "../../src/views/groups/rankingPage.ts";
import { roleRanking } from "../../src/views/people/roleRanking.ts";
import * as descriptions from "../../src/words/descriptions.ts";
import { describeGroup } from "../../src/words/groups.ts";
import { describePerson } from "../../src/words/person.ts";
import { director, makeLibrary } from "../support/libraryMaker.ts";
import { rankingPage } from "../support/siteMaker.ts";
import { temporaryFolder } from "../tmdb/world.ts";

const drama = { id: 18, name: "Drama" };
const varda = director(1, "Agnès Varda");

const siteOf = (...films: Parameters<typeof makeLibrary>) =>
  createSite(readSettings({ config: {}, env: {}, root: temporaryFolder() }), makeLibrary(...films));

const site = () =>
  siteOf(
    [
      {
        name: "Cléo from 5 to 7",
        year: 1962,
        rating: 4.5,
        liked: true,
        viewings: [
          { on: "2023-02-03", rating: 4 },
          { on: "2024-02-03", rating: 4.5, rewatch: true },
        ],
        tmdb: { runtime: 90, genres: [drama], crew: [varda] },
      },
      {
        name: "Vagabond",
        year: 1985,
        rating: 3,
        tmdb: { runtime: 60, genres: [drama], crew: [varda] },
      },
      { name: "Faces Places", year: 2017, tmdb: { crew: [varda, director(2, "JR")] } },
    ],
    { ledger: { asOf: "2024-05-01" } },
  );

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("missing");
  return value;
};

test("each page is described in one sentence with its figures", () => {
  const current = site();
  const { films, groups, people, viewings } = current.library;
  const said = {
    dashboard: descriptions.describeSite(current),
    films: descriptions.describeFilms(current),
    film: descriptions.describeFilm(current, must(films[0])),
    undated: descriptions.describeFilm(current, must(films[2])),
    genres: rankingPage(groupRanking(current, "genre")).description,
    genre: describeGroup(current, must(groups.genre[0])),
    directors: rankingPage(roleRanking(current, "director")).description,
    director: describePerson(current, personFacts(current.library, must(people[0]))),
    timeline: descriptions.describeTimeline(current),
    years: yearRows(viewings).map((row) => descriptions.describeYear(current, row)),
    about: descriptions.describeAbout(current),
  };
  // Hours: 2 × 90 + 60 minutes. Two ratings and three films are too few for a mean or a first.
  expect(said).toEqual({
    dashboard: "3 films and 2 viewings, 4 hours in all.",
    films: "All 3 films seen, released from 1962 to 2017.",
    film: "Cléo from 5 to 7 (1962) by Agnès Varda: seen 2 times, rated 4.5 out of 5, liked.",
    undated: "Faces Places (2017) by Agnès Varda, JR: seen, not rated.",
    genres: "1 genre of 3 films.",
    genre: "2 Drama films seen, 67% of all films.",
    directors: "2 directors of 3 films, 1 of them with two or more.",
    director:
      "Agnès Varda: director of 3 films, as far as seen, 2 viewings, Cléo from 5 to 7 highest.",
    timeline: "2 viewings, 3 February 2023\u00a0–\u00a03 February 2024.",
    years: [
      "1 viewing of 1 film in 2023.",
      "1 viewing of 1 film in 2024 so far, 1 rewatch among them.",
    ],
    about:
      "What the figures of 3 films and 2 viewings mean, what they cover and where they come from.",
  });
});

test("the only film rated is not the highest", () => {
  const by = (name: string, rating?: number) => ({
    name,
    ...(rating !== undefined && { rating }),
    tmdb: { crew: [varda] },
  });
  const said = (...films: ReturnType<typeof by>[]) => {
    const current = siteOf(films);
    return describePerson(current, personFacts(current.library, must(current.library.people[0])));
  };
  expect(said(by("Vagabond", 2), by("Kung-Fu Master!"))).toBe(
    "Agnès Varda: director of 2 films, as far as seen.",
  );
  expect(said(by("Vagabond", 2), by("Kung-Fu Master!", 1.5))).toBe(
    "Agnès Varda: director of 2 films, as far as seen, Vagabond highest.",
  );
});

test("firsts and means are told where there is enough, and equals together", () => {
  const film = (i: number, person: typeof varda) => ({
    name: `Film ${i}`,
    year: 1960 + i,
    rating: 3 + (i % 2),
    viewings: [{ on: i < 5 ? `2023-01-0${i + 1}` : `2024-01-0${i + 1}`, rating: 3 + (i % 2) }],
    tmdb: { genres: i < 6 ? [drama] : [{ id: 35, name: "Comedy" }], crew: [person] },
  });
  const akerman = director(3, "Chantal Akerman");
  const directors = [
    varda,
    varda,
    varda,
    akerman,
    akerman,
    akerman,
    director(2, "JR"),
    varda,
    akerman,
  ];
  const current = siteOf(
    directors.map((person, i) => film(i, person)),
    {
      ledger: { asOf: "2025-05-01" },
    },
  );
  const [first] = yearRows(current.library.viewings);
  // Ratings 3, 4, 3, 4, 3, 4, 3, 4, 3: 31 ÷ 9; those of 2023 17 ÷ 5.
  expect({
    dashboard: descriptions.describeSite(current),
    genres: rankingPage(groupRanking(current, "genre")).description,
    directors: rankingPage(roleRanking(current, "director")).description,
    timeline: descriptions.describeTimeline(current),
    year: descriptions.describeYear(current, must(first)),
  }).toEqual({
    dashboard:
      "9 films and 9 viewings, 9 rated, 3.44 on average, 4 films each by Agnès Varda and Chantal Akerman.",
    genres: "2 genres of 9 films, Drama in 67% of them.",
    directors:
      "3 directors of 9 films, 2 of them with two or more, Agnès Varda and Chantal Akerman with 4 each.",
    timeline:
      "9 viewings, 1 January 2023\u00a0–\u00a09 January 2024, 5 of them in 2023, the fullest year.",
    year: "5 viewings of 5 films in 2023, 5 of them rated, 3.40 on average.",
  });
});

test("an empty export is described without a figure that does not exist", () => {
  const empty: Site = siteOf([]);
  const said = [
    descriptions.describeSite(empty),
    descriptions.describeFilms(empty),
    rankingPage(groupRanking(empty, "genre")).description,
    rankingPage(roleRanking(empty, "director")).description,
    descriptions.describeTimeline(empty),
  ];
  expect(said.join(" ")).not.toMatch(/NaN|Infinity|null|undefined/);
});
