import fc from "fast-check";
import { isDay } from "../../src/day.ts";

/** Names as Letterboxd has them, and some that trip whoever guesses what a text may mean. */
const NAMES = [
  "1917",
  "9",
  "300",
  "Yes",
  "No",
  "null",
  "NaN",
  "★",
  "Rain",
  "rain",
  "RAIN",
  "Salt, Sugar, Smoke",
  ",",
  ";",
  'Say "Hi"',
  '"',
  '""',
  '",',
  "Pain & Gain",
  "&amp; <i>Co</i>",
  "Star Wars: Episode III –\u00a0Revenge of the Sith",
  "De l'amiti\u00e9",
  "De l'amitie\u0301",
  "Amélie",
  "Ångström",
  "=SUM(A1:A9)",
  "'Til There Was You",
  "+1",
  "-",
  "@home",
  "#Alive",
  "\\",
  'back\\"slash',
  "a\tb",
  "Two  blanks",
  "Dìdi (弟弟)",
  "🎬👩‍👩‍👧",
  "\u202eright to left",
  "Con",
  "aux.",
  "What...?",
  "Face/Off",
  "2024-01-01",
  "01/02/2024",
  "Date",
  "Name",
  "Position",
  "Letterboxd list export v7",
  "__proto__",
  "Mob Psycho 100",
  "x".repeat(250),
];

/** Anything that Letterboxd could write into one field; it is no line end and no lone surrogate. */
const anyCharacters = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."aZ0 ,;\"'\t\\<>&=/.%★é🎬\u00a0\u0301"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});

/** A row without a Name, or with a NUL in it, is left out by rule. */
const isName = (text: string): boolean => text.trim() !== "" && !/[\0\r\n]/.test(text);

export const arbitraryName = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: anyCharacters.filter(isName).map((name) => name.trim()) },
);

export const arbitraryYear = fc.constantFrom(null, 1874, 1897, 1917, 2019, 2019, 2024, 2031);

/** Few days, so that several rows share one; slips of the pen among them. */
export const arbitraryDay = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "1919-05-19",
      "2000-01-01",
      "2024-02-29",
      "2024-03-01",
      "2091-12-31",
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .date({ min: new Date("2011-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
      .filter(isDay),
  },
);

export const arbitraryRating = fc.constantFrom(null, null, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5);

/** Film codes that often differ by case alone. */
export const arbitraryCode = fc.string({
  unit: fc.constantFrom(..."aAbB19"),
  minLength: 1,
  maxLength: 4,
});

export const arbitraryTags = fc.array(
  fc.constantFrom("Netflix", "netflix", "with my brother", "-->", "$1 night", "?", 'a "tag"', "🍿"),
  { maxLength: 3 },
);

/** HTML that is neither clean nor balanced, over several lines; half of the texts are made up. */
export const arbitraryText = fc.oneof(
  fc.constantFrom(
    "",
    "  ",
    "Fine.",
    'He said "no", twice.\n\n<i>Title<i>',
    "<blockquote>one\n<blockquote>two\n",
    '\n"\n',
    "a, b & c <3",
    "<<<<<<< HEAD",
    "Position,Name,Year,URL,Description\n1,Rain,2019,https://boxd.it/a,",
    "=1+1\n'quoted'",
    "2024-01-01,Rain,2019,https://boxd.it/a",
  ),
  fc
    .string({
      unit: fc.oneof(
        fc.constantFrom(..."a,;\"'\n\n\t<>&★🎬\\"),
        fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
      ),
      maxLength: 30,
    })
    .map((text) => text.replaceAll("\r", "")),
);
