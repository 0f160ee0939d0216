import { expect, test } from "vitest";
import { reviewFacts } from "../../src/stats/reviews.ts";
import { makeFilms } from "../support/libraryMaker.ts";

test("a review belongs to a viewing or only to the film, and a film may have several", () => {
  const films = makeFilms([
    {
      name: "A",
      viewings: [
        { on: "2024-01-01", review: "Good." },
        { on: "2024-01-02", review: "Better." },
        "2024-01-03",
      ],
      reviews: [{ text: "On the whole." }],
    },
    { name: "B", reviews: [{ text: "Once.", watched: "2024-01-05" }] },
    { name: "C", viewings: ["2024-01-01"] },
  ]);
  expect(reviewFacts(films)).toEqual({
    reviews: 4,
    dated: 2,
    undated: 2,
    undatedWithDay: 1,
    films: 2,
  });
});
