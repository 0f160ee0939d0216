import { expect, test } from "vitest";
import { year, yearSubjects } from "../../src/views/year.ts";
import type { FilmSpec } from "../support/libraryMaker.ts";
import { makeSite, written } from "../support/siteMaker.ts";

/** So many films of one month, each seen on a day of its own, with these ratings. */
const inMonth = (month: string, count: number, ratings: number[] = []): FilmSpec[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `Film ${month} ${i}`,
    viewings: [{ on: `${month}-${`${i + 1}`.padStart(2, "0")}`, rating: ratings[i] ?? null }],
  }));

function viewOf(wanted: number, specs: FilmSpec[], options?: Parameters<typeof makeSite>[1]) {
  const site = makeSite(specs, options);
  const subject = yearSubjects(site).find(({ row }) => row.year === wanted);
  if (!subject) throw new Error(`No viewing in ${wanted}`);
  return year(site, subject);
}

test("a year links to the nearest years before and after that have viewings", () => {
  const specs = [...inMonth("2020-05", 1), ...inMonth("2022-05", 1)];
  const first = viewOf(2020, specs);
  expect([first.before, first.after]).toEqual([null, { year: 2022, href: "/timeline/2022/" }]);
  const last = viewOf(2022, specs);
  expect([last.before, last.after]).toEqual([{ year: 2020, href: "/timeline/2020/" }, null]);
});

test("a year of eleven viewings shows its films with the rating given in it, one of twelve is drawn", () => {
  const short = viewOf(2024, [
    ...inMonth("2024-05", 9),
    {
      name: "Ran",
      rating: 5,
      viewings: [
        { on: "2023-01-01", rating: 3 },
        { on: "2024-01-01", rating: 4 },
        { on: "2025-01-01", rating: 5 },
      ],
    },
  ]);
  expect([short.blocks, short.pictures]).toEqual([null, null]);
  expect(short.films?.items.find(({ film }) => film.name === "Ran")?.rating).toBe(4);
  const full = viewOf(2024, inMonth("2024-05", 12));
  expect(full.films).toBeNull();
  expect(full.pictures?.square).toEqual({
    href: "/cards/timeline/2024-square.png",
    file: "films-of-2024-square.png",
  });
  // Nothing is rated, and nobody is known.
  expect(full.blocks).toMatchObject({ best: null, ratings: null, genres: null, directors: null });
  expect(full.blocks?.allFilms).toMatchObject({
    title: "All 12 films",
    note: "In the order they were first seen in 2024.",
  });
});

test("the row of the best says which of many equals it shows", () => {
  const { best, ratings } = viewOf(2024, inMonth("2024-05", 12, Array(10).fill(4.5))).blocks ?? {};
  expect(best?.items).toHaveLength(8);
  expect(written(best?.note)).toBe(
    "8 of the 10 you gave ★4.5: liked ones first, then those seen more often.",
  );
  expect(written(ratings?.note)).toBe("As logged at the time, with 10 of 12 viewings.");
});

test("without exact dates the calendar is missing", () => {
  const specs = inMonth("2024-05", 12);
  expect(viewOf(2024, specs).blocks?.days).not.toBeNull();
  const { blocks } = viewOf(2024, specs, { exactDates: false });
  expect(blocks?.days).toBeNull();
  expect(blocks?.allFilms?.note).toBe("By the month they were first seen in, then by title.");
});
