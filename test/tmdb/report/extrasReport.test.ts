import { expect, test } from "vitest";
import { describeExtras, type ExtraReport } from "../../../src/tmdb/report/extrasReport.ts";

const report = (what: string, changes: Partial<ExtraReport> = {}): ExtraReport => ({
  what,
  wanted: 4,
  known: 4,
  failures: [],
  stopped: null,
  ...changes,
});

test("one line counts what is there of all", () => {
  expect(
    describeExtras([report("filmographies"), report("posters", { wanted: 8, known: 8 })]),
  ).toEqual(["TMDB: 4 of 4 filmographies, 8 of 8 posters."]);
});

test("what is not wanted is not mentioned", () => {
  expect(describeExtras([report("collections", { wanted: 0, known: 0 })])).toEqual([]);
  expect(describeExtras([])).toEqual([]);
});

test("of many failures one is told, and missing posters are accounted for", () => {
  const failures = ["/w154/a.jpg: TMDB answered 500 (no explanation)", "x", "y"];
  expect(
    describeExtras([
      report("collections", { known: 1, failures: ["/collection/8: TMDB answered 500 (oh)"] }),
      report("posters", { known: 1, failures, stopped: "TMDB cannot be reached." }),
    ]),
  ).toEqual([
    "TMDB: 1 of 4 collections, 1 of 4 posters.",
    "  collections, failed: /collection/8: TMDB answered 500 (oh)",
    "  posters, failed: /w154/a.jpg: TMDB answered 500 (no explanation), and 2 more",
    "  posters, stopped early: TMDB cannot be reached.",
    "  3 posters are missing: a placeholder is drawn instead.",
  ]);
});
