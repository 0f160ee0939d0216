import { describe, expect } from "vitest";
import { test, type WatchedPage } from "./browser.ts";
import { distinctKinds, extremes, pageKinds } from "./pageKinds.ts";

const kinds = pageKinds();
const phones = [390, 320];

/** What sticks out to the right of the window, for a message that helps. */
const sticksOut = (page: WatchedPage) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .slice(-3)
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent}`);
  });

/** Text in drawings that can be seen and is smaller than 11 px as shown. */
const smallTexts = (page: WatchedPage) =>
  page.$$eval("svg text", (texts) =>
    texts.flatMap((text) => {
      const svg = text.closest("svg");
      if (!svg || !text.checkVisibility() || !text.textContent) return [];
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      return size < 11 ? [`${text.textContent}: ${size.toFixed(1)} px`] : [];
    }),
  );

/** Text of drawings that is cut off by the window's edges. */
const cutTexts = (page: WatchedPage) =>
  page.$$eval("svg text", (texts) =>
    texts.flatMap((text) => {
      if (!text.checkVisibility() || !text.textContent) return [];
      const { left, right } = text.getBoundingClientRect();
      const isCut = left < -0.5 || right > document.documentElement.clientWidth + 0.5;
      return isCut ? [`${text.textContent}: ${left.toFixed(0)} to ${right.toFixed(0)}`] : [];
    }),
  );

/** Drawn posters whose year or genre lies outside of them. */
const spilledPosters = (page: WatchedPage) =>
  page.$$eval(".placeholder", (posters) =>
    posters.flatMap((poster) => {
      const box = poster.getBoundingClientRect();
      const words = poster.lastElementChild?.getBoundingClientRect();
      const isInside = !words || (words.bottom <= box.bottom && words.right <= box.right);
      return !poster.checkVisibility() || isInside ? [] : [poster.textContent];
    }),
  );

describe.each(kinds)("$route", (kind) => {
  test("fits a phone: nothing scrolls sideways, and charts can be read", async ({ keptPage }) => {
    const page = await keptPage({ viewport: { width: 390, height: 844 }, isMobile: true });
    for (const path of extremes(kind)) {
      await page.goto(path);
      for (const width of phones) {
        await page.setViewportSize({ width, height: 844 });
        const found = {
          sideways: await sticksOut(page),
          small: await smallTexts(page),
          cut: await cutTexts(page),
          spilled: await spilledPosters(page),
        };
        expect({ path, width, ...found }).toEqual({
          path,
          width,
          sideways: [],
          small: [],
          cut: [],
          spilled: [],
        });
      }
    }
  });
});

describe.each(distinctKinds())("$route", (kind) => {
  test("is readable at every width between", async ({ keptPage }) => {
    const page = await keptPage();
    await page.goto(kind.path);
    for (const width of [560, 768, 1120]) {
      await page.setViewportSize({ width, height: 900 });
      const found = {
        sideways: await sticksOut(page),
        small: await smallTexts(page),
        cut: await cutTexts(page),
      };
      expect({ width, ...found }).toEqual({ width, sideways: [], small: [], cut: [] });
    }
  });
});

test("of each chart one drawing is shown, by the width of the screen", async ({ newPage }) => {
  const page = await newPage();
  const drawings: string[] = [];
  for (const { path } of kinds) {
    await page.goto(path);
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const shown = await page.$$eval("figure.chart", (figures) =>
        figures
          .filter((figure) => figure.checkVisibility())
          .map((figure) =>
            [...figure.children]
              .filter((part) => part.querySelector("svg.plot") && part.checkVisibility())
              .map(({ classList }) => classList[0])
              .join(" and "),
          ),
      );
      drawings.push(...shown.map((drawing) => `${width}: ${drawing}`));
    }
  }
  // The map, which holds no text, has one for every width.
  expect([...new Set(drawings)].sort()).toEqual([
    "1280: chart-any",
    "1280: chart-wide",
    "320: chart-any",
    "320: chart-narrow",
    "390: chart-any",
    "390: chart-narrow",
  ]);
});
