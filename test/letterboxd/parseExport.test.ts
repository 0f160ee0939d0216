import { describe, expect, test } from "vitest";
import { Problem } from "../../src/problem.ts";
import { DIARY, ledgerOf, parseTexts, RATINGS, REVIEWS, WATCHED } from "./exportText.ts";

const ROWS = "2024-01-01,Ångström,2000,https://boxd.it/a\n";
const DIARY_ROW = "2024-01-01,Film,2000,https://boxd.it/1,4,,,2024-01-01\n";
const names = (texts: Parameters<typeof parseTexts>[0]) =>
  parseTexts(texts).rows.watched?.map(({ name }) => name);

/** An export whose diary is sound, so that another broken file does not end the reading. */
const besideDiary = (file: string, text: string | Buffer) =>
  parseTexts({
    "diary.csv": DIARY + DIARY_ROW,
    [file]: text,
  });

describe("bytes", () => {
  test.each([
    ["a BOM", Buffer.from(`\uFEFF${WATCHED}${ROWS}`)],
    ["CRLF", Buffer.from(`${WATCHED}${ROWS}`.replaceAll("\n", "\r\n"))],
    ["mixed line ends", Buffer.from(`${WATCHED.replace("\n", "\r\n")}${ROWS}`)],
    ["UTF-16 with a BOM", Buffer.from(`\uFEFF${WATCHED}${ROWS}`, "utf16le")],
    ["UTF-16, big end first", Buffer.from(`\uFEFF${WATCHED}${ROWS}`, "utf16le").swap16()],
    ["no newline at the end", Buffer.from(`${WATCHED}${ROWS}`.trimEnd())],
  ])("a file with %s reads as any other", (_, bytes) => {
    const { rows, complaints } = parseTexts({ "watched.csv": bytes });
    expect(rows.watched).toMatchObject([{ name: "Ångström", year: 2000, date: "2024-01-01" }]);
    expect(complaints).toEqual([]);
  });

  test("Latin-1 is refused with the line, not read as garbled names", () => {
    const { rows, complaints } = besideDiary(
      "watched.csv",
      Buffer.from(`${WATCHED}${ROWS}`, "latin1"),
    );
    expect(rows.watched).toBeNull();
    expect(complaints).toMatchObject([{ file: "watched.csv", line: 2, level: "warning" }]);
    expect(complaints[0]?.message).toContain("not UTF-8");
  });

  test("a file of NUL bytes is left out with a warning", () => {
    const { rows, complaints } = besideDiary("lists/dead.csv", Buffer.alloc(300));
    expect(rows.lists).toEqual([]);
    expect(complaints).toMatchObject([{ file: "lists/dead.csv", level: "warning" }]);
    expect(complaints[0]?.message).toContain("NUL");
  });
});

