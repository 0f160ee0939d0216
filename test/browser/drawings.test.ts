import { describe, expect } from "vitest";
import { drawingsOf, gallery } from "../charts/gallery.ts";
import { test, type WatchedPage } from "./browser.ts";
import { distinctKinds, extremes } from "./pageKinds.ts";

/** Texts of drawings that can be seen and lie on one another, stand out of theirs or are too small. */
const unreadable = (page: WatchedPage) =>
  page.evaluate(() => {
    const faults: string[] = [];
    // Drawings do not cut off what they hold, and the page has room beside them.
    const margin = 6;
    for (const svg of document.querySelectorAll<SVGSVGElement>("svg.plot")) {
      if (!svg.checkVisibility()) continue;
      const room = svg.getBoundingClientRect();
      const scale = room.width / svg.viewBox.baseVal.width;
      const texts = Array.from(svg.querySelectorAll("text"), (text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        // A line is higher than its letters.
        const spare = (bottom - top) * 0.2;
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        const name = text.textContent ?? "";
        return { name, size, left, right, top: top + spare, bottom: bottom - spare };
      }).filter(({ name }) => name.trim() !== "");
      const where = svg.getAttribute("aria-label");
      for (const [i, text] of texts.entries()) {
        if (text.size < 11) faults.push(`${where}: ${text.name} is ${text.size.toFixed(1)} px`);
        if (
          text.left < room.left - margin ||
          text.right > room.right + margin ||
          text.top < room.top - margin ||
          text.bottom > room.bottom + margin
        ) {
          faults.push(`${where}: ${text.name} stands out of the drawing`);
        }
        for (const other of texts.slice(i + 1)) {
          const across = Math.min(text.right, other.right) - Math.max(text.left, other.left);
          const down = Math.min(text.bottom, other.bottom) - Math.max(text.top, other.top);
          if (across > 1 && down > 1) faults.push(`${where}: ${text.name} lies on ${other.name}`);
        }
      }
    }
    return faults.slice(0, 10);
  });

const widths = [1280, 1024, 768, 390, 320];

describe.each(distinctKinds())("$route", (kind) => {
  test("has drawings whose texts can be read at every width", async ({ keptPage }) => {
    const page = await keptPage();
    for (const path of extremes(kind)) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect({ path, width, faults: await unreadable(page) }).toEqual({
          path,
          width,
          faults: [],
        });
      }
    }
  });
});

describe.each(Object.entries(gallery))("%s", (_, chart) => {
  test("can be read, wide and on phones, whatever pages show it", async ({ keptPage }) => {
    const page = await keptPage();
    await page.goto("about/");
    await page.evaluate(() => document.fonts.ready);
    const drawings = Object.fromEntries(drawingsOf(chart));
    for (const [size, width] of [
      ["wide", 1280],
      ["narrow", 390],
      ["narrow", 320],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.$eval(
        "main",
        (main, svg) => {
          main.innerHTML = `<div class="plot-alone">${svg}</div>`;
        },
        drawings[size] ?? chart.wide,
      );
      expect(await page.locator("svg.plot").count()).toBeGreaterThan(0);
      expect({ size, width, faults: await unreadable(page) }).toEqual({ size, width, faults: [] });
    }
  });
});
