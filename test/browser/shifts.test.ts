import { describe, expect } from "vitest";
import { test, type WatchedPage } from "./browser.ts";
import { pageKinds } from "./pageKinds.ts";
import { shifts } from "./shifts.ts";

const height = (page: WatchedPage) => page.evaluate(() => document.documentElement.scrollHeight);

/** Lays out all that waits until it comes near. */
const scrollThrough = (page: WatchedPage) =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      // One frame finds what has come near, the next has laid it out.
      await frame();
      await frame();
    }
  });

describe.each(pageKinds())("$route", ({ path }) => {
  test.for([
    ["a phone", { viewport: { width: 390, height: 844 }, isMobile: true }],
    ["a larger phone", { viewport: { width: 430, height: 932 }, isMobile: true }],
    ["a desk", { viewport: { width: 1280, height: 900 } }],
  ] as const)(
    "stays where it is while it loads and is scrolled, on %s",
    async ([, options], { newPage }) => {
      const page = await newPage(options);
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const first = await height(page);
      expect(await shifts(page)).toBeLessThanOrEqual(0.01);

      await scrollThrough(page);
      expect(await height(page)).toBe(first);
      expect(await shifts(page)).toBeLessThanOrEqual(0.01);
    },
  );
});
