import { expect, test } from "vitest";
import { yearInReview } from "../../src/pages/timeline/_year.ts";
import { makeLibrary } from "../library/world.ts";

test("the running year has an axis of twelve months, rows to the as-of day, and its fullest month", () => {
  const library = makeLibrary(
    [
      {
        name: "Ran",
        year: 1985,
        viewings: [{ on: "2026-01-04" }, { on: "2026-01-05" }, { on: "2026-02-01" }],
      },
    ],
    { ledger: { asOf: "2026-02-03" } },
  );
  const { months, axis, fullest } = yearInReview(library, 2026);
  expect(months.map(({ month }) => month)).toEqual(["2026-01", "2026-02"]);
  expect([axis.length, axis[0], axis.at(-1)]).toEqual([12, "2026-01", "2026-12"]);
  expect(fullest).toBe("2026-01");
});

test("no month stands out where each has one viewing", () => {
  const library = makeLibrary([{ name: "Ran", viewings: ["2025-01-04", "2025-02-05"] }]);
  expect(yearInReview(library, 2025).fullest).toBeNull();
});
