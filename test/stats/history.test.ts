import { expect, test } from "vitest";
import type { HistoryLine } from "../../src/letterboxd/history.ts";
import { historyRows, sinceLastImport } from "../../src/stats/history.ts";

const importOf = (date: string, changes: Partial<HistoryLine> = {}): HistoryLine => ({
  date,
  films: 10,
  viewings: 5,
  rated: 4,
  average: 3.5,
  likes: 2,
  watchlist: 1,
  newFilms: 3,
  newViewings: 2,
  changedRatings: 1,
  seenFromWatchlist: 0,
  ...changes,
});

test("imports are in order of their days, the last one of a day alone", () => {
  const history = [
    importOf("2024-02-01", { films: 2 }),
    importOf("2024-03-01", { films: 3 }),
    importOf("2024-01-01", { films: 1 }),
    importOf("2024-03-01", { films: 4 }),
  ];
  expect(historyRows(history).map(({ date, films }) => [date, films])).toEqual([
    ["2024-01-01", 1],
    ["2024-02-01", 2],
    ["2024-03-01", 4],
  ]);
});

test("what is new is that of the last import, if it is of the present export", () => {
  const first = importOf("2024-01-01", { newFilms: null, newViewings: null });
  const history = [first, importOf("2024-03-01", { seenFromWatchlist: null })];
  expect(sinceLastImport(history, "2024-03-01")).toEqual({
    since: "2024-01-01",
    newFilms: 3,
    newViewings: 2,
    changedRatings: 1,
    seenFromWatchlist: null,
  });
  // An export of another day was not imported.
  expect(sinceLastImport(history, "2024-04-01")).toBeNull();
  expect(sinceLastImport([first], "2024-01-01")).toBeNull();
  expect(sinceLastImport([], "2024-01-01")).toBeNull();
});
