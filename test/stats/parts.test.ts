import { expect, test } from "vitest";
import { bestPart, partsInOrder } from "../../src/stats/parts.ts";
import { makeFilms } from "../support/libraryMaker.ts";

const alien = (name: string, releaseDate: string | null, rating: number | null = null) => ({
  name,
  year: releaseDate === null ? 1986 : Number(releaseDate.slice(0, 4)),
  rating,
  tmdb: { releaseDate },
});

const missing = { id: 8077, title: "Alien³", released: "1992-05-22" };

const namesOf = (parts: ReturnType<typeof partsInOrder>) =>
  parts.map((part) => part.film?.name ?? `(${part.missing?.title})`);

test("parts are in order of release, whether they were seen or not", () => {
  const films = makeFilms([
    alien("Alien Resurrection", "1997-11-12"),
    alien("Aliens", null),
    alien("Alien", "1979-05-25"),
  ]);
  expect(namesOf(partsInOrder(films, [missing]))).toEqual([
    "Alien",
    "Aliens",
    "(Alien³)",
    "Alien Resurrection",
  ]);
});

test("the best part has its place among all, and needs three ratings and no equal", () => {
  const best = (...ratings: (number | null)[]) => {
    const [first = null, second = null, fourth = null] = ratings;
    const found = bestPart(
      partsInOrder(
        makeFilms([
          alien("Alien", "1979-05-25", first),
          alien("Aliens", "1986-07-18", second),
          alien("Alien Resurrection", "1997-11-12", fourth),
        ]),
        [missing],
      ),
    );
    return found && [found.film.name, found.place];
  };
  expect(best(4, 4.5, 3)).toEqual(["Aliens", 2]);
  expect(best(3, 3.5, 4)).toEqual(["Alien Resurrection", 4]);
  expect(best(4.5, 4.5, 3)).toBeNull();
  expect(best(4, 4.5)).toBeNull();
});
