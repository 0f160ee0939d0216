import { expect, test } from "vitest";
import { filmDetails } from "../../../src/tmdb/client/details.ts";
import { peopleToAsk, type SeenFilm } from "../../../src/tmdb/enrich/peopleToAsk.ts";

let last = 0;

/** A seen film with directors and actors by id; an actor may come with a character. */
function seen(
  directors: number[],
  actors: (number | [id: number, character: string])[] = [],
  viewings = 1,
): SeenFilm {
  const cast = actors.map((actor) => (typeof actor === "number" ? [actor, "Part"] : actor));
  const credits = {
    crew: directors.map((id) => ({ id, name: `D${id}`, job: "Director" })),
    cast: cast.map(([id, character], order) => ({ id, name: `A${id}`, character, order })),
  };
  return { details: filmDetails({ id: ++last, title: "Film", credits }), viewings };
}

test("the most seen directors come first, then the most seen actors", () => {
  const films = [seen([1, 2], [11, 12]), seen([1], [11]), seen([1, 2], [12, 11]), seen([2, 3, 1])];
  // Films: 1 four, 2 three, 3 one. 11 three, 12 two.
  expect(peopleToAsk(films, 1)).toEqual([1, 11]);
  expect(peopleToAsk(films, 20)).toEqual([1, 2, 11, 12]);
});

test("equal numbers of films are decided by viewings, then by the lower id", () => {
  const films = [
    seen([30, 20, 10], [], 1),
    seen([30, 20, 10], [], 1),
    seen([40], [], 5),
    seen([40], [], 0),
  ];
  expect(peopleToAsk(films, 2)).toEqual([40, 10]);
  expect(peopleToAsk(films, 3)).toEqual([40, 10, 20]);
});

test("one film is not enough, however many people are wanted", () => {
  expect(peopleToAsk([seen([1], [2])], "all")).toEqual([]);
  expect(peopleToAsk([seen([1]), seen([], [1])], "all")).toEqual([]);
});

test("who directs and acts is asked for once", () => {
  expect(peopleToAsk([seen([1], [1, 2]), seen([1], [2, 1])], 20)).toEqual([1, 2]);
});

test("old footage, appearances as oneself and uncredited parts make nobody an actor", () => {
  const films = ["Self", "Self (archive footage)", "Waiter (uncredited)"].map((character) =>
    seen([], [[5, character]]),
  );
  expect(peopleToAsk(films, "all")).toEqual([]);
});

test("all means all, and 0 nobody", () => {
  const many = Array.from({ length: 50 }, (_, i) => i + 1);
  const films = [seen(many), seen(many)];
  expect(peopleToAsk(films, "all")).toHaveLength(50);
  expect(peopleToAsk(films, 20)).toHaveLength(20);
  expect(peopleToAsk(films, 0)).toEqual([]);
});
