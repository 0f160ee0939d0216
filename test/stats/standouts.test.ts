import { expect, test } from "vitest";
import type { RankingRow } from "../../src/stats/ranking.ts";
import { standouts } from "../../src/stats/standouts.ts";

const row = (
  name: string,
  films: number,
  score: number | null,
): RankingRow<{ id: string; name: string }> => ({
  subject: { id: name, name },
  films,
  viewings: 0,
  minutes: null,
  rated: films,
  average: score,
  score,
});
const names = (rows: RankingRow<{ id: string; name: string }>[], count: number) =>
  standouts(rows, count).map(({ subject }) => subject.name);

test("most films, highest and lowest score take turns, each once", () => {
  const rows = [
    row("Best", 4, 4.5),
    row("Most", 20, 3.5),
    row("Worst", 3, 2),
    row("Second best", 3, 4.2),
    row("Second most", 15, 3.6),
    row("Second worst", 5, 2.5),
    row("Unranked", 50, null),
  ];
  expect(names(rows, 4)).toEqual(["Most", "Best", "Worst", "Second most"]);
  expect(names(rows, 9)).toEqual([
    "Most",
    "Best",
    "Worst",
    "Second most",
    "Second best",
    "Second worst",
  ]);
});

test("each row is named once", () => {
  expect(names([row("Only", 3, 4)], 12)).toEqual(["Only"]);
  expect(names([], 12)).toEqual([]);
});
