import { afterEach, describe, expect, test, vi } from "vitest";
import { createFormat, stars } from "../src/format.ts";

const format = createFormat();

/** Locale data sets ranges with blanks of several widths. */
const range = (from: string, to: string, { range } = format) => range(from, to).replace(/\s/g, " ");

afterEach(() => vi.unstubAllEnvs());

describe("days", () => {
  test("are written out, short, and for machines", () => {
    expect(format.day("2024-05-04")).toBe("4 May 2024");
    expect(format.shortDay("2024-05-04")).toBe("4 May");
    expect(format.machineDay("2024-05-04")).toBe("2024-05-04");
    expect(format.month("2024-05")).toBe("May 2024");
    expect(format.monthName("2024-12-01")).toBe("December");
    expect(format.shortMonthName("2024-12-01")).toBe("Dec");
  });

  test("are months, wherever exact dates are withheld", () => {
    const coarse = createFormat({ exactDates: false });
    const written = [
      coarse.day("2024-05-04"),
      coarse.shortDay("2024-05-04"),
      coarse.machineDay("2024-05-04"),
      range("2024-05-04", "2024-06-27", coarse),
      range("2024-05-04", "2024-05-27", coarse),
    ];
    expect(written).toEqual(["May 2024", "May", "2024-05", "May – June 2024", "May 2024"]);
  });

  test("of a range say no more than they must", () => {
    expect(range("2022-01-08", "2022-01-27")).toBe("8 – 27 January 2022");
    expect(range("2022-12-30", "2023-01-02")).toBe("30 December 2022 – 2 January 2023");
    expect(range("2022-01-08", "2022-01-08")).toBe("8 January 2022");
    // Other blanks beside the dash would not be seen.
    expect(format.range("2022-01-08", "2022-01-27")).toBe("8\u00a0–\u00a027 January 2022");
  });

  test("follow the locale", () => {
    expect(createFormat({ locale: "en-US" }).day("2024-05-04")).toBe("May 4, 2024");
    expect(createFormat({ locale: "de-DE" }).day("2024-05-04")).toBe("4. Mai 2024");
    expect(createFormat({ locale: "de-DE" }).average(3.5)).toBe("3,50");
  });

  test.each(["Pacific/Kiritimati", "Pacific/Niue"])("are the same in %s", (zone) => {
    vi.stubEnv("TZ", zone);
    expect(createFormat().day("2024-05-04")).toBe("4 May 2024");
    expect(createFormat().weekdayName(0)).toBe("Monday");
  });
});

test("weekdays are counted from Monday", () => {
  expect([0, 6].map(format.weekdayName)).toEqual(["Monday", "Sunday"]);
  expect([0, 6].map(format.shortWeekdayName)).toEqual(["Mon", "Sun"]);
});

test("a change has its sign, and none when it rounds to nothing", () => {
  expect([0.196, -0.03, 0, -0.004].map(format.change)).toEqual(["+0.20", "−0.03", "0.00", "0.00"]);
  expect(createFormat({ locale: "de-DE" }).change(-1.5)).toBe("−1,50");
});

test("one sees a film on a day, or in a month where exact dates are withheld", () => {
  expect([format.on, createFormat({ exactDates: false }).on]).toEqual(["on", "in"]);
});

test("numbers have a mark at thousands, averages two decimals", () => {
  expect(format.integer(1692)).toBe("1,692");
  expect(format.average(3)).toBe("3.00");
  expect(format.average(3.480637813211845)).toBe("3.48");
  expect(format.decimal(4.5)).toBe("4.5");
  expect(format.decimal(4)).toBe("4");
  expect(format.percent(51 / 384)).toBe("13%");
});

test("one is one, nothing and more are many", () => {
  expect([0, 1, 2, 1234].map((n) => format.count(n, "film"))).toEqual([
    "0 films",
    "1 film",
    "2 films",
    "1,234 films",
  ]);
  expect(format.count(2, "rewatch", "rewatches")).toBe("2 rewatches");
});

test("minutes are hours in sums and hours with minutes for a film", () => {
  // 65241 / 60 = 1087.35
  expect(format.hours(65241)).toBe("1,087");
  expect([1, 59, 60, 105, 120, 1440].map(format.runtime)).toEqual([
    "1 min",
    "59 min",
    "1 h",
    "1 h 45 min",
    "2 h",
    "24 h",
  ]);
});

test("ratings are stars to the eye and numbers to the ear", () => {
  expect([0.5, 1, 1.5, 3.5, 5].map(stars)).toEqual(["½", "★", "★½", "★★★½", "★★★★★"]);
  expect(format.starsInWords(4.5)).toBe("4.5 out of 5");
});
