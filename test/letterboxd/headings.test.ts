import { describe, expect, test } from "vitest";
import { DIARY, ledgerOf, parseTexts, RATINGS, WATCHED } from "./exportText.ts";

const FILM = "2024-01-01,Rope Bridge,1971,https://boxd.it/rB11\n";
const VIEWING = "2024-01-02,Rope Bridge,1971,https://boxd.it/e1,4,,,2024-01-01\n";
const LIST = `Letterboxd list export v7
Date,Name,Tags,URL,Description
2024-01-03,Bridges,,https://boxd.it/l1,

Position,Name,Year,URL,Description
1,Rope Bridge,1971,https://boxd.it/rB11,
`;

/** What is said of the file, besides the sound watched.csv that lies with it. */
function read(file: string, text: string | Buffer) {
  const ledger = ledgerOf({ "watched.csv": WATCHED + FILM, [file]: text });
  return { ...ledger, said: ledger.complaints.filter((complaint) => complaint.file === file) };
}

describe("headings that differ in case or blanks", () => {
  test("are read, and the file is warned of once", () => {
    const { viewings, said } = read(
      "diary.csv",
      `${DIARY.replace("Date,Name", " date ,NAME").replace("Watched Date", "watched  date")}${VIEWING}`,
    );
    expect(viewings).toMatchObject([{ date: "2024-01-01", logged: "2024-01-02", rating: 4 }]);
    expect(said).toEqual([
      {
        level: "warning",
        kind: "a file that another program has saved",
        file: "diary.csv",
        line: 1,
        message: expect.stringContaining(
          'it was still readable: columns " date " for "Date", "NAME" for "Name", "watched  date" for "Watched Date".',
        ),
      },
    ]);
  });

  test("are those of every file, in both tables of a list too", () => {
    const folded = read("lists/bridges.csv", LIST.toUpperCase().replaceAll("URL,", " url ,"));
    expect(folded.lists).toMatchObject([{ name: "BRIDGES", items: [{ position: 1 }] }]);
    expect(folded.said).toMatchObject([{ level: "warning", file: "lists/bridges.csv" }]);

    const profile =
      "USERNAME,given name,FamilyName,Email Address\nida,Ida,Sample,ida@example.org\n";
    const { member, said } = read("profile.csv", profile);
    expect(member).toEqual({ username: "ida", givenName: "Ida", familyName: "Sample" });
    expect(said).toMatchObject([{ level: "warning", file: "profile.csv", line: 1 }]);
  });

  test.each([
    ["Rating", "rating"],
    ["Letterboxd URI", "LetterboxdURI"],
    ["Name", " Name"],
  ])("and are equal but for that are a column twice: %s and %s", (one, other) => {
    const text = `${RATINGS.trimEnd()},${other}\n`;
    const { problem } = parseTexts({ "ratings.csv": text });
    expect(problem?.message).toContain(
      `ratings.csv, line 1: The file has the column "${one}" twice`,
    );
  });

  test("of a column Letterboxd does not write are none of its own", () => {
    const { films, said } = read(
      "ratings.csv",
      `${RATINGS.trimEnd()},TMDB ID\n2024-01-01,Rope Bridge,1971,https://boxd.it/rB11,4,12\n`,
    );
    expect(films).toMatchObject([{ name: "Rope Bridge", rating: 4 }]);
    expect(said).toMatchObject([
      { level: "note", message: expect.stringContaining("ignored: TMDB ID.") },
    ]);
  });
});

describe("a quote in the heading that is out of place", () => {
  const rated = "2024-01-01,Rope Bridge,1971,https://boxd.it/rB11,4\n";

  test.each([
    ["alone in the file", '"Date'],
    ["in the middle of a name", RATINGS.replace("Name", 'Na"me') + rated],
    ["in the middle of a name in quotes", RATINGS.replace("Name", '"Na"me"') + rated],
    ["and no other quote", `"${RATINGS}${rated}`],
    ["and quotes that open in later rows", `"${RATINGS}${rated}2024-01-02,"Salt, Iron",2020,,3\n`],
    ["and one that closes at the end of a later field", `"${RATINGS}2024-01-02,Salt",2020,,3\n`],
    ["and rows enough to seem a table", `"${RATINGS}${rated.repeat(40)}`],
  ])("is named with its line, %s", (_, text) => {
    const { problem } = parseTexts({ "watched.csv": WATCHED + FILM, "ratings.csv": text });
    expect(problem?.message).toBe(
      "The export in data cannot be read.\nratings.csv, line 1: The file has a misplaced quote in its heading, so its columns are unknown. Remove the quote, or use the export as downloaded from Letterboxd.",
    );
  });

  test.each([
    ["the list", 2, LIST.replace("Date", '"Date')],
    ["its films", 5, LIST.replace("Position", '"Position')],
  ])("costs a list, with the line: that of %s", (_, line, text) => {
    const { lists, said } = read("lists/bridges.csv", text);
    expect(lists).toEqual([]);
    expect(said).toMatchObject([
      {
        level: "warning",
        line,
        message: expect.stringContaining("The file has a misplaced quote in its heading"),
      },
    ]);
  });

  test("is told from one further down, which costs its line alone", () => {
    const { films, said } = read("ratings.csv", `${RATINGS}2024-01-01,"Salt\n${rated}`);
    expect(films).toMatchObject([{ name: "Rope Bridge", rating: 4 }]);
    expect(said).toMatchObject([
      { line: 2, message: expect.stringContaining("a quote is opened but never closed") },
    ]);
  });
});

describe("what is no text", () => {
  const picture = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * 151 + 7) % 256)),
  ]);
  /** Control characters, bells and escapes, all of them valid UTF-8. */
  const garbage = "\u0001\u0002\u001b[31mXYZ\u0007\u0003";

  const saidOf = (text: string | Buffer) => {
    const { problem, complaints } = parseTexts({ "ratings.csv": text });
    return [problem?.message ?? "", ...complaints.map(({ message }) => message)].join("\n");
  };

  test.each<[string, string | Buffer, string]>([
    ["a picture", picture, "ratings.csv: The file contains binary data instead of text"],
    ["a heading", `${garbage},${garbage}\n${garbage}\n`, "but something that is not text"],
    [
      "a column",
      `${RATINGS.trimEnd()},${garbage}\n`,
      "ignored: (12 characters, some of them not text)",
    ],
    ["a year", `${RATINGS}2024-01-01,Rope,${garbage},,4\n`, "Year (12 characters, some of"],
    [
      "an address",
      `${RATINGS}2024-01-01,Rope,,${garbage},4\n`,
      "(12 characters, some of them not text) is not an address",
    ],
    [
      "a day",
      `${RATINGS}${garbage},Rope,,,4\n`,
      "Date (12 characters, some of them not text) is not a day",
    ],
  ])("is described and not quoted: %s", (_, text, description) => {
    const said = saidOf(text);
    expect(said).toContain(description);
    expect(said).not.toContain("XYZ");
    expect(said).not.toMatch(/(?!\n)\p{Cc}|\uFFFD/u);
  });
});
