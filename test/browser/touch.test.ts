import { describe, expect } from "vitest";
import { test, type WatchedPage } from "./browser.ts";
import { distinctKinds, extremes } from "./pageKinds.ts";

/** How large each link in a drawing is for a finger, and whether the table beside it leads there too. */
const marks = (page: WatchedPage) =>
  page.evaluate(() => {
    // What a reader could have chosen or opened is measured as well.
    for (const panel of document.querySelectorAll<HTMLElement>(".panel")) {
      panel.style.display = "grid";
    }
    for (const table of document.querySelectorAll("details")) table.open = true;
    const least = 24;
    // Halves of pixels come of drawings that are scaled.
    const isLarge = ({ width, height }: DOMRect) => width > least - 0.1 && height > least - 0.1;
    const middle = ({ x, y, width, height }: DOMRect) => [x + width / 2, y + height / 2] as const;
    const isShown = (link: Element) =>
      link.checkVisibility() && getComputedStyle(link).pointerEvents !== "none";
    const figures = [...document.querySelectorAll("figure.chart")];
    return figures.flatMap((figure) => {
      const title = figure.querySelector("svg.plot")?.getAttribute("aria-label");
      const drawn = [...figure.querySelectorAll("svg.plot a")].filter((link) =>
        link.checkVisibility(),
      );
      const targets = [...figure.querySelectorAll("a")].filter(isShown);
      const boxes = new Map(targets.map((target) => [target, target.getBoundingClientRect()]));
      // WCAG 2.5.8: a circle as wide as a target should be touches no other target, nor its circle.
      const isApart = (link: Element, box: DOMRect) => {
        const [x, y] = middle(box);
        return targets.every((other) => {
          const around = boxes.get(other);
          if (other === link || !around) return true;
          const [otherX, otherY] = middle(around);
          const across = Math.max(around.left - x, x - around.right, 0);
          const down = Math.max(around.top - y, y - around.bottom, 0);
          const isFree = Math.hypot(across, down) >= least / 2 - 0.1;
          const areApart = Math.hypot(x - otherX, y - otherY) >= least - 0.1;
          return isFree && (isLarge(around) || areApart);
        });
      };
      const listed = new Set(
        [...figure.querySelectorAll("table a")]
          .filter((link) => isLarge(link.getBoundingClientRect()))
          .map((link) => link.getAttribute("href")),
      );
      return drawn.map((link) => {
        const box = link.getBoundingClientRect();
        return {
          what: `${title}: ${link.getAttribute("aria-label")}, ${box.width.toFixed(1)} by ${box.height.toFixed(1)}`,
          isTarget: isShown(link),
          isForFingers: isLarge(box) || isApart(link, box),
          isListed: listed.has(link.getAttribute("href")),
        };
      });
    });
  });

const phone = { isMobile: true, hasTouch: true, javaScriptEnabled: false };

describe.each(distinctKinds())("$route on a touch screen", (kind) => {
  test.for([
    ["a phone", { width: 390, height: 844 }],
    ["a tablet", { width: 1024, height: 768 }],
  ] as const)(
    "has marks for fingers, or a row of the table for each, on %s",
    async ([, viewport], { keptPage }) => {
      const page = await keptPage({ ...phone, viewport });
      for (const path of extremes(kind)) {
        await page.goto(path);
        const found = await marks(page);
        const small = found.filter(({ isTarget, isForFingers }) => isTarget && !isForFingers);
        expect(small.slice(0, 5)).toEqual([]);
        const lost = found.filter(({ isTarget, isListed }) => !isTarget && !isListed);
        expect(lost.slice(0, 5)).toEqual([]);
      }
    },
  );
});

describe("the first chart of the dashboard on a phone", () => {
  test.for([390, 320])(
    "has a column for a finger per decade, %i wide",
    async (width, { newPage }) => {
      const page = await newPage({ ...phone, viewport: { width, height: 844 } });
      await page.goto("");
      const first = page.locator("figure.chart").first();
      const boxes = await first.locator("svg.plot:visible a").evaluateAll((links) =>
        links.map((link) => {
          const { width, height } = link.getBoundingClientRect();
          return { name: link.getAttribute("aria-label"), width, height };
        }),
      );
      expect(boxes.length).toBeGreaterThan(8);
      for (const { name, width, height } of boxes) {
        expect(name).toMatch(/^(\d{3}0s|to \d{3}9): \d+ films?$/);
        expect(Math.min(width, height)).toBeGreaterThan(23.9);
      }
      await first.getByRole("link", { name: /^1990s: / }).tap();
      await page.waitForURL(/\/decades\/1990s\/$/);
    },
  );
});

describe("a mark too small for a finger", () => {
  test("is no link for it, and is one for a mouse", async ({ newPage }) => {
    const months = (page: WatchedPage) =>
      page.getByRole("group", { name: "Viewings per month" }).locator("a:visible");
    const touched = await newPage({ ...phone, viewport: { width: 390, height: 844 } });
    await touched.goto("");
    await months(touched).nth(5).tap({ force: true });
    await months(touched).nth(5).tap({ force: true });
    expect(new URL(touched.url()).pathname).toBe("/");

    const pointed = await newPage({ viewport: { width: 390, height: 844 } });
    await pointed.goto("");
    await months(pointed).nth(5).click();
    await pointed.waitForURL(/\/timeline\/\d{4}\/#m/);
  });
});
