import { describe, expect, test } from "vitest";
import type { ReleaseAge } from "../../src/stats/releaseAge.ts";
import { timelineFacts } from "../../src/stats/timelineFacts.ts";
import * as words from "../../src/words/timeline.ts";
import type { FilmSpec } from "../support/libraryMaker.ts";
import { makeSite, written } from "../support/siteMaker.ts";

const onDays = (...days: string[]): FilmSpec[] =>
  days.map((on, i) => ({ name: `Film ${i}`, viewings: [on] }));

const inMonth = (month: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${month}-${`${i + 1}`.padStart(2, "0")}`);

describe("the timeline's heading", () => {
  const heading = (...days: string[]) => {
    const site = makeSite(onDays(...days));
    return written(words.timelineHeading(site, timelineFacts(site.library)));
  };

  test("counts a short diary", () => {
    expect(heading("2024-05-01")).toBe("1 viewing in [2024](/timeline/2024/)");
    expect(heading("2023-05-01", "2024-05-01")).toBe("2 viewings in 2 years");
  });

  test("names the fullest year, or the years that are", () => {
    expect(heading(...inMonth("2023-05", 5), ...inMonth("2024-05", 7))).toBe(
      "[2024](/timeline/2024/) was the fullest year, with 7 viewings",
    );
    const equals = [...inMonth("2022-05", 2), ...inMonth("2023-05", 7), ...inMonth("2024-05", 7)];
    expect(heading(...equals)).toBe(
      "[2023](/timeline/2023/) and [2024](/timeline/2024/) were the fullest years, with 7 viewings each",
    );
  });
});

test("the timeline says what it leaves out", () => {
  const filledIn = Array<string>(10).fill("2024-05-03");
  const site = makeSite([...onDays("2024-05-01", ...filledIn), { name: "Ran" }]);
  expect(written(words.timelineCoverage(site, timelineFacts(site.library)))).toBe(
    "1\u00a0–\u00a03 May 2024. 1 film is not in the diary. 1 day with 10 viewings or more was filled in afterwards: such days count in totals and streaks, not in patterns.",
  );
});

test("a run of days goes on, or is over", () => {
  const run = (asOf: string) => {
    const site = makeSite(onDays("2024-05-01", "2024-05-02"), { ledger: { asOf } });
    return written(words.currentRun(site, timelineFacts(site.library)));
  };
  expect(run("2024-05-03")).toBe("The current run: 2 days, since 2024-05-01.");
  expect(run("2024-05-04")).toBe("No run at present: the last viewing was on 2024-05-02.");
});

test("the age of films is told by the younger half", () => {
  const title = (median: number | null, counted = 5) =>
    words.filmAgeTitle(makeSite([]), { median, counted } as ReleaseAge);
  expect(title(0)).toMatch(/: half are of that very year$/);
  expect(title(1)).toMatch(/: half are 1 year or younger$/);
  expect(title(5.5)).toMatch(/: half are 5.5 years or younger$/);
  expect(title(5.5, 4)).toBe("How old films are when you see them");
});
