import { describe, expect } from "vitest";
import { test, type WatchedPage } from "./browser.ts";
import { distinctKinds } from "./pageKinds.ts";
import { shifts } from "./shifts.ts";

/** How high each drawing is: its room is kept before it is laid out, unlike that of a long list. */
const heights = (page: WatchedPage) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".drawing")].map((one) => one.getBoundingClientRect().height),
  );

/** Lays out all that waits until it comes near; its size is known from then on. */
const scrollThrough = (page: WatchedPage): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      // One frame finds what has come near, the next has laid it out.
      await frame();
      await frame();
    }
  });

describe.each(distinctKinds())("$route", ({ path }) => {
  test.for([
    ["a phone", { viewport: { width: 390, height: 844 }, isMobile: true }],
    ["a larger phone", { viewport: { width: 430, height: 932 }, isMobile: true }],
    ["a desk", { viewport: { width: 1280, height: 900 } }],
  ] as const)(
    "stays where it is while it loads and is scrolled, on %s",
    async ([, options], { keptPage }) => {
      const page = await keptPage(options);
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const first = await heights(page);
      expect(await shifts(page)).toBeLessThanOrEqual(0.01);

      await scrollThrough(page);
      expect(await heights(page)).toEqual(first);
      expect(await shifts(page)).toBeLessThanOrEqual(0.01);
    },
  );
});

test.for([
  ["a phone", { viewport: { width: 390, height: 844 }, isMobile: true }],
  ["a desk", { viewport: { width: 1280, height: 900 } }],
] as const)(
  "a jump over years that are not laid out ends at its year, on %s",
  async ([, options], { newPage }) => {
    const page = await newPage(options);
    await page.goto("films/");
    const anchors = await page
      .locator('main a[href^="#y"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const middle = anchors[Math.floor(anchors.length / 2)];
    await page.locator(`main a[href="${middle}"]`).click();
    await page.waitForTimeout(300);
    const box = await page.locator(`${middle}`).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(-1);
    expect(box?.y).toBeLessThan(120);
  },
);
