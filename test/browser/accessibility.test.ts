import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { pageKinds } from "./pageKinds.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

describe.each(pageKinds())("$route", ({ path }) => {
  test.for([
    ["light", 1280],
    ["light", 390],
    ["dark", 1280],
    ["dark", 390],
  ] as const)("breaks no rule of axe, %s at %i", async ([colorScheme, width], { newPage }) => {
    const page = await newPage({ colorScheme, viewport: { width, height: 900 } });
    await page.goto(path);
    const { violations, passes } = await new AxeBuilder({ page }).withTags(tags).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => ({ id, html, failureSummary })),
    );
    expect(found).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
  });
});
