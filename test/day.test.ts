import { afterEach, describe, expect, test, vi } from "vitest";
import { today } from "../src/clock.ts";
import {
  addDays,
  dayFromNumber,
  dayNumber,
  isDay,
  monthOf,
  weekday,
  weekStart,
  yearOf,
} from "../src/day.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

test("only days that exist are days", () => {
  for (const day of ["2024-02-29", "2000-02-29", "1919-12-31", "0001-01-01"]) {
    expect(isDay(day)).toBe(true);
  }
  for (const text of ["2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10"]) {
    expect(isDay(text)).toBe(false);
  }
  for (const text of ["", "2024-1-1", "2024-01-01T00:00", " 2024-01-01", "01/02/2024", "2024-01"]) {
    expect(isDay(text)).toBe(false);
  }
});

test("rejects a day whose week has a year of more than four digits", () => {
  // Weekdays from the Gregorian calendar of 400 years: 0001-01-01 is a Monday as 2001-01-01 is,
  // 9999-12-26 a Sunday as 1999-12-26 is.
  expect(["0001-01-01", "9999-12-26"].map(isDay)).toEqual([true, true]);
  expect(["0000-01-01", "0000-12-31", "9999-12-27", "9999-12-31"].map(isDay)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(weekStart("0001-01-01")).toBe("0001-01-01");
  expect(addDays(weekStart("9999-12-26"), 6)).toBe("9999-12-26");
});

test("days are counted over months, years and leap days, both ways", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2023-02-28", 1)).toBe("2023-03-01");
  expect(addDays("2023-12-31", 1)).toBe("2024-01-01");
  expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  expect(dayNumber("1970-01-01")).toBe(0);
  expect(dayNumber("1969-12-31")).toBe(-1);
  expect(dayFromNumber(dayNumber("1919-04-05"))).toBe("1919-04-05");
});

test("weeks begin on Monday, before 1970 too", () => {
  // 4 March 2024 was a Monday, 10 March a Sunday; 28 July 1919 was a Monday.
  expect(["2024-03-04", "2024-03-10", "1919-07-28", "1969-12-31"].map(weekday)).toEqual([
    0, 6, 0, 2,
  ]);
  expect(weekStart("2024-03-10")).toBe("2024-03-04");
  expect(weekStart("2024-03-11")).toBe("2024-03-11");
  expect(weekStart("2025-01-01")).toBe("2024-12-30");
});

test("a day knows its year and month", () => {
  expect(yearOf("2024-02-29")).toBe(2024);
  expect(yearOf("0999-01-01")).toBe(999);
  expect(monthOf("2024-02-29")).toBe("2024-02");
});

describe.each(["Pacific/Kiritimati", "Pacific/Niue", "America/Sao_Paulo"])("in %s", (zone) => {
  test("every day is the same day", () => {
    vi.stubEnv("TZ", zone);
    // The machine's zone really is another one: noon in UTC is not noon there.
    expect(new Date("2024-01-15T12:00:00Z").getHours()).not.toBe(12);
    expect(addDays("2018-11-03", 1)).toBe("2018-11-04");
    expect(weekStart("2024-03-10")).toBe("2024-03-04");
    expect(dayFromNumber(dayNumber("2024-03-31"))).toBe("2024-03-31");
  });

  test("today is the day in UTC", () => {
    vi.stubEnv("TZ", zone);
    vi.useFakeTimers({ now: new Date("2024-03-31T23:30:00Z") });
    expect(today()).toBe("2024-03-31");
    vi.setSystemTime(new Date("2024-04-01T00:30:00Z"));
    expect(today()).toBe("2024-04-01");
  });
});
