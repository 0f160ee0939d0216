import { describe, expect, test } from "vitest";
import { onThisDay } from "../../src/stats/onThisDay.ts";
import { seenNew } from "../../src/stats/seenNew.ts";
import { makeLibrary } from "../support/libraryMaker.ts";

const seenOn = (...days: string[]) =>
  makeLibrary(days.map((day, i) => ({ name: `Film ${i}`, viewings: [day] })));
const daysOf = (day: string, ...days: string[]) => {
  const { reach, viewings } = onThisDay(seenOn(...days), day);
  return [reach, ...viewings.map(({ date }) => date)];
};

describe("on this day", () => {
  test("of five earlier years or more it is this day alone, newest first", () => {
    const years = [2019, 2020, 2021, 2022, 2023].map((year) => `${year}-11-20`);
    expect(daysOf("2024-11-20", ...years, "2023-11-21", "2024-11-20")).toEqual([
      0,
      ...years.toReversed(),
    ]);
  });

  test("with fewer viewings the days around count, three at most", () => {
    expect(
      daysOf("2024-11-20", "2020-11-17", "2021-11-16", "2022-11-23", "2024-11-19", "2023-12-20"),
    ).toEqual([3, "2022-11-23", "2020-11-17"]);
  });

  test("the turn of the year is no border", () => {
    expect(daysOf("2024-01-01", "2022-12-31", "2024-01-01")).toEqual([3, "2022-12-31"]);
    expect(daysOf("2024-12-31", "2024-01-01", "2024-12-30")).toEqual([3, "2024-01-01"]);
  });

  test("29 February is 28 February in other years", () => {
    expect(daysOf("2024-02-29", "2023-02-25", "2020-02-29", "2023-02-24")).toEqual([
      3,
      "2023-02-25",
      "2020-02-29",
    ]);
  });

  test("is the month where days are withheld, by title within it", () => {
    const library = makeLibrary(
      [
        { name: "B", viewings: ["2023-11-01"] },
        { name: "A", viewings: ["2023-11-30"] },
        { name: "C", viewings: ["2024-11-01", "2022-11-01"] },
        { name: "D", viewings: ["2023-10-31"] },
      ],
      { exactDates: false },
    );
    const { viewings } = onThisDay(library, "2024-11-20");
    expect(viewings.map(({ film, date }) => [film.name, date])).toEqual([
      ["A", "2023-11-01"],
      ["B", "2023-11-01"],
      ["C", "2022-11-01"],
    ]);
  });
});

test("seen when new is a first watch from the day of release to seven days later", () => {
  const released = (releaseDate: string | null) => ({ tmdb: { releaseDate } });
  const library = makeLibrary([
    { name: "Premiere", viewings: ["2024-05-01"], ...released("2024-05-01") },
    { name: "A week", viewings: ["2024-05-08"], ...released("2024-05-01") },
    { name: "Late", viewings: ["2024-05-09"], ...released("2024-05-01") },
    { name: "Festival", viewings: ["2024-04-30"], ...released("2024-05-01") },
    { name: "Again", viewings: [{ on: "2024-05-02", rewatch: true }], ...released("2024-05-01") },
    { name: "Unknown", viewings: ["2024-05-02"], ...released(null) },
  ]);
  const fresh = seenNew(library);
  expect(fresh).toMatchObject({ known: 4, all: 5, early: 1 });
  expect(fresh?.films.map(({ film, days }) => [film.name, days])).toEqual([
    ["A week", 7],
    ["Premiere", 0],
  ]);
});
