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
  /** Of these, what the caption names because it is too small to be drawn. */
  notDrawn: string[][];
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
      const rows = Array.from(figure.querySelectorAll("tbody tr"), (row) =>
        Array.from(row.children, (cell) => cell.textContent?.trim() ?? ""),
      );
      const caption = Array.from(
        figure.querySelectorAll("figcaption > p"),
        (paragraph) => paragraph.textContent ?? "",
      ).join(" ");
      return {
        title: figure.querySelector("svg.plot")?.getAttribute("aria-label") ?? "",
        wide: titles(":is(.chart-wide, .chart-any)"),
        narrow: titles(":is(.chart-narrow, .chart-any)"),
        rows,
        notDrawn: rows.filter((cells) => caption.includes(cells.slice(0, 2).join(" "))),
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

const tableCounts = ({ rows, notDrawn }: ShownChart) =>
  rows
    .filter((row) => !notDrawn.includes(row))
    .map(([label = "", count = ""]) => [label, integer(count)] as const);

/** "1990s", or "to 1909" for all that is earlier. */
const isDecade = (label: string) => /^(\d{3}0s|to \d{3}9)$/.test(label);

/** Counts of years as those of the decades that a phone shows in their place. */
function inDecades(
  years: (readonly [string, number])[],
  decades: (readonly [string, number])[],
): (readonly [string, number])[] {
  return decades.map(([label]) => {
    const last = label.endsWith("s") ? Number(label.slice(0, -1)) + 9 : Number(label.slice(3));
    const first = label.endsWith("s") ? last - 9 : 0;
    const own = years.filter(([year]) => Number(year) >= first && Number(year) <= last);
    return [label, own.reduce((sum, [, count]) => sum + count, 0)];
  });
}

const sumOf = (pairs: (readonly [string, number])[]) =>
  pairs.reduce((sum, [, count]) => sum + count, 0);

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
const films = read("films.json") as {
  name: string;
  year: number | null;
  path: string;
  rating: number | null;
  viewings: { date: string; rating: number | null; rewatch: boolean }[];
}[];

const tally = (keys: string[]) =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]));

async function chart(page: WatchedPage, title: string): Promise<ShownChart> {
  const found = (await charts(page)).find((each) => each.title === title);
  if (!found) throw new Error(`There is no chart "${title}".`);
  return found;
}

describe.each(pageKinds())("$route", ({ path }) => {
  test("its charts say the same in both drawings and in their tables", async ({ keptPage }) => {
    const page = await keptPage();
    await page.goto(path);
    for (const shown of await charts(page)) {
      expect(shown.rows.length).toBeGreaterThan(0);
      const [wide, narrow] = [counts(shown.wide), counts(shown.narrow)];
      const [has, had] = [narrow, wide].map((pairs) => pairs.some(([label]) => isDecade(label)));
      expect(narrow).toEqual(has && !had ? inDecades(wide, narrow) : wide);
      expect(sumOf(narrow)).toBe(sumOf(wide));
      const labels = counts(shown.wide).map(([label]) => label);
      const stated = tableCounts(shown);
      // A table without a count in its second column, and a drawing of several lines, say more than this.
      if (labels.length === 0 || labels.length > new Set(labels).size) continue;
      if (stated.every(([, count]) => Number.isNaN(count))) continue;
      expect({ [shown.title]: positive(counts(shown.wide)) }).toEqual({
        [shown.title]: positive(stated),
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

  test("first watches by the age of the film", async ({ page }) => {
    await page.goto("timeline/");
    const ages = films.flatMap(({ year, viewings }) =>
      viewings
        .filter(({ rewatch }) => !rewatch && year !== null)
        .map(({ date }) => Number(date.slice(0, 4)) - Number(year)),
    );
    const between = (from: number, to: number) =>
      ages.filter((age) => age >= from && age <= to).length;
    expect(ages.length).toBeGreaterThan(300);
    const shown = await chart(page, "First watches by age of the film");
    expect(Object.fromEntries(tableCounts(shown))).toEqual({
      "the same year": between(0, 0),
      "1 year": between(1, 1),
      "2–5 years": between(2, 5),
      "6–10 years": between(6, 10),
      "11–25 years": between(11, 25),
      "26–50 years": between(26, 50),
      "over 50 years": between(51, 200),
    });
  });
});

const stars = (rating: number | null | undefined) =>
  "★".repeat(Math.floor(rating ?? 0)) + ((rating ?? 0) % 1 ? "½" : "");

/** A film's own ratings in the diary, oldest first. */
const given = (film: (typeof films)[number]) =>
  film.viewings.flatMap(({ rating }) => (rating === null ? [] : [rating]));

describe("drift agrees with films.json", () => {
  test("on the dashboard", async ({ page }) => {
    await page.goto("");
    const changes = films
      .map(given)
      .filter(({ length }) => length > 1)
      .map((ratings) => (ratings.at(-1) ?? 0) - (ratings[0] ?? 0));
    const count = (test: (change: number) => boolean) => changes.filter(test).length;
    const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
    expect(await page.getByText("On rewatching, ").innerText()).toBe(
      `On rewatching, ${count((change) => change > 0)} films went up, ` +
        `${count((change) => change < 0)} down, ${count((change) => change === 0)} stayed: ` +
        `+${mean.toFixed(2)} on average.`,
    );
  });

  test("on the pages of films that are rated otherwise today", async ({ page }) => {
    const changed = films.filter((film) => {
      const last = given(film).at(-1);
      return last !== undefined && last !== film.rating;
    });
    // The sample's README counts them.
    expect(changed).toHaveLength(20);
    for (const film of changed.slice(0, 3)) {
      await page.goto(film.path.slice(1));
      const { date } = film.viewings.findLast(({ rating }) => rating !== null) ?? { date: "" };
      const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
      expect(await page.locator(".split").innerText()).toContain(
        `${stars(film.rating)} now, ${stars(given(film).at(-1))} in the diary on ${day.format(new Date(date))}.`,
      );
    }
  });
});

test("a film's page names its lists, with its place and note on the owner's", async ({ page }) => {
  await page.goto("films/double-indemnity-1944/");
  const lists = page.locator("section", {
    has: page.getByRole("heading", { name: "On lists" }),
  });
  expect(await lists.getByRole("listitem").allInnerTexts()).toEqual([
    "No. 4 of 14 in Noir, by wetness of street\nDry, but everyone sweats.",
    "National Film Registry",
  ]);
});
