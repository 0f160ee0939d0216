import { expect, test } from "vitest";
import { HISTORY_HEADING, historyRow, readHistory } from "../../src/letterboxd/history.ts";

const read = (text: string) => readHistory(Buffer.from(text), "data/history.csv");

const first = {
  ...{ date: "2024-01-10", films: 10, viewings: 6, rated: 1, average: 4.25, likes: 1 },
  ...{ watchlist: null, newFilms: null, newViewings: null, changedRatings: null },
  seenFromWatchlist: null,
};

test("history.csv is read as it is written, and what is not known is empty", () => {
  const row = historyRow(first);
  expect(row).toBe("2024-01-10,10,6,1,4.25,1,,,,,");
  expect(read(`${HISTORY_HEADING}\n${row}\n`)).toEqual({
    lines: [first],
    complaints: [],
    isSound: true,
  });
});

test("its columns may have another order, and further ones are ignored", () => {
  const { lines } = read("Viewings,Note,Films,Date\r\n6,Mine,10,2024-01-10\r\n");
  expect(lines).toEqual([{ ...first, rated: null, average: null, likes: null }]);
});

test("a line without day or numbers is left out and reported", () => {
  const { lines, complaints } = read(
    `${HISTORY_HEADING}\n2024-13-01,1,1,,,,,,,,\n2024-01-01,many,1,,,,,,,,\n${historyRow(first)}\n`,
  );
  expect(lines).toEqual([first]);
  expect(complaints.map(({ line }) => line)).toEqual([2, 3]);
});

test("a file with another heading, or with git conflict marks, is not used at all", () => {
  for (const text of ["Name,Year\nRan,1985\n", `<<<<<<< HEAD\n${HISTORY_HEADING}\n`, ""]) {
    const { lines, complaints, isSound } = read(text);
    expect({ lines, isSound }).toEqual({ lines: [], isSound: false });
    expect(complaints).toMatchObject([{ file: "data/history.csv", level: "warning" }]);
  }
});