describe("headers", () => {
  test("columns are read by name, in any order, and strange ones are noted", () => {
    const { rows, complaints } = parseTexts({
      "watched.csv":
        "Letterboxd URI,Genre,Year,Name,Date\nhttps://boxd.it/a,Drama,1999,X,2024-01-01\n",
    });
    expect(rows.watched).toMatchObject([{ name: "X", year: 1999, uri: "https://boxd.it/a" }]);
    expect(complaints).toMatchObject([{ level: "note", file: "watched.csv" }]);
    expect(complaints[0]?.message).toContain("Genre");
  });

  test("more columns than a call takes arguments are noted like a few", () => {
    const columns = ",x".repeat(200_000);
    const row = `${ROWS.trimEnd()}${columns}\n`;
    const { rows, complaints } = parseTexts({
      "watched.csv": `${WATCHED.trimEnd()}${columns}\n${row}`,
    });
    expect(rows.watched).toHaveLength(1);
    expect(complaints).toMatchObject([{ level: "note", file: "watched.csv" }]);
  });

  test("a diary of 2017 has no Rewatch column", () => {
    const { rows, complaints } = parseTexts({
      "diary.csv":
        "Date,Name,Year,Letterboxd URI,Rating,Tags,Watched Date\n2017-01-01,X,1999,,4,,2017-01-01\n",
    });
    expect(rows.diary).toMatchObject([{ rewatch: false, rating: 4, watched: "2017-01-01" }]);
    expect(complaints).toMatchObject([{ level: "note", line: 1 }]);
  });

  test.each([
    [
      "a misspelt column",
      DIARY.replace("Watched Date", "Watched Dat"),
      'no column "Watched Date", but "Watched Dat"',
    ],
    ["a column twice", DIARY.replace("Tags", "Name"), 'the column "Name" twice'],
    [
      "days that may have day or month first",
      DIARY + DIARY_ROW.replaceAll("2024-01-01", "01/02/2024"),
      '"01/02/2024"',
    ],
    ["nothing in it", "", "is empty"],
    ["git conflict marks", `${DIARY}<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n`, "git conflict"],
    ["Latin-1", Buffer.from(DIARY + DIARY_ROW.replace("Film", "Café"), "latin1"), "not UTF-8"],
    ["NUL bytes", Buffer.alloc(300), "NUL bytes"],
    ["NUL bytes before its text", `\0\0\0\0${DIARY}`, "NUL bytes"],
    ["no row that fits its header", `${DIARY}2024-01-01;Film;2000\n`, "the same number of fields"],
  ])("a main file with %s is a problem, also beside sound ones", (_, text, message) => {
    const { rows, complaints, problem } = parseTexts({
      "diary.csv": text,
      "watched.csv": WATCHED + ROWS,
    });
    expect(problem).toBeInstanceOf(Problem);
    expect(problem?.message).toMatch(/^The export in data cannot be read\.\ndiary\.csv/);
    expect(problem?.message).toContain(message);
    expect(problem?.hint).toContain("Download the export again");
    expect(rows.watched).toHaveLength(1);
    expect(rows.diary).toBeNull();
    expect(complaints).toMatchObject([{ level: "warning", file: "diary.csv" }]);
  });

  test("every unreadable main file is named with its line, and no other file", () => {
    const { problem } = parseTexts({
      "watched.csv": Buffer.from(WATCHED + ROWS, "latin1"),
      "ratings.csv": RATINGS.replace("Rating", "Ratting"),
      "diary.csv": DIARY + DIARY_ROW,
      "reviews.csv": REVIEWS.replace("Review", "Reveiw"),
    });
    const [, ...lines] = problem?.message.split("\n") ?? [];
    expect(lines.map((line) => line.split(":")[0])).toEqual([
      "watched.csv, line 2",
      "ratings.csv, line 1",
    ]);
  });

  test.each(["reviews.csv", "watchlist.csv", "likes/films.csv", "lists/one.csv", "profile.csv"])(
    "an unreadable %s is a complaint and no problem",
    (file) => {
      const { problem, complaints } = besideDiary(file, "Date;Name\n");
      expect(problem).toBeNull();
      expect(complaints).toMatchObject([{ level: "warning", file }]);
    },
  );

  test("a file that is refused for its header is not blamed for its rows too", () => {
    const text = `${WATCHED.replace("Year", "Yaer")}2024-01-01,"Open,2000,https://boxd.it/b\n${ROWS}`;
    const { complaints } = parseTexts({ "watched.csv": text });
    expect(complaints).toMatchObject([{ line: 1 }]);
    expect(complaints[0]?.message).toContain('no column "Year", but "Yaer"');
  });

  test("a file with only its header is read and empty, an absent one has no count", () => {
    const { files, complaints } = parseTexts({
      "watched.csv": WATCHED,
      "likes/films.csv": WATCHED,
    });
    expect(files).toEqual({ "watched.csv": 0, "likes/films.csv": 0 });
    expect(complaints).toEqual([]);
  });
});

