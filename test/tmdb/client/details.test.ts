import { expect, test } from "vitest";
import { filmDetails, seriesDetails } from "../../../src/tmdb/client/details.ts";

test("what TMDB writes as 0 or an empty text is unknown", () => {
  const details = filmDetails({
    id: 5,
    title: "Lost",
    original_title: "",
    runtime: 0,
    release_date: "",
    poster_path: null,
    imdb_id: "",
    vote_count: 0,
    vote_average: 0,
    belongs_to_collection: null,
    softcore: false,
  });
  expect(details).toEqual({
    id: 5,
    title: "Lost",
    originalTitle: "Lost",
    releaseDate: null,
    runtime: null,
    genres: [],
    originCountries: [],
    productionCountries: [],
    originalLanguage: null,
    spokenLanguages: [],
    tagline: null,
    companies: [],
    keywords: [],
    collection: null,
    cast: [],
    crew: [],
    poster: null,
    voteAverage: null,
    voteCount: 0,
    popularity: null,
    imdbId: null,
  });
});

test("fifteen of the cast are kept in billing order, each person once", () => {
  const cast = Array.from({ length: 20 }, (_, order) => ({
    id: 100 + order,
    name: `Player ${order}`,
    character: `Part ${order}`,
    order,
  })).reverse();
  const twice = { id: 100, name: "Player 0", character: "Twin", order: 3 };
  const details = filmDetails({
    id: 1,
    title: "Crowd",
    credits: { cast: [twice, ...cast], crew: [] },
  });
  expect(details.cast).toHaveLength(15);
  expect(details.cast[0]).toEqual({ id: 100, name: "Player 0", character: "Part 0", order: 0 });
  expect(details.cast.at(-1)?.order).toBe(14);
});

test("crew jobs become roles in the order of the table, one entry a person and role", () => {
  const person = (id: number, job: string) => ({ id, name: `P${id}`, job, department: "x" });
  const crew = [
    person(1, "Director"),
    person(1, "Screenplay"),
    person(1, "Story"),
    person(2, "Co-Director"),
    person(3, "Cinematography"),
    person(4, "Music"),
    person(5, "Stunts"),
    person(6, "Executive Producer"),
    person(7, "Producer"),
  ];
  const { crew: kept } = filmDetails({ id: 1, title: "Crew", credits: { cast: [], crew } });
  expect(kept.map(({ id, role }) => `${id} ${role}`)).toEqual([
    "1 director",
    "2 co-director",
    "7 producer",
    "6 executive-producer",
    "1 writer",
    "1 screenplay",
    "3 cinematography",
    "5 stunts",
    "4 composer",
  ]);
});

test("directors and the cast come with gender and portrait, the rest of the crew without", () => {
  const recorded = { gender: 1, profile_path: "/face.jpg", adult: false };
  const { cast, crew } = filmDetails({
    id: 1,
    title: "Faces",
    credits: {
      cast: [
        { id: 1, name: "A", character: "Ripley", order: 0, ...recorded },
        { id: 2, name: "B", character: "Ash", order: 1, gender: 0, profile_path: null },
      ],
      crew: [
        { id: 3, name: "C", job: "Director", ...recorded, gender: 3 },
        { id: 4, name: "D", job: "Editor", ...recorded },
      ],
    },
  });
  expect(cast).toEqual([
    { id: 1, name: "A", gender: 1, profile: "/face.jpg", character: "Ripley", order: 0 },
    { id: 2, name: "B", character: "Ash", order: 1 },
  ]);
  expect(crew).toEqual([
    { id: 3, name: "C", gender: 3, profile: "/face.jpg", role: "director" },
    { id: 4, name: "D", role: "editor" },
  ]);
});

test("adult films, series and people come without a picture, and with everything else", () => {
  const adult = { gender: 2, profile_path: "/face.jpg", adult: true };
  const credits = {
    cast: [{ id: 1, name: "A", character: "Plumber", order: 0, ...adult }],
    crew: [{ id: 2, name: "B", job: "Director", ...adult }],
  };
  const film = filmDetails({ id: 1, title: "X", poster_path: "/x.jpg", adult: true, credits });
  expect(film.poster).toBeNull();
  expect(film.cast).toEqual([{ id: 1, name: "A", gender: 2, character: "Plumber", order: 0 }]);
  expect(film.crew).toEqual([{ id: 2, name: "B", gender: 2, role: "director" }]);
  const series = seriesDetails({ id: 1, name: "X", poster_path: "/x.jpg", adult: true, credits });
  expect(series.poster).toBeNull();
  expect(series.cast[0]).not.toHaveProperty("profile");
  // The film of an adult performer keeps its poster.
  const tame = { id: 2, title: "Y", poster_path: "/y.jpg", adult: false, credits };
  expect(filmDetails(tame).poster).toBe("/y.jpg");
});

test("a series keeps its creators, who are no directors", () => {
  const details = seriesDetails({
    id: 9,
    name: "Dekalog",
    first_air_date: "1989-12-10",
    created_by: [{ id: 1, name: "Krzysztof Kieślowski", profile_path: null }],
    number_of_episodes: 10,
    credits: { cast: [], crew: [{ id: 1, name: "Krzysztof Kieślowski", job: "Director" }] },
  });
  expect(details.creators).toEqual([{ id: 1, name: "Krzysztof Kieślowski" }]);
  expect(details).toMatchObject({ title: "Dekalog", firstAirDate: "1989-12-10", episodes: 10 });
  expect(details).not.toHaveProperty("crew");
});

test.each([[{ id: 1 }], [{ title: "No id" }], [[]], [null]])(
  "an answer that is no film is refused: %j",
  (answer) => {
    expect(() => filmDetails(answer)).toThrow();
  },
);
