import { expect, test } from "vitest";
import { runtimes } from "../../../src/views/habits/runtimes.ts";
import type { FilmSpec } from "../../support/libraryMaker.ts";
import { makeSite, rankingPage, written } from "../../support/siteMaker.ts";

const long = (name: string, runtime: number | null, ...viewings: string[]): FilmSpec => ({
  name,
  rating: 4,
  viewings,
  tmdb: { runtime },
});

type Options = Parameters<typeof makeSite>[1];

const pagesOf = (specs: FilmSpec[], options?: Options) => runtimes.pages(makeSite(specs, options));

/** Fourteen films of 60, 70 … 190 minutes, seen in two years. */
const many = Array.from({ length: 14 }, (_, i) =>
  long(`Film ${i + 1}`, 60 + i * 10, `${2023 + (i % 2)}-01-${`${i + 1}`.padStart(2, "0")}`),
);

test("without a runtime there is no page and no entry", () => {
  const unknown = [long("Ran", null)];
  expect(pagesOf(unknown)).toEqual([]);
  expect(runtimes.count(makeSite(unknown))).toBe(0);
});

test("one film is listed with its length, and has the page of that length", () => {
  const pages = pagesOf([long("Ran", 162)]);
  expect(pages.map(({ path }) => path)).toEqual(["/runtimes/", "/runtimes/150-179/"]);
  expect(rankingPage(pages)).toMatchObject({
    heading: ["1 film of 2 h 42 min"],
    blocks: [{ title: "The film", shown: [{ rows: [{ note: "2 h 42 min" }] }] }],
  });
});

test("columns of lengths lead to their films; the shortest and the longest are listed", () => {
  const page = rankingPage(pagesOf(many));
  // The middle ones are 120 and 130.
  expect(page.heading).toEqual(["14 films, half of them 2 h 5 min or longer"]);
  const [lengths, shortest, longest] = page.blocks;
  expect(lengths?.shown[0]).toMatchObject({
    chart: {
      table: {
        rows: [
          ["41–74", 2],
          ["75–89", 1],
          ["90–104", 2],
          ["105–119", 1],
          ["120–149", 3],
          ["150–179", 3],
          ["180 and more", 2],
        ],
        links: [
          "/runtimes/41-74/",
          "/runtimes/75-89/",
          "/runtimes/90-104/",
          "/runtimes/105-119/",
          "/runtimes/120-149/",
          "/runtimes/150-179/",
          "/runtimes/180-and-more/",
        ],
      },
    },
  });
  const first = [shortest, longest].map((block) => block?.shown[0]);
  expect(first).toMatchObject([
    { rows: [{ film: { name: "Film 1" }, note: "1 h" }, {}, {}, {}, {}, {}, {}, {}, {}, {}] },
    {
      rows: [{ film: { name: "Film 14" }, note: "3 h 10 min" }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
    },
  ]);
});

test("hours by year are those of the viewings whose runtime is known", () => {
  const page = rankingPage(pagesOf([...many, long("Unknown", null, "2024-05-04")]));
  // 2023: 60, 80 … 180, 2024: 70, 90 … 190.
  expect(page.blocks.find(({ id }) => id === "years")?.shown[0]).toMatchObject({
    chart: {
      table: {
        rows: [
          ["2024", 15],
          ["2023", 14],
        ],
      },
    },
    caption: ["Of the diary, rewatches included; runtime known for 14 of 15 viewings."],
  });
});

test("the longest day is named with its films, and left out where days are withheld", () => {
  const specs = [...many, long("Second", 95, "2024-01-14")];
  const days = rankingPage(pagesOf(specs)).blocks.find(({ id }) => id === "days");
  expect(days?.title).toBe("4 h 45 min on the longest day");
  const [shown] = days?.shown ?? [];
  if (shown?.as !== "facts") throw new Error("no facts");
  expect(
    shown.facts.slice(0, 1).map(({ label, value }) => [written(label), written(value)]),
  ).toEqual([
    [
      "[2024-01-14](/diary/2024/#d2024-01-14)",
      "4 h 45 min: [Film 14](/films/film-14/) and [Second](/films/second/)",
    ],
  ]);
  // With a film a day, they would be the longest films again.
  expect(rankingPage(pagesOf(many)).blocks.map(({ id }) => id)).not.toContain("days");
  const months = rankingPage(pagesOf(specs, { exactDates: false }));
  expect(months.blocks.map(({ id }) => id)).toEqual(["lengths", "shortest", "longest", "years"]);
});