describe("one bad row costs no other", () => {
  test("a row with too few fields, one without a name, one with a bad address", () => {
    const { rows, complaints } = parseTexts({
      "watched.csv": `${WATCHED}2024-01-01,Short,2000\n2024-01-01,,2000,https://boxd.it/b\n2024-01-01,Odd,2000,javascript:alert(1)\n${ROWS}`,
    });
    expect(rows.watched).toMatchObject([{ name: "Odd", uri: null }, { name: "Ångström" }]);
    expect(complaints.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  test("one field is one field", () => {
    const { complaints } = parseTexts({ "watched.csv": `${WATCHED}2024-01-01\n${ROWS}` });
    expect(complaints.map(({ message }) => message)).toEqual([
      "The row has 1 field instead of 4; it is left out.",
    ]);
  });

  test("a quote that is never closed costs its line", () => {
    const text = `${WATCHED}2024-01-01,Before,2000,https://boxd.it/a\n2024-01-01,"Open,2000,https://boxd.it/b\n2024-01-01,After,2000,https://boxd.it/c\n2024-01-01,"Comma, too",2000,https://boxd.it/d\n`;
    expect(names({ "watched.csv": text })).toEqual(["Before", "After", "Comma, too"]);
    expect(parseTexts({ "watched.csv": text }).complaints).toMatchObject([{ line: 3 }]);
  });

  test("lines are counted through reviews of several lines", () => {
    const { complaints } = besideDiary(
      "reviews.csv",
      `${REVIEWS}2024-01-01,A,2000,https://boxd.it/1,,,"one\r\ntwo\r\nthree",,\r\n2024-01-01,B,2000,https://boxd.it/2,9,,x,,\r\n`,
    );
    expect(complaints).toMatchObject([{ file: "reviews.csv", line: 5 }]);
  });

  test("many rows with one fault are counted, not listed", () => {
    const rows = Array.from({ length: 30 }, (_, n) => `2024-01-01,Film ${n},2000,,9\n`).join("");
    const { complaints } = parseTexts({ "ratings.csv": RATINGS + rows });
    expect(complaints).toHaveLength(6);
    expect(complaints.at(-1)?.message).toContain("30 rows in all");
  });

  test("names stay text", () => {
    const list = ["1917", "Yes", "★", "9", "=SUM(A1)", "null", 'Say ""Hi""'];
    const text = list.map((name) => `2024-01-01,"${name}",2000,\n`).join("");
    expect(names({ "watched.csv": WATCHED + text })).toEqual([...list.slice(0, -1), 'Say "Hi"']);
  });

  test("no Year is no year", () => {
    expect(
      ledgerOf({ "watched.csv": `${WATCHED}2024-01-01,Heat 2,,\n` }).films[0]?.year,
    ).toBeNull();
  });
});

describe("files beside", () => {
  test("orphaned is counted in a note, unknown files are named", () => {
    const entry = `${DIARY}2024-01-01,Gone,2000,,4,,,2024-01-01\n`;
    const { rows, files, complaints } = parseTexts({
      "watched.csv": WATCHED + ROWS,
      "orphaned/diary.csv": entry,
      "comments.csv": "Date,Content,Comment\n",
      "overrides.csv": "Name,Year,Letterboxd URI,TMDB\n",
      "diary (1).csv": entry,
    });
    expect(rows.diary).toBeNull();
    expect(files).toEqual({ "watched.csv": 1 });
    expect(complaints.map(({ level, file }) => [level, file])).toEqual([
      ["note", "orphaned/diary.csv"],
      ["note", "diary (1).csv"],
    ]);
    expect(complaints[0]?.message).toContain("1 entry");
  });

  test("of the profile only the names are taken", () => {
    const { rows } = parseTexts({
      "watched.csv": WATCHED,
      "profile.csv":
        "Date Joined,Username,Given Name,Family Name,Email Address\n2020-01-01,ida,Ida,Sample,ida@example.org\n",
    });
    expect(rows.member).toEqual({ username: "ida", givenName: "Ida", familyName: "Sample" });
  });
});
