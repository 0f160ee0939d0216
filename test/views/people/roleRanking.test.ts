import { expect, test } from "vitest";
import { roleRanking } from "../../../src/views/people/roleRanking.ts";
import { director } from "../../support/libraryMaker.ts";
import { makeSite, rankingPage, written } from "../../support/siteMaker.ts";

/** So many directors of as many rated films each. */
const directorsOf = (count: number, films: number, firstId: number) =>
  Array.from({ length: count }, (_, i) => firstId + i).flatMap((id) =>
    Array.from({ length: films }, (_, n) => ({
      name: `Film ${id} ${n}`,
      year: 2000,
      rating: 3 + (n % 2),
      tmdb: { crew: [director(id, `Director ${id}`)] },
    })),
  );

const chartOf = (specs: Parameters<typeof makeSite>[0]) => {
  const block = rankingPage(roleRanking(makeSite(specs), "director")).blocks.find(
    ({ id }) => id === "standouts",
  );
  const [shown] = block?.shown ?? [];
  return shown?.as === "chart"
    ? { caption: written(shown.caption ?? []), dots: shown.chart.table.rows.length }
    : null;
};

test("the chart of directors has no more dots than can be told apart", () => {
  const some = [...directorsOf(10, 4, 1), ...directorsOf(100, 3, 101)];
  expect(chartOf(some)).toMatchObject({ dots: 110 });
  expect(chartOf(some)?.caption).toMatch(/^The 110 directors with 3 rated films or more\./);

  const many = [...directorsOf(10, 4, 1), ...directorsOf(130, 3, 101)];
  expect(chartOf(many)).toMatchObject({ dots: 10 });
  expect(chartOf(many)?.caption).toMatch(/^The 10 directors with 4 rated films or more\./);
});

test("few directors are not drawn: a list says it better", () => {
  expect(chartOf(directorsOf(4, 3, 1))).toBeNull();
});

test("the share of films directed by women is told, unless the settings say otherwise", () => {
  // Five of 20 by a woman.
  const films = Array.from({ length: 20 }, (_, i) => ({
    name: `Film ${i}`,
    tmdb: { crew: [{ ...director(i + 1, `Director ${i}`), gender: (i < 5 ? 1 : 2) as 1 | 2 }] },
  }));
  const women = (config: object) =>
    rankingPage(roleRanking(makeSite(films, { config }), "director")).blocks.find(
      ({ id }) => id === "women",
    );
  expect(women({})?.title).toBe("25% directed by women");
  expect(women({})?.shown).toEqual([
    {
      as: "text",
      text: ["5 of 20 films have a woman among the directors, as TMDB records it."],
    },
  ]);
  expect(women({ womenDirectors: false })).toBeUndefined();
});
