import { expect, test } from "vitest";
import { thenAndNow } from "../../src/stats/thenAndNow.ts";

const drama = { id: 1, name: "Drama" };
const comedy = { id: 2, name: "Comedy" };
const viewing = (date: string, rating: number | null, ...genres: (typeof drama)[]) => ({
  date,
  rating,
  genres,
});
const genresOf = ({ genres }: ReturnType<typeof viewing>) => genres;

const diary = [
  viewing("2020-01-01", 3, drama),
  viewing("2020-01-02", 4, drama, comedy),
  viewing("2020-01-03", null, drama),
  viewing("2021-01-01", 5, drama),
  viewing("2021-01-02", 2, comedy),
  viewing("2021-01-03", 4, drama, comedy),
];

test("the halves have as many rated viewings each, the odd one belongs to the later", () => {
  // Rated: 3, 4 | 5, 2, 4.
  expect(thenAndNow(diary, genresOf)).toMatchObject({
    since: "2021-01-01",
    all: {
      before: { mean: 3.5, viewings: 2 },
      after: { mean: 11 / 3, viewings: 3 },
    },
  });
});

test("each subject has its own means, the highest of the later half first", () => {
  // Drama 3, 4 | 5, 4 and comedy 4 | 2, 4.
  expect(thenAndNow(diary, genresOf, { minimum: 1 })?.rows).toEqual([
    {
      subject: drama,
      before: { mean: 3.5, viewings: 2 },
      after: { mean: 4.5, viewings: 2 },
      change: 1,
      comparison: "unsure",
    },
    {
      subject: comedy,
      before: { mean: 4, viewings: 1 },
      after: { mean: 3, viewings: 2 },
      change: -1,
      comparison: "unsure",
    },
  ]);
  expect(thenAndNow(diary, genresOf, { minimum: 2 })?.rows.map(({ subject }) => subject)).toEqual([
    drama,
  ]);
});

test("a day is never divided", () => {
  const found = thenAndNow(
    [
      viewing("2020-01-01", 3),
      viewing("2020-01-02", 4),
      viewing("2020-01-02", 5),
      viewing("2020-01-02", 5),
    ],
    genresOf,
  );
  expect(found?.since).toBe("2020-01-02");
  expect(found?.all.before.viewings).toBe(1);
});

test("is null for one day, one viewing or none", () => {
  expect(thenAndNow([], genresOf)).toBeNull();
  expect(thenAndNow([viewing("2020-01-01", 3)], genresOf)).toBeNull();
  expect(thenAndNow([viewing("2020-01-01", null)], genresOf)).toBeNull();
  expect(thenAndNow([viewing("2020-01-01", 3), viewing("2020-01-01", 4)], genresOf)).toBeNull();
});
