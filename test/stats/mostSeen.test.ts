import { expect, test } from "vitest";
import { mostSeen } from "../../src/stats/mostSeen.ts";
import { actor, makeFilms } from "../support/libraryMaker.ts";

const [ann, bob, cyd, dan] = ["Ann", "Bob", "Cyd", "Dan"].map((name, i) => actor(i + 1, name));
type Cast = (typeof ann)[];
const film = (name: string, cast: Cast, rating: number | null = null) => ({
  name,
  rating,
  tmdb: { cast: cast.flatMap((one) => one ?? []) },
});

test("people are counted in these films alone, from two on, equals by name", () => {
  const films = makeFilms([
    film("One", [bob, ann, cyd], 4),
    film("Two", [bob, ann], 2),
    film("Three", [cyd, bob, dan]),
    film("Elsewhere", [dan, ann]),
  ]);
  const rows = (most: number) =>
    mostSeen(films.slice(0, 3), "actor", most).map(({ subject, films: count, average, rated }) => [
      subject.name,
      count,
      average,
      rated,
    ]);
  expect(rows(8)).toEqual([
    ["Bob", 3, 3, 2],
    ["Ann", 2, 3, 2],
    ["Cyd", 2, 4, 1],
  ]);
  expect(rows(2).map(([name]) => name)).toEqual(["Bob", "Ann"]);
});
