import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { distinctKinds } from "./pageKinds.ts";

/** What the main part shows, without what is only there to be typed into or pressed. */
const shownText = (main: Element) => {
  for (const control of main.querySelectorAll(".finder, .copied button")) control.remove();
  return (main as HTMLElement).innerText.replace(/\s+/g, " ").trim();
};

describe.each(distinctKinds())("$route without JavaScript", ({ path }) => {
  test("shows all that it shows with it, and nothing that would not work", async ({ keptPage }) => {
    const without = await keptPage({ javaScriptEnabled: false });
    await without.goto(path);
    // What stands in for a control says why there is none.
    await without.$$eval(".without-script", (words) => {
      for (const word of words) word.remove();
    });
    // What opens a popover needs no script.
    const controls = "button:not([popovertarget]):visible, input:visible, select:visible";
    expect(await without.locator(controls).count()).toBe(0);

    // Scripts of the page are off, those of the test are not.
    const text = await without.$eval("main", shownText);
    const withScripts = await keptPage();
    await withScripts.goto(path, { waitUntil: "networkidle" });
    expect(text).toBe(await withScripts.$eval("main", shownText));
    expect(text.length).toBeGreaterThan(50);
  });
});

describe("charts without JavaScript", () => {
  test("are drawn, and each opens into a table with as many rows as it has figures", async ({
    newPage,
  }) => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto("");
    const charts = page.locator("figure.chart:visible");
    expect(await charts.count()).toBeGreaterThanOrEqual(3);
    for (const chart of await charts.all()) {
      expect(await chart.locator("svg.plot:visible").count()).toBe(1);
      expect(await chart.locator("svg.plot:visible :is(rect, path)").count()).toBeGreaterThan(1);
      const table = chart.getByRole("table");
      expect(await table.isVisible()).toBe(false);
      await chart.locator("summary").click();
      expect(await table.isVisible()).toBe(true);
      expect(await table.locator("tbody tr").count()).toBeGreaterThan(1);
    }
  });
});
