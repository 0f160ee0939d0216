import { describe, expect } from "vitest";
import { test, type WatchedPage } from "./browser.ts";
import { distinctKinds } from "./pageKinds.ts";

/** What has the focus: its element, its name, and whether one can see that it has it. */
const focused = (page: WatchedPage) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    return {
      tag: element.tagName.toLowerCase(),
      name: [
        element.getAttribute("aria-label"),
        element.textContent,
        element.querySelector("img")?.alt,
        element instanceof HTMLInputElement && element.labels?.[0]?.textContent,
      ]
        .map((name) => (name || "").trim())
        .find((name) => name !== ""),
      inMain: element.closest("main") !== null,
      inChart: element.closest("svg.plot") !== null,
      isOutlined: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
    };
  });

describe("with the keyboard alone", () => {
  test("the first stop is a link past the masthead, seen when it has the focus", async ({
    page,
  }) => {
    await page.goto("");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ name: "Skip to the content", inMain: false });
    const box = await page.getByRole("link", { name: "Skip to the content" }).boundingBox();
    expect(box && box.x >= 0 && box.y >= 0).toBe(true);

    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#main");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ inMain: true });
  });

  test("bars of a chart are links with a name, and Enter follows them", async ({ page }) => {
    await page.goto("");
    await page.locator(".choices a:visible").last().focus();
    // Past the link that skips the chart.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({
      tag: "a",
      inChart: true,
      isOutlined: true,
      name: expect.stringMatching(/^\d{4}: \d+ films?$/),
    });
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/films\/#y\d{4}$/);
  });

  test("a chart with many marks can be skipped, by a link seen when it has the focus", async ({
    page,
  }) => {
    await page.goto("timeline/#by-week-rating");
    const figure = page.locator("#by-week-rating figure");
    const skip = figure.getByRole("link", { name: "Skip this chart" });
    expect(await skip.boundingBox()).toMatchObject({ x: expect.toSatisfy((x) => x < -999) });
    await page.locator("#by-week-rating .choices a").last().focus();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ name: "Skip this chart", isOutlined: true });
    const box = await skip.boundingBox();
    expect(box && box.x >= 0 && box.y >= 0 && box.height >= 24).toBe(true);

    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({
      tag: "summary",
      name: "Average rating per week as a table",
    });
    // The chosen panel still shows, though the address names its caption.
    expect(new URL(page.url()).hash).toBe("#under-average-rating-per-week");
    expect(await figure.isVisible()).toBe(true);
  });

  test("a table twin is opened and the scheme switched", async ({ page }) => {
    await page.goto("");
    const details = page.locator(".chart:visible details").first();
    await details.locator("summary").focus();
    await page.keyboard.press("Enter");
    expect(await details.getByRole("table").isVisible()).toBe(true);

    await page.getByRole("button", { name: "Lights off" }).focus();
    await page.keyboard.press("Space");
    expect(await page.evaluate(() => document.documentElement.dataset.scheme)).toBe("dark");
  });
});

describe.each(distinctKinds())("$route", ({ path }) => {
  test("gives every stop a name and a mark that it has the focus", async ({ page }) => {
    await page.goto(path);
    const stops = [];
    for (let i = 0; i < 25; i += 1) {
      await page.keyboard.press("Tab");
      const stop = await focused(page);
      if (!stop) break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(6);
    expect(stops.filter(({ name, isOutlined }) => !name || !isOutlined)).toEqual([]);
  });

  test("names every link in its charts", async ({ keptPage }) => {
    const page = await keptPage();
    await page.goto(path);
    const nameless = await page.$$eval("svg.plot a", (links) =>
      links.filter((link) => !link.getAttribute("aria-label")).map((link) => link.outerHTML),
    );
    expect(nameless).toEqual([]);
  });

  test("lets every chart of more than a dozen links be skipped", async ({ keptPage }) => {
    const page = await keptPage();
    await page.goto(path);
    const figures = await page.$$eval("figure.chart", (all) =>
      all.map((figure) => {
        const drawings = Array.from(figure.querySelectorAll("svg.plot"));
        const links = Math.max(...drawings.map((svg) => svg.querySelectorAll("a").length));
        const first = figure.querySelector("a");
        const target = document.getElementById(first?.getAttribute("href")?.slice(1) ?? "");
        return { links, isSkipped: target !== null && target.parentElement === figure };
      }),
    );
    expect(figures.filter(({ links, isSkipped }) => links > 12 !== isSkipped)).toEqual([]);
  });
});
