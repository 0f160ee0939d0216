import { describe, expect, test } from "vitest";
import { DIARY, ledgerOf, parseTexts, RATINGS, WATCHED } from "./exportText.ts";

const rows = (...days: string[]) =>
  days.map((day, n) => `2024-05-01,Film ${n},2000,https://boxd.it/${n}x,4,,,${day}\n`).join("");
const viewingDays = (...days: string[]) =>
  ledgerOf({ "diary.csv": DIARY + rows(...days) }).viewings.map(({ date }) => date);
const diaryIn = (form: (day: string) => string) =>
  (DIARY + rows("2024-01-31", "2024-02-01")).replaceAll(/\d{4}-\d\d-\d\d/g, form);
const parts = (day: string): [year: string, month: string, day: string] => {
  const [y = "", m = "", d = ""] = day.split("-");
  return [y, m, d];
};
const named = (day: string) =>
  ["January", "February", "", "", "May"][Number(parts(day)[1]) - 1] ?? "";
const short = (number: string) => `${Number(number)}`;

describe("days", () => {
  test.each<[string, (day: string) => string]>([
    ["31/01/2024", (day) => parts(day).reverse().join("/")],
    ["31-01-2024", (day) => parts(day).reverse().join("-")],
    ["31.01.2024", (day) => parts(day).reverse().join(".")],
    ["1/31/24", (day) => `${short(parts(day)[1])}/${short(parts(day)[2])}/${day.slice(2, 4)}`],
    ["01/31/2024", (day) => `${parts(day)[1]}/${parts(day)[2]}/${parts(day)[0]}`],
    ["31-Jan-24", (day) => `${parts(day)[2]}-${named(day).slice(0, 3)}-${day.slice(2, 4)}`],
    ["31 January 2024", (day) => `${short(parts(day)[2])} ${named(day)} ${parts(day)[0]}`],
    ["31/JAN/2024", (day) => `${parts(day)[2]}/${named(day).slice(0, 3)}/2024`.toUpperCase()],
    ["2024/1/31", (day) => parts(day).map(short).join("/")],
    ["2024-01-31 00:00:00", (day) => `${day} 00:00:00`],
    ["2024-01-31T00:00:00.000Z", (day) => `${day}T00:00:00.000Z`],
  ])("written like %s are read, and it is said once", (example, form) => {
    const { viewings, complaints, newestDate } = ledgerOf({ "diary.csv": diaryIn(form) });
    expect(viewings.map(({ date }) => date)).toEqual(["2024-01-31", "2024-02-01"]);
    expect(newestDate).toBe("2024-05-01");
    expect(complaints).toMatchObject([{ level: "warning", file: "diary.csv", line: 1 }]);
    expect(complaints[0]?.message).toContain(`Watched Date like "${example}" (2 rows)`);
  });

  test("which may have day or month first are read where that is the same day", () => {
    const { viewings } = ledgerOf({
      "diary.csv": DIARY + rows("05/05/2024", "06/06/2024").replaceAll("2024-05-01", "07/07/2024"),
    });
    expect(viewings.map(({ date }) => date)).toEqual(["2024-05-05", "2024-06-06"]);
  });

  test("which may have day or month first make a file unreadable, with the line of the first", () => {
    const text = DIARY + rows("05/05/2024", "01/02/2024").replaceAll("2024-05-01", "05/05/2024");
    const { problem } = parseTexts({ "diary.csv": text });
    expect(problem?.message).toContain('diary.csv, line 3: The file has days like "01/02/2024"');
    expect(problem?.hint).toContain("Download the export again");
  });

  test("whose order contradicts itself make a file unreadable", () => {
    const text = (DIARY + rows("31/01/2024", "01/31/2024")).replaceAll("2024-05-01", "");
    expect(parseTexts({ "diary.csv": text }).problem?.message).toContain(
      'days like "31/01/2024", and others with day and month in a different order',
    );
  });

  test("with two digits for the year are not read where they may begin with it", () => {
    expect(viewingDays("2024-01-01", "2024-01-02", "20-01-24")).toHaveLength(2);
    expect(viewingDays("2024-01-01", "2024-01-02", "1-20-24")).toContain("2024-01-20");
  });

  test("with slashes never begin with two digits of the year", () => {
    // 25 and 31 could be years with as many days; 30 October has a 31st beside it.
    expect(viewingDays("25/12/21", "30/10/22", "31/10/22")).toEqual([
      "2021-12-25",
      "2022-10-30",
      "2022-10-31",
    ]);
  });

  test.each(["45291", "yesterday", "31. Januar 2024"])(
    "that nobody can read, all of them, make a diary unreadable: %s",
    (day) => {
      const { problem } = parseTexts({ "diary.csv": DIARY + rows(day, day) });
      expect(problem?.message).toContain(
        `diary.csv, line 2: The file has no Watched Date that can be read, only values like "${day}"`,
      );
    },
  );

  test("that are none, each for itself, cost no more than their rows", () => {
    const { viewings, complaints } = ledgerOf({ "diary.csv": DIARY + rows("2024-02-30", "") });
    expect(viewings).toEqual([]);
    expect(complaints.map(({ line }) => line)).toEqual([2, 3]);
  });

  test("a single unclear one among those of the export costs itself alone", () => {
    const { viewings, complaints, problem } = {
      ...parseTexts({ "diary.csv": DIARY + rows("2024-01-01", "01/02/2024") }),
      ...ledgerOf({ "diary.csv": DIARY + rows("2024-01-01", "01/02/2024") }),
    };
    expect(problem).toBeNull();
    expect(viewings.map(({ date }) => date)).toEqual(["2024-01-01"]);
    expect(complaints).toMatchObject([{ level: "warning", file: "diary.csv", line: 3 }]);
    expect(complaints[0]?.message).toContain(
      '"01/02/2024" may have day or month first; it counts as unknown',
    );
  });

  test("that do not exist are reported by row and decide nothing", () => {
    const { viewings, complaints } = ledgerOf({
      "diary.csv": DIARY + rows("31/01/2024", "99/99/2024", "03/01/2024"),
    });
    expect(viewings.map(({ date }) => date)).toEqual(["2024-01-03", "2024-01-31"]);
    expect(complaints.map(({ line }) => line).sort()).toEqual([1, 3]);
  });

  test("of 1930 and later with two digits are of the last century", () => {
    expect(viewingDays("2024-01-01", "2024-01-02", "12/31/96")[0]).toBe("1996-12-31");
  });
});

