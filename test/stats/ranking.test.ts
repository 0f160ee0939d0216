import { expect, test } from "vitest";
import {
  bestRatedOf,
  byFilms,
  byName,
  byScore,
  byViewings,
  groupRule,
  personRule,
  type RankingRow,
  rankingRows,
} from "../../src/stats/ranking.ts";
import { makeFilms } from "../support/libraryMaker.ts";

const rated = (...ratings: (number | null)[]) =>
  makeFilms(ratings.map((rating, i) => ({ name: `Film ${i}`, rating })));

const rowOf = (
  films: ReturnType<typeof makeFilms>,
  rule = personRule,
  overallMean: number | null = 3,
) => rankingRows(["subject"], () => films, { rule, overallMean })[0];

test("people are shrunk by three films of the overall mean", () => {
  // (5 + 4.5 + 4 + 3 × 3) / (3 + 3) = 22.5 / 6
  expect(rowOf(rated(5, 4.5, 4))).toMatchObject({ rated: 3, average: 4.5, score: 3.75 });
});

test("groups are shrunk by five films of the overall mean", () => {
  // (5 × 4 + 5 × 3) / (5 + 5)
  expect(rowOf(rated(4, 4, 4, 4, 4), groupRule)).toMatchObject({ average: 4, score: 3.5 });
});

test("a person is ranked from three rated films on, a group from five", () => {
  expect(rowOf(rated(5, 5, null))).toMatchObject({ films: 3, rated: 2, average: 5, score: null });
  expect(rowOf(rated(5, 5, 5, 5), groupRule)?.score).toBeNull();
  expect(rowOf(rated(5, 5, 5, 5, 5), groupRule)?.score).toBe(4);
});

test("without ratings, average and score are null", () => {
  expect(rowOf(rated(null, null, null), personRule, null)).toMatchObject({
    films: 3,
    rated: 0,
    average: null,
    score: null,
  });
});

test("viewings are diary rows, so an undated film has 0", () => {
  const films = makeFilms([
    { name: "Undated" },
    { name: "Twice", viewings: ["2024-01-01", "2024-01-02"] },
  ]);
  expect(rowOf(films)).toMatchObject({ films: 2, viewings: 2 });
});

test("a sure four goes before a lucky five", () => {
  const filmsOf = new Map([
    // (3 × 5 + 3 × 3) / 6 = 4 and (12 × 4.5 + 9) / 15 = 4.2
    ["lucky", rated(5, 5, 5)],
    ["sure", rated(...Array.from({ length: 12 }, () => 4.5))],
  ]);
  const subjects = [...filmsOf.keys()].map((name, id) => ({ id, name }));
  const rows = rankingRows(subjects, ({ name }) => filmsOf.get(name) ?? [], {
    rule: personRule,
    overallMean: 3,
  });
  expect(rows.sort(byScore).map(({ subject, score }) => [subject.name, score])).toEqual([
    ["sure", 4.2],
    ["lucky", 4],
  ]);
});

const row = (
  id: number,
  name: string,
  figures: Partial<RankingRow<unknown>> = {},
): RankingRow<{ id: number; name: string }> => ({
  films: 1,
  viewings: 1,
  minutes: null,
  rated: 0,
  average: null,
  score: null,
  ...figures,
  subject: { id, name },
});

const ids = (rows: ReturnType<typeof row>[]) => rows.map(({ subject }) => subject.id);

test("ties go by name, equal names by TMDB id as a number", () => {
  const rows = [row(10, "Bo"), row(9, "Bo"), row(1, "Çelik"), row(2, "ann"), row(100, "Bo")];
  for (const order of [byFilms, byViewings, byScore]) {
    expect(ids(rows.toSorted(order))).toEqual([2, 9, 10, 100, 1]);
  }
  expect(byName({ id: 1, name: "Bo" }, { id: 1, name: "Bo" })).toBe(0);
});

test("each order sorts by its own figure, highest first, and unranked rows come last", () => {
  const rows = [
    row(1, "A", { films: 1, viewings: 3, score: null }),
    row(2, "B", { films: 2, viewings: 1, score: 2 }),
    row(3, "C", { films: 3, viewings: 2, score: 4 }),
  ];
  expect(ids(rows.toSorted(byFilms))).toEqual([3, 2, 1]);
  expect(ids(rows.toSorted(byViewings))).toEqual([1, 3, 2]);
  expect(ids(rows.toSorted(byScore))).toEqual([3, 2, 1]);
});

test("the best rated is named if it is alone and above all other films", () => {
  const best = (groups: Record<string, number[]>, rule = groupRule) => {
    const filmsOf = new Map(Object.entries(groups).map(([name, own]) => [name, rated(...own)]));
    const all = [...filmsOf.values()].flat();
    const subjects = [...filmsOf.keys()].map((name, id) => ({ id, name }));
    const of = ({ name }: { name: string }) => filmsOf.get(name) ?? [];
    const rows = rankingRows(subjects, of, { rule, overallMean: 3 });
    return bestRatedOf(rows, { filmsOf: of, all, rule })?.subject.name ?? null;
  };
  const times = (count: number, ...ratings: number[]) => Array(count).fill(ratings).flat();
  expect(best({ War: times(5, 5, 4.5), Drama: times(10, 3, 3.5) })).toBe("War");
  // Two with the same score; one of one; four films of 5.00 beside what ranks.
  expect(best({ War: times(5, 5), Music: times(5, 5), Drama: times(10, 3) })).toBeNull();
  expect(best({ War: times(5, 5) })).toBeNull();
  expect(best({ War: times(4, 5), Drama: times(10, 3), Crime: times(10, 3) })).toBeNull();
  // 3.3 and 3.2 over all ratings there are: chance.
  const mixed = [1, 2, 3, 4, 5];
  expect(best({ War: [...mixed, ...mixed, 5, 5], Drama: [...mixed, ...mixed, 3] })).toBeNull();
  // Three films suffice for a person.
  expect(best({ Ozu: times(3, 5), Wood: times(3, 2) }, personRule)).toBe("Ozu");
});
