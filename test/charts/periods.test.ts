import { describe, expect, test } from "vitest";
import { periodColumnsChart, periodRatingsChart } from "../../src/charts/periods.ts";
import { textWidth } from "../../src/charts/texts.ts";
import { addDays } from "../../src/day.ts";
import { createFormat } from "../../src/format.ts";
import { drawingsIn } from "../support/svg.ts";

const format = createFormat();
const options = { title: "Weeks", format, unit: "week", link: (of: string) => `/#d${of}` } as const;

/** Two years of weeks from 1 January 2024, a Monday: 104 columns. */
const weeks = (viewings: (week: number) => number) =>
  Array.from({ length: 104 }, (_, i) => ({
    period: addDays("2024-01-01", i * 7),
    viewings: viewings(i),
    rated: 1 + (i % 4),
    averageRating: 1 + (i % 5),
    spread: null,
    timed: 0,
    minutes: 0,
  }));

/** Texts as they lie across a drawing: the middle they are set at, moved as the drawing says. */
function middles(svg: string): { text: string; left: number; right: number }[] {
  const [drawing] = drawingsIn(svg);
  return [...(drawing?.querySelectorAll("text") ?? [])].map((element) => {
    const moves = [element, element.parentElement].map((part) =>
      Number(/translate\(([-\d.]+)/.exec(part?.getAttribute("transform") ?? "")?.[1] ?? 0),
    );
    const middle = moves.reduce((sum, move) => sum + move, 0);
    const text = element.textContent ?? "";
    return { text, left: middle - textWidth(text) / 2, right: middle + textWidth(text) / 2 };
  });
}

describe("columns of weeks", () => {
  test.each([0, 1, 12, 13, 52, 90, 103])("name the fullest inside the drawing, week %i", (at) => {
    const chart = periodColumnsChart(
      weeks((week) => (week === at ? 9 : 1)),
      { ...options, measure: "viewings" },
    );
    for (const [svg, width] of [
      [chart.wide, 1040],
      [chart.narrow, 328],
    ] as const) {
      const label = middles(svg).find(({ text }) => /^Week of .*: 9$/.test(text));
      expect(label?.left).toBeGreaterThanOrEqual(-0.5);
      expect(label?.right).toBeLessThanOrEqual(width + 0.5);
    }
  });

  test("name the latest of equals, count the others, and colour all of them", () => {
    const chart = periodColumnsChart(
      weeks((week) => ([3, 4, 8].includes(week) ? 9 : 0)),
      { ...options, measure: "viewings" },
    );
    // Eight weeks after 1 January 2024.
    expect(chart.wide).toContain("Week of 26 February 2024 and 2 others: 9<");
    expect(chart.description).toBe(
      "Most: Week of 26 February 2024 and 2 others, 9 viewings. 104 weeks in all.",
    );
    expect(chart.wide.match(/<rect[^>]*fill="var\(--you\)"/g)).toHaveLength(3);
  });

  test("of nothing but empty weeks name none", () => {
    const chart = periodColumnsChart(
      weeks(() => 0),
      { ...options, measure: "viewings" },
    );
    expect(chart.wide).not.toContain("Week of");
    expect(chart.description).toBe("104 weeks in all.");
  });
});

test("dates along the axis stand apart, also on a phone", () => {
  const rows = weeks(() => 1);
  for (const chart of [
    periodColumnsChart(rows, { ...options, measure: "viewings" }),
    periodRatingsChart(rows, { ...options, mean: 3 }),
  ]) {
    for (const svg of [chart.wide, chart.narrow]) {
      const dates = middles(svg).filter(({ text }) => /^[A-Z][a-z]{2} \d{4}$/.test(text));
      expect(dates.length).toBeGreaterThan(1);
      for (const [i, { left }] of dates.entries()) {
        expect(left).toBeGreaterThan((dates[i - 1]?.right ?? -10) + 4);
      }
    }
  }
});

test("the highest and the lowest week are named, on a phone too, small ones never", () => {
  // Five ratings or more in weeks 3, 7, 11 …: of these one has 5.00, one 1.00, and all others 3.00.
  const rows = weeks(() => 1).map((row, i) => ({
    ...row,
    rated: i % 4 === 3 ? 5 : 4,
    ...(i % 4 === 3 && { averageRating: i === 11 ? 5 : i === 95 ? 1 : 3 }),
  }));
  const chart = periodRatingsChart(rows, { ...options, mean: 3 });
  const named = ["Week of 18 March 2024: 5.00", "Week of 27 October 2025: 1.00"];
  for (const svg of [chart.wide, chart.narrow]) {
    for (const name of named) expect(svg).toContain(`>${name}<`);
    expect(svg.match(/r="4"[^>]*fill="var\(--you\)"|fill="var\(--you\)"[^>]*r="4"/g)).toHaveLength(
      2,
    );
  }
});

test("of two highest weeks none is named, and the lowest is not called the highest", () => {
  const rows = weeks(() => 1).map((row, i) => ({
    ...row,
    rated: 5,
    averageRating: i < 2 ? 5 : i === 95 ? 1 : 3,
  }));
  expect(periodRatingsChart(rows, { ...options, mean: 3 }).description).toBe(
    "From 5 ratings on, lowest: Week of 27 October 2025: 1.00 ★, 5 rated.",
  );
});