test("separators, decimal commas, years with decimals, No and a Title column are read and said", () => {
  const text = [
    "Date;Title;Year;Letterboxd URI;Rating;Rewatch;Tags;Watched Date;Genre",
    "2024-05-01;Salt, Sugar;2019.0;https://boxd.it/1x;3,5;No;a, b;2024-04-30;Drama",
    '2024-05-02;"Semi; Colon";2019.0;https://boxd.it/2x;4,0;Yes;;2024-05-01;Drama',
    ";;;;;;;;",
    "",
  ].join("\r\n");
  const { viewings, complaints } = ledgerOf({ "diary.csv": text });
  expect(
    viewings.map(({ film, rating, rewatch, tags }) => [
      film.name,
      film.year,
      rating,
      rewatch,
      tags,
    ]),
  ).toEqual([
    ["Salt, Sugar", 2019, 3.5, false, ["a", "b"]],
    ["Semi; Colon", 2019, 4, true, []],
  ]);
  expect(complaints).toMatchObject([{ level: "warning", line: 1 }]);
  for (const part of [
    "semicolons instead of commas",
    'a column "Title" for "Name"',
    'Rating like "3,5" (2 rows)',
    'Year like "2019.0" (2 rows)',
    'Rewatch like "No" (1 row)',
    "ignored: Genre",
  ]) {
    expect(complaints[0]?.message).toContain(part);
  }
});

test("a first line that tells Excel the separator is read and said, lines keep their numbers", () => {
  const text = `sep=;\n${WATCHED}2024-05-01,A,2000,https://boxd.it/a\n2024-05-01,B\n`;
  const { films, complaints } = ledgerOf({ "watched.csv": text.replaceAll(",", ";") });
  expect(films.map(({ name }) => name)).toEqual(["A"]);
  expect(complaints.map(({ line }) => line)).toEqual([4, 2]);
  expect(complaints[1]?.message).toContain(
    "a first line that names the separator; semicolons instead of commas.",
  );
});

test("tabs are read", () => {
  const { films } = ledgerOf({
    "watched.csv": `${WATCHED}2024-05-01,"Tab, too",2000,https://boxd.it/a\n`
      .replace('"Tab, too"', "Tab; too")
      .replaceAll(",", "\t"),
  });
  expect(films.map(({ name }) => name)).toEqual(["Tab; too"]);
});

test("a list saved again with semicolons keeps its films", () => {
  const { lists, complaints } = ledgerOf({
    "watched.csv": `${WATCHED}2024-05-01,A,2000,https://boxd.it/a\n`,
    "lists/one.csv":
      "Letterboxd list export v7;;;;\nDate;Name;Tags;URL;Description\n2024-01-31;One;;https://boxd.it/l;\n;;;;\nPosition;Name;Year;URL;Description\n1;A;2000;https://boxd.it/a;x\n",
  });
  expect(lists).toMatchObject([{ name: "One", items: [{ position: 1, note: "x" }] }]);
  expect(complaints).toMatchObject([{ level: "warning", file: "lists/one.csv" }]);
});

test("a list keeps its films though nobody can tell its own day", () => {
  const { lists, complaints } = ledgerOf({
    "watched.csv": `${WATCHED}2024-05-01,A,2000,https://boxd.it/a\n`,
    "lists/one.csv":
      "Date,Name,Tags,URL,Description\n01/02/2024,One,,https://boxd.it/l,\n\nPosition,Name,Year,URL,Description\n1,A,2000,https://boxd.it/a,x\n",
  });
  expect(lists).toMatchObject([{ name: "One", date: null, items: [{ note: "x" }] }]);
  expect(complaints).toMatchObject([{ level: "warning", file: "lists/one.csv", line: 2 }]);
});

test("an added column alone is a note, and a plain file says nothing", () => {
  const added = `${RATINGS.replace("\n", ",Director\n")}2024-05-01,A,2000,https://boxd.it/a,4,X\n`;
  expect(parseTexts({ "ratings.csv": added }).complaints).toMatchObject([
    {
      level: "note",
      message: "The file has unknown columns, which are ignored: Director.",
    },
  ]);
  expect(parseTexts({ "diary.csv": DIARY + rows("2024-01-01") }).complaints).toEqual([]);
});
