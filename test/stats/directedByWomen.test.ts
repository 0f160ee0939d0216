import { expect, test } from "vitest";
import { directedByWomen, isShareKnown } from "../../src/stats/directedByWomen.ts";
import { type FilmSpec, makeFilms } from "../support/libraryMaker.ts";

type Gender = 1 | 2 | 3 | null;
let id = 0;
const by = (...genders: Gender[]): FilmSpec => ({
  name: `Film ${++id}`,
  tmdb: {
    crew: genders.map((gender) => ({
      id: ++id,
      name: `Director ${id}`,
      role: "director" as const,
      ...(gender && { gender }),
    })),
  },
});

test("a film counts once if one of its directors is recorded as a woman", () => {
  const films = makeFilms([
    by(1),
    by(2, 1),
    by(1, 1),
    by(2),
    by(3),
    by(2, null),
    // Not recorded, no director at all, and a film that TMDB does not know.
    by(null),
    by(),
    { name: "Unmatched", tmdb: "none" },
  ]);
  expect(directedByWomen(films)).toEqual({ women: 3, known: 6, unrecorded: 2 });
});

test("a share needs twenty films with a record, and no more without one", () => {
  expect(isShareKnown({ women: 5, known: 20, unrecorded: 20 })).toBe(true);
  expect(isShareKnown({ women: 5, known: 19, unrecorded: 0 })).toBe(false);
  expect(isShareKnown({ women: 5, known: 20, unrecorded: 21 })).toBe(false);
});
