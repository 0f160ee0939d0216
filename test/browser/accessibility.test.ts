import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { pageKinds } from "./pageKinds.ts";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What breaks the rules of axe that have one of the tags. */
async function violations(page: Page, tags: string[]) {
  // There are no frames whose results the newer mode would put together, at ten times the cost.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    // Long lists are made of rows like their first ones.
    .exclude("tbody > tr:nth-child(n + 9)")
    .exclude("ol > li:nth-child(n + 17), ul > li:nth-child(n + 17)")
    .options({ runOnly: tags, resultTypes: ["violations"], preload: false });
  const { violations, passes } = await axe.analyze();
  expect(passes.length).toBeGreaterThan(0);
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => ({ id, html, failureSummary })),
  );
}

describe.each(pageKinds())("$route", ({ path }) => {
  test.for([1280, 390])(
    "breaks no rule of axe in light and dark, %i wide",
    async (width, { keptPage }) => {
      const page = await keptPage({ viewport: { width, height: 900 } });
      await page.goto(path);
      expect(await violations(page, standards)).toEqual([]);
      // Markup and places are the same in the dark: colours are what differs.
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(page, ["cat.color"])).toEqual([]);
    },
  );
});
