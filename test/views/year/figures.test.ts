import { describe, expect, test } from "vitest";
import { createFormat } from "../../../src/format.ts";
import { defaultSettings } from "../../../src/settings.ts";
import { yearInReview } from "../../../src/stats/yearInReview.ts";
import { yearRows } from "../../../src/stats/years.ts";
import { yearFigures } from "../../../src/views/year/figures.ts";
import { type FilmSpec, makeLibrary } from "../../support/libraryMaker.ts";

/** The figures of a year's page: label, value, note. */
function figuresOf(year: number, specs: FilmSpec[], asOf: string) {
  const library = makeLibrary(specs, { ledger: { asOf } });
  const rows = yearRows(library.viewings);
  const i = rows.findIndex((row) => row.year === year);
  const row = rows[i];
  if (!row) throw new Error(`No viewing in ${year}`);
  const figures = yearFigures({
    row,
    before: rows[i - 1],
    library,
    settings: defaultSettings(),
    format: createFormat(),
    href: (path) => path,
    ...yearInReview(library, year),
  });
  return figures.map(({ label, value, note }) => [label, value, note]);
}

const one = (on: string): FilmSpec => ({ name: on, viewings: [on] });
/** Two viewings before 4 February and three after it in 2024; three by then in 2025. */
const twoYears = [
  ...["2024-01-01", "2024-02-03", "2024-02-04", "2024-06-01", "2024-12-31"].map(one),
  ...["2025-01-05", "2025-01-06", "2025-02-03"].map(one),
];

describe("the viewings of a year", () => {
  test("under way are compared with those of the year before to the same day", () => {
    expect(figuresOf(2025, twoYears, "2025-02-03")[0]).toEqual([
      "Viewings",
      "3",
      "2 at this point in 2024",
    ]);
  });

  test("that is over are compared with the whole year before", () => {
    expect(figuresOf(2025, twoYears, "2026-01-01")[0]).toEqual(["Viewings", "3", "5 in 2024"]);
    expect(figuresOf(2024, twoYears, "2026-01-01")[0]).toEqual(["Viewings", "5", undefined]);
  });
});

test("a year of one viewing uses the singular and has no fullest month", () => {
  const film = { name: "Ran", rating: 4, tmdb: { runtime: 162 } };
  const rated = [{ on: "2017-10-01", rating: 4 }];
  expect(figuresOf(2017, [{ ...film, viewings: rated }], "2018-05-01")).toEqual([
    ["Viewings", "1", undefined],
    ["Films", "1", "for the first time"],
    // 162 minutes.
    ["Hours", "3", "runtime known"],
  ]);
});

test("a mean says of how many ratings it is, and one of fewer than five is not there", () => {
  const rated = (...ratings: number[]) =>
    ratings.map(
      (rating, i): FilmSpec => ({
        name: `Film ${i}`,
        viewings: [{ on: `2024-01-0${i + 1}`, rating }],
      }),
    );
  const mean = (specs: FilmSpec[]) =>
    figuresOf(2024, specs, "2025-05-01").find(([label]) => label === "Average rating");
  expect(mean(rated(5, 4, 4, 3, 3))).toEqual([
    "Average rating",
    "3.80",
    "of 5 rated viewings, as given at the time",
  ]);
  expect(mean(rated(5, 5, 5, 5))).toBeUndefined();
});

test("the notes say of how much they speak", () => {
  const again = (on: string) => ({ on, rewatch: true });
  const specs: FilmSpec[] = [
    { name: "Ran", viewings: ["2023-01-01", again("2024-01-01")], tmdb: { runtime: 120 } },
    { name: "Ikiru", viewings: ["2024-02-01", again("2024-02-02")], tmdb: { runtime: 60 } },
    { name: "Red Beard", viewings: ["2024-03-01"] },
  ];
  // 120 + 60 + 60 minutes of three viewings.
  expect(figuresOf(2024, specs, "2025-05-01").slice(1)).toEqual([
    ["Films", "3", "2 seen for the first time"],
    ["Rewatches", "2", "50% of the viewings"],
    ["Hours", "4", "runtime known for 3 of 4 viewings"],
  ]);
});

test("the running year has an axis of twelve months, rows to the as-of day, and its fullest month", () => {
  const library = makeLibrary(
    [
      {
        name: "Ran",
        year: 1985,
        viewings: ["2026-01-04", "2026-01-05", "2026-01-06", "2026-02-01", "2026-02-02"],
      },
    ],
    { ledger: { asOf: "2026-02-03" } },
  );
  const { months, axis, fullest } = yearInReview(library, 2026);
  expect(months.map(({ month }) => month)).toEqual(["2026-01", "2026-02"]);
  expect([axis.length, axis[0], axis.at(-1)]).toEqual([12, "2026-01", "2026-12"]);
  expect(fullest).toBe("2026-01");
});

test("no month is named among equals, or with two viewings", () => {
  const fullest = (...viewings: string[]) =>
    yearInReview(makeLibrary([{ name: "Ran", viewings }]), 2025).fullest;
  expect(fullest("2025-01-04", "2025-02-05")).toBeNull();
  // Twelve of one day were filled in afterwards.
  const filledIn = Array<string>(12).fill("2025-07-01");
  expect(
    fullest("2025-01-04", "2025-01-05", "2025-01-06", "2025-02-01", "2025-02-02", ...filledIn),
  ).toBe("2025-01");
  const january = ["2025-01-04", "2025-01-05", "2025-01-06"];
  expect(fullest(...january, "2025-02-01", "2025-02-02", "2025-02-03")).toBeNull();
  expect(fullest("2025-01-04", "2025-01-05", "2025-02-01", "2025-03-02", "2025-04-02")).toBeNull();
});
