import { describe, expect, test } from "vitest";
import { releaseYearsChart } from "../../src/charts/releaseYears.ts";
import { createFormat } from "../../src/format.ts";
import { drawingsIn, textsIn } from "../support/svg.ts";

const format = createFormat();
const link = (year: number) => `/x/#${year}`;
const decadeLink = (decade: number) => `/x/${decade}s/`;
const title = "A chart";

test("years of release have round labels with room between them", () => {
  const rows = Array.from({ length: 108 }, (_, i) => ({ year: 1919 + i, films: 1 }));
  const chart = releaseYearsChart(rows, { title, format, link, decadeLink });
  const labels = (svg: string) => textsIn(svg).filter((text) => /^\d{4}$/.test(text));
  // 107 years: every tenth where 1040 / 60 labels fit, every twentieth where 328 / 60 do.
  expect(labels(chart.wide)).toEqual([
    "1920",
    "1930",
    "1940",
    "1950",
    "1960",
    "1970",
    "1980",
    "1990",
    "2000",
    "2010",
    "2020",
  ]);
  const eras = releaseYearsChart(rows.slice(0, 30), {
    title,
    format,
    link,
    decadeLink,
    keepsYears: true,
  });
  expect(labels(eras.narrow)).toEqual(["1920", "1930", "1940"]);
});

describe("many years of release on a phone", () => {
  /** Years from 1878 to 2026, a film in each but for 1899 and the 1910s. */
  const rows = Array.from({ length: 149 }, (_, i) => ({
    year: 1878 + i,
    films: i === 21 || (i >= 32 && i < 42) ? 0 : 1,
  }));
  const marks = (svg: string) =>
    Array.from(svg.matchAll(/<a aria-label="([^"]+)" href="([^"]+)"/g), ([, ...mark]) => mark);
  const widthsOf = (svg: string) =>
    Array.from(svg.matchAll(/<rect[^>]* width="([\d.]+)"[^>]*><title>/g), ([, at]) => Number(at));

  test("are decades, each leading to its page, the earliest together to the newest of their years", () => {
    const { narrow } = releaseYearsChart(rows, { title, format, link, decadeLink });
    // 1878 to 1919 is 42 years, of which eleven are empty.
    expect(marks(narrow)).toEqual([
      ["to 1919: 31 films", "/x/#1909"],
      ...[1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010].map((from) => [
        `${from}s: 10 films`,
        `/x/${from}s/`,
      ]),
      ["2020s: 7 films", "/x/2020s/"],
    ]);
    expect(narrow).not.toContain("is-fine");
    // Of 24 pixels still where 328 are shown on 288.
    for (const width of widthsOf(narrow)) expect(width * (288 / 328)).toBeGreaterThanOrEqual(23.95);
  });

  test("light the fullest decade, which the title names beside the fullest year", () => {
    const lit = (films: (year: number) => number) => {
      const own = rows.map(({ year }) => ({ year, films: films(year) }));
      const { narrow } = releaseYearsChart(own, { title, format, link, decadeLink });
      return drawingsIn(narrow).flatMap((drawing) =>
        [...drawing.querySelectorAll('text[fill="var(--you)"]')].map((text) => text.textContent),
      );
    };
    // 1990s: 40 films, four a year; 2020s: 7 years, of which 2024 has nine and each other three.
    expect(
      lit((year) => (year === 2024 ? 9 : year > 2019 ? 3 : year > 1989 && year < 2000 ? 4 : 1)),
    ).toEqual(["40"]);
    expect(lit((year) => (year > 1989 && year < 2000 ? 5 : 1))).toEqual(["50"]);
  });

  test("stay years where a few decades were chosen, as links for a mouse alone", () => {
    const { narrow } = releaseYearsChart(rows.slice(-40), {
      title,
      format,
      link,
      decadeLink,
      keepsYears: true,
    });
    expect(marks(narrow)).toHaveLength(40);
    expect(narrow).toContain("is-fine");
  });

  test("have no decade named where two share the first place", () => {
    const { narrow } = releaseYearsChart(rows.slice(42), { title, format, link, decadeLink });
    expect(narrow).not.toContain("var(--you)");
    const more = rows.map((row) => (row.year === 1985 ? { ...row, films: 2 } : row));
    const { narrow: one } = releaseYearsChart(more, { title, format, link, decadeLink });
    // Its column and its number.
    expect(one.match(/var\(--you\)/g)).toHaveLength(2);
  });
});
