import { describe, expect, test } from "vitest";
import { addDays, type Day } from "../../src/day.ts";
import { bulkDays } from "../../src/stats/bulkDays.ts";
import {
  currentStreak,
  gaps,
  longestDayStreak,
  longestWeekStreak,
} from "../../src/stats/streaks.ts";
import { onDays } from "../support/libraryMaker.ts";

const none = new Set<Day>();

describe("streak of days", () => {
  test("is the longest run of consecutive days, however many viewings a day has", () => {
    const viewings = onDays("2024-03-01", "2024-03-05", "2024-03-06", "2024-03-06", "2024-03-07");
    expect(longestDayStreak(viewings)).toEqual({ length: 3, from: "2024-03-05", to: "2024-03-07" });
  });

  test("is the earliest of equals", () => {
    const viewings = onDays("2024-03-01", "2024-03-02", "2024-03-08", "2024-03-09");
    expect(longestDayStreak(viewings)?.from).toBe("2024-03-01");
  });

  test("runs on over the end of a year", () => {
    const viewings = onDays("2023-12-30", "2023-12-31", "2024-01-01");
    expect(longestDayStreak(viewings)).toEqual({ length: 3, from: "2023-12-30", to: "2024-01-01" });
  });

  test("needs 29 February in a leap year, and only there", () => {
    expect(longestDayStreak(onDays("2024-02-28", "2024-03-01"))?.length).toBe(1);
    expect(longestDayStreak(onDays("2024-02-28", "2024-02-29", "2024-03-01"))?.length).toBe(3);
    expect(longestDayStreak(onDays("2023-02-28", "2023-03-01"))?.length).toBe(2);
  });

  test("does not depend on the order of the viewings or on a change of the clocks", () => {
    const viewings = onDays("2024-04-01", "2024-03-30", "2024-03-31");
    expect(longestDayStreak(viewings)?.length).toBe(3);
  });

  test("is null for an empty diary, and one day for one viewing", () => {
    expect(longestDayStreak([])).toBeNull();
    expect(longestDayStreak(onDays("2024-01-01"))).toEqual({
      length: 1,
      from: "2024-01-01",
      to: "2024-01-01",
    });
  });
});

describe("streak of weeks", () => {
  test("goes from the first Monday to the last Sunday", () => {
    // A Wednesday and the Sunday eleven days later: weeks of Monday 4 and Monday 11 March.
    expect(longestWeekStreak(onDays("2024-03-06", "2024-03-17"))).toEqual({
      length: 2,
      from: "2024-03-04",
      to: "2024-03-17",
    });
  });

  test("parts Sunday from the Monday after it", () => {
    expect(longestWeekStreak(onDays("2024-03-10", "2024-03-11"))?.length).toBe(2);
    expect(longestWeekStreak(onDays("2024-03-11", "2024-03-17"))?.length).toBe(1);
  });

  test("ends at a week without a viewing", () => {
    // Weeks of 4 March, (11 March is empty), 18 March, 25 March.
    expect(longestWeekStreak(onDays("2024-03-04", "2024-03-24", "2024-03-25"))).toEqual({
      length: 2,
      from: "2024-03-18",
      to: "2024-03-31",
    });
  });

  test("runs on over the end of a year, also one that ends within a week", () => {
    // 30 December 2024 was a Monday; its week ends on 5 January 2025.
    expect(longestWeekStreak(onDays("2024-12-29", "2025-01-05", "2025-01-06"))).toEqual({
      length: 3,
      from: "2024-12-23",
      to: "2025-01-12",
    });
  });

  test("is the earliest of equals, and null for an empty diary", () => {
    const viewings = onDays("2024-03-04", "2024-03-11", "2024-04-01", "2024-04-08");
    expect(longestWeekStreak(viewings)?.from).toBe("2024-03-04");
    expect(longestWeekStreak([])).toBeNull();
  });
});

describe("current streak", () => {
  const viewings = onDays("2024-03-01", "2024-03-05", "2024-03-06", "2024-03-07");
  const run = { length: 3, from: "2024-03-05", to: "2024-03-07" };

  test("ends on the as-of day or the day before", () => {
    expect(currentStreak(viewings, "2024-03-07")).toEqual(run);
    expect(currentStreak(viewings, "2024-03-08")).toEqual(run);
  });

  test("is null two days later, or without viewings", () => {
    expect(currentStreak(viewings, "2024-03-09")).toBeNull();
    expect(currentStreak([], "2024-03-09")).toBeNull();
  });
});

describe("gaps", () => {
  test("count the days strictly between two viewing days", () => {
    // 2, 3, 4 March lie between.
    expect(gaps(onDays("2024-03-01", "2024-03-05"), none)).toEqual([
      { days: 3, from: "2024-03-01", to: "2024-03-05" },
    ]);
    // 29 February and 1 March.
    expect(gaps(onDays("2024-02-28", "2024-03-02"), none)[0]?.days).toBe(2);
    // 31 December.
    expect(gaps(onDays("2023-12-30", "2024-01-01"), none)[0]?.days).toBe(1);
  });

  test("do not exist between neighbouring days, on one day, or in an empty diary", () => {
    expect(gaps(onDays("2024-03-01", "2024-03-02", "2024-03-02"), none)).toEqual([]);
    expect(gaps([], none)).toEqual([]);
  });

  test("come longest first, the earliest of equals before the others", () => {
    const viewings = onDays("2024-03-01", "2024-03-03", "2024-03-05", "2024-03-10");
    expect(gaps(viewings, none).map(({ days, from }) => [days, from])).toEqual([
      [4, "2024-03-05"],
      [1, "2024-03-01"],
      [1, "2024-03-03"],
    ]);
  });

  test("do not count when they begin or end on a bulk day", () => {
    const viewings = onDays("2024-01-01", "2024-02-01", "2024-03-01", "2024-03-03");
    expect(gaps(viewings, new Set(["2024-02-01"]))).toEqual([
      { days: 1, from: "2024-03-01", to: "2024-03-03" },
    ]);
  });
});

test("a bulk day has as many viewings as the setting says, or more", () => {
  const times = (count: number, day: Day) => Array.from({ length: count }, () => day);
  const viewings = onDays(
    ...times(9, "2024-01-01"),
    ...times(10, "2024-01-02"),
    ...times(11, addDays("2024-01-02", 1)),
  );
  expect([...bulkDays(viewings, 10)]).toEqual(["2024-01-02", "2024-01-03"]);
  expect(bulkDays(viewings, 12).size).toBe(0);
});
