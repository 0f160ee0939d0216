import { describe, expect } from "vitest";
import { test } from "./browser.ts";
import { pageKinds } from "./pageKinds.ts";

describe.each(pageKinds())("$route", ({ path }) => {
  test("loads without an error, a warning or a request to anybody else", async ({ keptPage }) => {
    const page = await keptPage();
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    // Pictures and islands far down load when they come into view.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState("networkidle");
    expect(page.complaints).toEqual([]);
  });
});
