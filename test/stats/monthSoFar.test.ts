import { expect, test } from "vitest";
import { monthSoFar } from "../../src/stats/monthSoFar.ts";
import { onDays } from "../support/libraryMaker.ts";

test("a month so far is compared with the same days of two others", () => {
  const viewings = onDays(
    ...["2023-03-01", "2023-03-15", "2023-03-16"],
    ...["2024-02-14", "2024-02-15", "2024-02-16", "2024-02-29"],
    ...["2024-03-02", "2024-03-15"],
  );
  expect(monthSoFar(viewings, "2024-03-15")).toEqual({
    month: "2024-03",
    soFar: 2,
    lastMonth: 2,
    lastYear: 2,
  });
  // February has no 31st, so all of it counts.
  expect(monthSoFar(viewings, "2024-03-31")).toMatchObject({ lastMonth: 4, lastYear: 3 });
});

test("in January the month before is of the last year", () => {
  const viewings = onDays("2023-01-02", "2023-12-01", "2023-12-03", "2024-01-01");
  expect(monthSoFar(viewings, "2024-01-02")).toEqual({
    month: "2024-01",
    soFar: 1,
    lastMonth: 1,
    lastYear: 1,
  });
});
