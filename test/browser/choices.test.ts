import { describe, expect } from "vitest";
import { follow, test, type WatchedPage } from "./browser.ts";

/** Names of the charts to choose from that can be seen. */
const shown = (page: WatchedPage) =>
  page.$$eval(".switch svg.plot", (drawings) =>
    drawings
      .filter((svg) => svg.checkVisibility())
      .map((svg) => svg.getAttribute("aria-label") ?? ""),
  );

const choices = (page: WatchedPage, label: string) =>
  page.getByRole("navigation", { name: label }).getByRole("link");

const chosen = (page: WatchedPage) =>
  page.locator(".choices a[aria-current]:visible").allInnerTexts();

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("the era of the dashboard's chart %s", (_, javaScriptEnabled) => {
  test("is chosen by the address, is marked, and the back button undoes the choice", async ({
    newPage,
  }) => {
    const page = await newPage({ javaScriptEnabled });
    await page.goto("");
    expect(await shown(page)).toEqual(["Films by year of release"]);
    expect(await chosen(page)).toEqual([expect.stringMatching(/^All years/)]);

    await follow(page, choices(page, "Era of the chart").nth(1));
    const address = page.url();
    expect(address).toMatch(/#era-\w+/);
    const [chart] = await shown(page);
    expect(await shown(page)).toEqual([expect.stringMatching(/^Films by year of release, /)]);
    const [era] = await chosen(page);
    expect(chart).toContain(era?.replace(/ [\d,]+$/, ""));

    await follow(page, choices(page, "Era of the chart").nth(2));
    expect(await shown(page)).toHaveLength(1);
    expect(await shown(page)).not.toEqual([chart]);

    await page.goBack();
    expect(page.url()).toBe(address);
    expect(await shown(page)).toEqual([chart]);

    await page.reload();
    expect(await shown(page)).toEqual([chart]);

    await follow(page, choices(page, "Era of the chart").first());
    expect(await shown(page)).toEqual(["Films by year of release"]);
  });

  test("changes neither unit nor measure of the timeline when the other is chosen", async ({
    newPage,
  }) => {
    const page = await newPage({ javaScriptEnabled });
    await page.goto("timeline/");
    expect(await shown(page)).toEqual(["Viewings per year"]);
    await follow(page, choices(page, "What is counted").getByText("Hours"));
    expect(await shown(page)).toEqual(["Hours per year"]);
    await follow(page, choices(page, "Length of time").getByText("Weeks"));
    expect(await shown(page)).toEqual(["Hours per week"]);
    await follow(page, choices(page, "What is counted").getByText("Average rating"));
    expect(await shown(page)).toEqual(["Average rating per week"]);
    expect(await chosen(page)).toEqual(["Weeks", "Average rating"]);
    expect(new URL(page.url()).hash).toBe("#by-week-rating");
  });
});

test("a choice moves neither the page nor, by keyboard, the focus away from it", async ({
  page,
}) => {
  await page.goto("timeline/");
  const hours = choices(page, "What is counted").getByText("Hours");
  await hours.focus();
  const height = await page.evaluate(() => scrollY);
  await page.keyboard.press("Enter");
  expect(await shown(page)).toEqual(["Hours per year"]);
  expect(await page.evaluate(() => scrollY)).toBe(height);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Hours");
  expect(await hours.evaluate((link) => link === document.activeElement)).toBe(true);
});

test("a choice stays when another link of the page takes the address", async ({ page }) => {
  await page.goto("timeline/");
  await follow(page, choices(page, "Length of time").getByText("Months"));
  await follow(page, page.getByRole("heading", { level: 2 }).first().getByRole("link"));
  expect(new URL(page.url()).hash).toBe("#periods");
  expect(await shown(page)).toEqual(["Viewings per month"]);
});

test("the numbers beside the eras are those of their charts and add up to the whole", async ({
  page,
}) => {
  await page.goto("");
  const eras = await page.$$eval(".panel:first-child .choices a", (links) =>
    links.map((link) => ({
      id: link.getAttribute("href") ?? "",
      count: Number(link.querySelector(".small")?.textContent?.replaceAll(",", "")),
    })),
  );
  for (const { id, count } of eras) {
    const films = await page.$$eval(`${id} tbody tr td:nth-child(2)`, (cells) =>
      cells.reduce((sum, cell) => sum + Number(cell.textContent), 0),
    );
    expect({ id, films }).toEqual({ id, films: count });
  }
  const [all, ...others] = eras;
  expect(others.reduce((sum, { count }) => sum + count, 0)).toBe(all?.count);
});
