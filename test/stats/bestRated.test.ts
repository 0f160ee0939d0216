import { describe, expect, test } from "vitest";
import { bestRated, cutAmongEquals } from "../../src/stats/bestRated.ts";
import { makeLibrary } from "../support/libraryMaker.ts";

const best = (...specs: Parameters<typeof makeLibrary>) => {
  const { viewings, filmOf } = makeLibrary(...specs);
  return bestRated(viewings, filmOf).map(({ film, date }) => `${film.name} ${date}`);
};

describe("the best of a year", () => {
  test("of equals are those one likes, then those seen more often, then the earliest", () => {
    const five = (on: string) => ({ on, rating: 5 });
    expect(
      best([
        { name: "Early", viewings: [five("2024-01-01")] },
        { name: "Later", viewings: [five("2024-01-02")] },
        { name: "Twice", viewings: ["2020-01-01", five("2024-02-01")] },
        { name: "Liked", liked: true, viewings: [five("2024-03-01")] },
        { name: "Liked twice", liked: true, viewings: ["2019-01-01", five("2024-04-01")] },
        {
          name: "Better liked than rated",
          liked: true,
          viewings: [{ on: "2024-01-03", rating: 4 }],
        },
        { name: "Unrated", liked: true, viewings: ["2024-01-04"] },
      ]),
    ).toEqual([
      "Liked twice 2024-04-01",
      "Liked 2024-03-01",
      "Twice 2024-02-01",
      "Early 2024-01-01",
      "Later 2024-01-02",
      "Better liked than rated 2024-01-03",
    ]);
  });

  test("name a film once, with its best rated viewing", () => {
    const viewings = [
      { on: "2024-01-01", rating: 3 },
      { on: "2024-05-01", rating: 4.5 },
      { on: "2024-06-01", rating: 4.5 },
    ];
    expect(best([{ name: "Ran", viewings }])).toEqual(["Ran 2024-05-01"]);
  });

  test("say how many share the lowest rating shown", () => {
    const rated = (...ratings: number[]) => ratings.map((rating) => ({ rating }));
    // Four of the best are shown: both fives and two of the three with four and a half.
    expect(cutAmongEquals(rated(5, 5, 4.5, 4.5, 4.5, 4), 4)).toEqual({
      rating: 4.5,
      shown: 2,
      all: 3,
    });
    expect(cutAmongEquals(rated(5, 5, 5), 2)).toEqual({ rating: 5, shown: 2, all: 3 });
    expect(cutAmongEquals(rated(5, 4.5, 4), 2)).toBeNull();
    expect(cutAmongEquals(rated(5, 5), 8)).toBeNull();
  });
});
