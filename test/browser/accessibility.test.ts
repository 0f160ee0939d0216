import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { expect } from "vitest";
import { test } from "./browser.ts";
import { distinctKinds, pageKinds } from "./pageKinds.ts";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What breaks the rules of axe that have one of the tags. */
async function violations(page: Page, tags: string[]) {
  // There are no frames whose results the newer mode would put together, at ten times the cost.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: tags, resultTypes: ["violations"], preload: false });
  const { violations, passes } = await axe.analyze();
  expect(passes.length).toBeGreaterThan(0);
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => ({ id, html, failureSummary })),
  );
}

const distinct = distinctKinds();

async function expectNoViolations(page: Page, path: string): Promise<void> {
  await page.goto(path);
  // What follows in long lists and drawings is made as the first of them.
  await page.$$eval(
    "tbody > tr:nth-child(n + 13), main li:nth-child(n + 25), svg.plot a:nth-child(n + 41)",
    (more) => {
      for (const element of more) element.remove();
    },
  );
  expect(await violations(page, standards)).toEqual([]);
  if (!distinct.some((kind) => kind.path === path)) return;
  // Markup and places are the same in the dark: colours are what differs.
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page, ["cat.color"])).toEqual([]);
}

test.for(pageKinds())(
  "$route breaks no rule of axe in light and dark, on a desk",
  async ({ path }, { keptPage }) =>
    expectNoViolations(await keptPage({ viewport: { width: 1280, height: 900 } }), path),
);

test.for(distinct)(
  "$route breaks no rule of axe in light and dark, on a phone",
  async ({ path }, { keptPage }) =>
    expectNoViolations(await keptPage({ viewport: { width: 390, height: 900 } }), path),
);
