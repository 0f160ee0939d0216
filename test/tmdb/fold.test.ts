import { expect, test } from "vitest";
import { fold, foldLoosely } from "../../src/tmdb/fold.ts";

test.each([
  ["Amélie", "AMELIE"],
  ["Mission: Impossible – Fallout", "Mission Impossible - Fallout"],
  ["Fast & Furious", "Fast and Furious"],
  ["Singin' in the Rain", "Singin’ in the Rain"],
  ["Godzilla × Kong", "Godzilla x Kong"],
  ["M*A*S*H", "M A S H"],
  ["Der Fluß", "Der Fluss"],
  ["Cafe\u0301", "Café"],
])("%s and %s are one title", (a, b) => {
  expect(fold(a)).toBe(fold(b));
});

test.each([
  ["Сталкер", "Солярис"],
  ["七人の侍", "羅生門"],
  ["パプリカ", "ハフリカ"],
  ["नायक", "नयक"],
  ["Reality", "Reality+"],
  ["!!!", "???"],
  ["Alien", "Aliens"],
])("%s and %s are two", (a, b) => {
  expect(fold(a)).not.toBe(fold(b));
  expect(foldLoosely(a)).not.toBe(foldLoosely(b));
});

test.each([
  ["Rocky II", "Rocky 2"],
  ["Three Colours: Blue", "Three Colors: Blue"],
  ["The Bride of Frankenstein", "Bride of Frankenstein"],
  ["Spiderman", "Spider-Man"],
  ["Ocean's Eleven", "Ocean's 11"],
])("%s and %s are spellings of one title", (a, b) => {
  expect(fold(a)).not.toBe(fold(b));
  expect(foldLoosely(a)).toBe(foldLoosely(b));
});
