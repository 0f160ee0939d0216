import { expect, test } from "vitest";
import { noCredits } from "../../../src/library/credits.ts";
import type { Person } from "../../../src/library/person.ts";
import { register } from "../../../src/views/people/register.ts";

const people = (...names: string[]): Person[] =>
  names.map((name, i) => ({
    id: i + 1,
    name,
    path: `/people/${i + 1}/`,
    gender: null,
    credits: noCredits(),
    archiveFootage: [],
    filmography: null,
  }));

const filed = (...names: string[]) =>
  register(people(...names)).map(({ letter, people: own }) => [
    letter,
    own.map(({ name }) => name),
  ]);

test("people are sorted by the last word of their names, ignoring accents", () => {
  expect(
    filed("Agnès Varda", "Joel Coen", "Émile Älg", "Ethan Coen", "Ann Abel", "Ola Øst", "Aki Oslo"),
  ).toEqual([
    ["A", ["Ann Abel", "Émile Älg"]],
    ["C", ["Ethan Coen", "Joel Coen"]],
    ["O", ["Aki Oslo", "Ola Øst"]],
    ["V", ["Agnès Varda"]],
  ]);
});

test("what follows a family name does not count, and one word is a name too", () => {
  expect(filed("Robert Downey Jr.", "Noble Willingham III", "Kalatozov", "Ian d’Arcy")).toEqual([
    ["D", ["Ian d’Arcy", "Robert Downey Jr."]],
    ["K", ["Kalatozov"]],
    ["W", ["Noble Willingham III"]],
  ]);
});

test("names in other scripts come last, and everybody is listed", () => {
  expect(filed("宮崎 駿", "Zoë Zola", "24 Frames", "")).toEqual([
    ["F", ["24 Frames"]],
    ["Z", ["Zoë Zola"]],
    ["Others", expect.arrayContaining(["宮崎 駿", ""])],
  ]);
});
