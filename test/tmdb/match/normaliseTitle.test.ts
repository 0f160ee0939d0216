import { expect, test } from "vitest";
import { sameTitle } from "../../../src/tmdb/match/likeness.ts";
import { normaliseTitle } from "../../../src/tmdb/match/normaliseTitle.ts";

test.each([
  ["Amélie", "AMELIE"],
  ["Mission: Impossible – Fallout", "Mission Impossible - Fallout"],
  ["Fast & Furious", "Fast and Furious"],
  ["Singin' in the Rain", "Singin’ in the Rain"],
  ["Godzilla × Kong", "Godzilla x Kong"],
  ["M*A*S*H", "M A S H"],
  ["Der Fluß", "Der Fluss"],
  ["Cafe\u0301", "Café"],
  ["11'09''01", "11’09”01"],
])("%s and %s are one title", (a, b) => {
  expect(normaliseTitle(a)).toBe(normaliseTitle(b));
});

test.each([
  ["Сталкер", "Солярис"],
  ["七人の侍", "羅生門"],
  ["パプリカ", "ハフリカ"],
  ["नायक", "नयक"],
  ["Reality", "Reality+"],
  ["!!!", "???"],
  ["Alien", "Aliens"],
  ["The Breaking Ice", "Breaking the Ice"],
  ["The Rapist", "Therapist"],
  ["Now Here", "Nowhere"],
  ["Man and Woman", "Man Woman"],
  ["Kill Bill: Vol. 1", "Kill Bill: Vol. 2"],
  ["Rocky II", "Rocky III"],
])("%s and %s are two", (a, b) => {
  expect(normaliseTitle(a)).not.toBe(normaliseTitle(b));
  expect(sameTitle(a, b, "spelling")).toBe(false);
});

test.each([
  ["Rocky II", "Rocky 2"],
  ["Three Colours: Blue", "Three Colors: Blue"],
  ["The Bride of Frankenstein", "Bride of Frankenstein"],
  ["Spiderman", "Spider-Man"],
  ["Ocean's Eleven", "Ocean's 11"],
  ["Nymphomaniac: Vol. I", "Nymphomaniac: Volume 1"],
  ["Guardians Vol.2", "Guardians Volume 2"],
  ["A Separation", "Separation"],
  ["Theatre of Blood", "Theater of Blood"],
])("%s and %s are spellings of one title", (a, b) => {
  expect(normaliseTitle(a)).not.toBe(normaliseTitle(b));
  expect(sameTitle(a, b, "spelling")).toBe(true);
});
