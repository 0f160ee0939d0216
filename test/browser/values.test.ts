import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject } from "vitest";
import { test, type WatchedPage } from "./browser.ts";
import { pageKinds } from "./pageKinds.ts";

interface ShownChart {
  title: string;
  wide: string[];
  narrow: string[];
  rows: string[][];
}

/** What the charts of a page say: the titles of their marks and the cells of their tables. */
const charts = (page: WatchedPage): Promise<ShownChart[]> =>
  page.$$eval("figure.chart", (figures) =>
    figures.map((figure) => {
      const titles = (part: string) =>
        Array.from(
          figure.querySelectorAll(`${part} svg title`),
          (title) => title.textContent ?? "",
        );
      return {
        title: figure.querySelector("svg.plot")?.getAttribute("aria-label") ?? "",
        wide: titles(".chart-wide"),
        narrow: titles(".chart-narrow"),
        rows: Array.from(figure.querySelectorAll("tbody tr"), (row) =>
          Array.from(row.children, (cell) => cell.textContent?.trim() ?? ""),
        ),
      };
    }),
  );

const integer = (text: string) => Number(text.replaceAll(",", ""));

/** "October 2024: 1,234 viewings" as label and number; marks that count nothing are left out. */
const counts = (titles: string[]) =>
  titles.flatMap((title) => {
    const [, label = "", count = ""] = /^(.+): ([\d,]+) (?:film|viewing)/.exec(title) ?? [];
    return label === "" ? [] : [[label, integer(count)] as const];
  });

const tableCounts = ({ rows }: ShownChart) =>
  rows.map(([label = "", count = ""]) => [label, integer(count)] as const);

const positive = (pairs: (readonly [string, number])[]) =>
  Object.fromEntries(pairs.filter(([, count]) => count > 0));

const read = (file: string) =>
  JSON.parse(readFileSync(join(inject("siteFolder"), "data", file), "utf8"));
const summary = read("summary.json") as {
  films: Record<string, number>;
  viewings: { total: number };
  ratings: { average: number; histogram: Record<string, number> };
  minutes: { viewings: number };
  countries: unknown[];
  directors: unknown[];
  genres: { name: string; films: number }[];
  years: { year: number; viewings: number }[];
};
const films = read("films.json") as { year: number | null; viewings: { date: string }[] }[];

const tally = (keys: string[]) =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]));

async function chart(page: WatchedPage, title: string): Promise<ShownChart> {
  const found = (await charts(page)).find((each) => each.title === title);
  if (!found) throw new Error(`There is no chart "${title}".`);
  return found;
}

describe.each(pageKinds())("$route", ({ path }) => {
  test("its charts say the same in both drawings and in their tables", async ({ page }) => {
    await page.goto(path);
    for (const shown of await charts(page)) {
      expect(shown.rows.length).toBeGreaterThan(0);
      expect(counts(shown.narrow)).toEqual(counts(shown.wide));
      if (counts(shown.wide).length === 0) continue;
      expect({ [shown.title]: positive(counts(shown.wide)) }).toEqual({
        [shown.title]: positive(tableCounts(shown)),
      });
    }
  });
});

describe("the dashboard says what summary.json says", () => {
  test("in its figures", async ({ page }) => {
    await page.goto("");
    const figures = Object.fromEntries(
      await page.$$eval(".figures > div", (cards) =>
        cards.map((card) => [
          card.querySelector("dt")?.textContent ?? "",
          card.querySelector(".figure")?.textContent ?? "",
        ]),
      ),
    );
    expect(figures).toMatchObject({
      Films: `${summary.films.seen}`,
      Viewings: `${summary.viewings.total}`,
      "Average rating": summary.ratings.average.toFixed(2),
      Hours: Math.round(summary.minutes.viewings / 60).toLocaleString("en-GB"),
      Countries: `${summary.countries.length}`,
      Directors: `${summary.directors.length}`,
    });
  });

  test("in the histogram of ratings", async ({ page }) => {
    await page.goto("");
    const stars = (rating: number) => "★".repeat(Math.floor(rating)) + (rating % 1 ? "½" : "");
    const histogram = Object.entries(summary.ratings.histogram).map(
      ([rating, count]) => [stars(Number(rating)), count] as const,
    );
    const shown = await chart(page, "Ratings of films");
    expect(Object.fromEntries(counts(shown.wide))).toEqual(Object.fromEntries(histogram));
  });

  test("in the list of genres", async ({ page }) => {
    await page.goto("");
    const section = page.locator("section", {
      has: page.getByRole("heading", { name: "Genres", exact: true }),
    });
    const rows = await section.locator(".ranks li").evaluateAll((items) =>
      items.map((item) => ({
        name: item.querySelector("a")?.textContent,
        films: Number(item.querySelector(".number")?.textContent),
      })),
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows).toEqual(
      summary.genres
        .slice(0, rows.length)
        .map(({ name, films: count }) => ({ name, films: count })),
    );
  });
});

describe("charts agree with films.json", () => {
  test("films by year of release", async ({ page }) => {
    await page.goto("");
    const years = films.flatMap(({ year }) => (year === null ? [] : [`${year}`]));
    const shown = await chart(page, "Films by year of release");
    expect(Object.fromEntries(counts(shown.wide))).toEqual(tally(years));
  });

  test("viewings by month", async ({ page }) => {
    await page.goto("timeline/");
    const month = new Intl.DateTimeFormat("en-GB", {
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    const months = films.flatMap(({ viewings }) =>
      viewings.map(({ date }) => month.format(new Date(date))),
    );
    const shown = await chart(page, "Viewings per month");
    expect(Object.fromEntries(counts(shown.wide))).toEqual(tally(months));
  });

  test("viewings by year", async ({ page }) => {
    await page.goto("timeline/");
    const shown = await chart(page, "Viewings per year");
    expect(Object.fromEntries(counts(shown.wide))).toEqual(
      Object.fromEntries(summary.years.map(({ year, viewings }) => [`${year}`, viewings])),
    );
  });
});
