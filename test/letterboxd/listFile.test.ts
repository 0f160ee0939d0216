import { describe, expect, test } from "vitest";
import { ledgerOf, WATCHED } from "./exportText.ts";

const LIST = `Date,Name,Tags,URL,Description
2021-07-18,My list,"tag a, tag b",https://boxd.it/cLlh6,"may hold

several lines, also Position,Name,Year"

Position,Name,Year,URL,Description
1,Smart House,1999,https://boxd.it/1cB0,
2,Known,2001,https://boxd.it/2,"a note
of two lines"
`;

const read = (text: string) =>
  ledgerOf({
    "watched.csv": `${WATCHED}2021-01-01,Known,2001,https://boxd.it/2\n`,
    "lists/my-list.csv": text,
  });

describe("a list file", () => {
  test.each([
    ["the version line of today", `Letterboxd list export v7\n${LIST}`],
    ["the empty line of 2022", `\n${LIST}`],
    ["CRLF", `Letterboxd list export v7\n${LIST}`.replaceAll("\n", "\r\n")],
  ])("with %s gives the list and its films in order", (_, text) => {
    const { lists, files, complaints, film } = read(text);
    expect(lists).toEqual([
      {
        name: "My list",
        uri: "https://boxd.it/cLlh6",
        date: "2021-07-18",
        tags: ["tag a", "tag b"],
        description: "may hold\n\nseveral lines, also Position,Name,Year",
        items: [
          { position: 1, film: film("Smart House"), note: "" },
          { position: 2, film: film("Known"), note: "a note\nof two lines" },
        ],
      },
    ]);
    expect(film("Known").seen).toBe(true);
    expect(film("Smart House").seen).toBe(false);
    expect(files["lists/*.csv"]).toBe(2);
    expect(complaints).toEqual([]);
  });

  test("may hold no film", () => {
    const { lists, files } = read(LIST.slice(0, LIST.indexOf("1,Smart")));
    expect(lists).toMatchObject([{ name: "My list", items: [] }]);
    expect(files["lists/*.csv"]).toBe(0);
  });

  test("that is cut off before its films is left out with a warning", () => {
    const { lists, complaints } = read(LIST.slice(0, LIST.indexOf("Position,Name,Year,URL")));
    expect(lists).toEqual([]);
    expect(complaints).toMatchObject([{ file: "lists/my-list.csv", level: "warning" }]);
  });
});
