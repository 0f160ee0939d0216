import { expect, test } from "vitest";
import * as descriptions from "../../src/pages/_descriptions.ts";
import { readSettings } from "../../src/settings.ts";
import { createSite, type Site } from "../../src/site.ts";
import { yearRows } from "../../src/stats/years.ts";
import { director, makeLibrary } from "../library/world.ts";
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
  const { films, genres, people, viewings } = current.library;
  const said = {
    dashboard: descriptions.describeSite(current),
    films: descriptions.describeFilms(current),
    film: descriptions.describeFilm(current, must(films[0])),
    undated: descriptions.describeFilm(current, must(films[2])),
    genres: descriptions.describeGenres(current),
    genre: descriptions.describeGenre(current, must(genres[0])),
    directors: descriptions.describeDirectors(current),
    director: descriptions.describeDirector(current, must(people[0])),
    timeline: descriptions.describeTimeline(current),
    years: yearRows(viewings).map((row) => descriptions.describeYear(current, row)),
    about: descriptions.describeAbout(current),
  };
  // Hours: 2 × 90 + 60 minutes. Mean of 4.5 and 3. Genres and directors are known of all three.
  expect(said).toEqual({
    dashboard:
      "3 films and 2 viewings, 4 hours in all, rated 3.75 on average, 3 of them by Agnès Varda.",
    films: "All 3 films seen, released from 1962 to 2017, rated 3.75 on average.",
    film: "Cléo from 5 to 7 (1962) by Agnès Varda: seen 2 times, rated 4.5 out of 5, liked.",
    undated: "Faces Places (2017) by Agnès Varda, JR: seen, not rated.",
    genres: "1 genre of 3 films, Drama in 67% of them.",
    genre:
      "2 films of the genre Drama seen, 67% of all films, rated 3.75 on average against 3.75 over all films.",
    directors: "2 directors of 3 films, 1 of them with two or more, Agnès Varda with 3.",
    director:
      "3 films directed by Agnès Varda seen, in 2 viewings, rated 3.75 on average, Cléo from 5 to 7 highest.",
    timeline:
      "2 viewings, 3 February 2023\u00a0–\u00a03 February 2024, 1 of them in 2023, the fullest year.",
    years: [
      "1 viewing of 1 film in 2023, rated 4.00 on average.",
      "1 viewing of 1 film in 2024 so far, 1 rewatch among them, rated 4.50 on average.",
    ],
    about:
      "What the figures of 3 films and 2 viewings mean, what they cover and where they come from.",
  });
});

test("an empty export is described without a figure that does not exist", () => {
  const empty: Site = siteOf([]);
  const said = [
    descriptions.describeSite(empty),
    descriptions.describeFilms(empty),
    descriptions.describeGenres(empty),
    descriptions.describeDirectors(empty),
    descriptions.describeTimeline(empty),
  ];
  expect(said.join(" ")).not.toMatch(/NaN|Infinity|null|undefined/);
});
