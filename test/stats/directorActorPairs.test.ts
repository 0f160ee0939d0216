import { expect, test } from "vitest";
import { directorActorPairs } from "../../src/stats/directorActorPairs.ts";
import { actor, director, type FilmSpec, makeLibrary } from "../support/libraryMaker.ts";

const pairsOf = (specs: FilmSpec[]) =>
  directorActorPairs(makeLibrary(specs).films).map(
    (pair) => `${pair.director.name}, ${pair.actor.name}: ${pair.films}, ${pair.viewings}`,
  );

const film = (
  name: string,
  crew: ReturnType<typeof director>[],
  cast: ReturnType<typeof actor>[],
  viewings: string[] = [],
): FilmSpec => ({ name, viewings, tmdb: { crew, cast } });

const [kurosawa, ozu] = [director(1, "Kurosawa"), director(2, "Ozu")];
const [mifune, ryu, hara] = [actor(11, "Mifune"), actor(12, "Ryu"), actor(13, "Hara")];

test("pairs are sorted by films, then viewings, then names; one film makes no pair", () => {
  expect(
    pairsOf([
      film("A", [kurosawa], [mifune, hara]),
      film("B", [kurosawa], [mifune]),
      film("C", [kurosawa], [mifune]),
      film("D", [ozu], [ryu, hara], ["2024-01-01"]),
      film("E", [ozu], [ryu, hara], ["2024-01-02"]),
      film("F", [kurosawa], [ryu]),
      film("G", [kurosawa], [ryu]),
    ]),
  ).toEqual(["Kurosawa, Mifune: 3, 0", "Ozu, Hara: 2, 2", "Ozu, Ryu: 2, 2", "Kurosawa, Ryu: 2, 0"]);
});

test("a director who acts is no pair with themselves, and two directors are two pairs", () => {
  const chaplin = actor(1, "Chaplin");
  const [one, two] = [director(1, "Chaplin"), director(3, "Conklin")];
  expect(
    pairsOf([film("A", [one, two], [chaplin, hara]), film("B", [one, two], [chaplin, hara])]),
  ).toEqual(["Chaplin, Hara: 2, 0", "Conklin, Chaplin: 2, 0", "Conklin, Hara: 2, 0"]);
});
