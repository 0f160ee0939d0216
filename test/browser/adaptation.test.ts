import { describe, expect } from "vitest";
import { test, type WatchedPage } from "./browser.ts";
import { contrast } from "./contrast.ts";
import { distinctKinds } from "./pageKinds.ts";

const kinds = distinctKinds();

const ground = (page: WatchedPage) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

/**
 * Gives the focus to what can have it, in turn: what each is, and the line around it. Of elements with
 * equal tags and classes, up to the root, the first stands for all: the same rules of style hold.
 */
const outlines = (page: WatchedPage) =>
  page.evaluate(() => {
    const focusable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const styled = (element: Element | null): string =>
      element
        ? `${styled(element.parentElement)} ${element.tagName}.${element.getAttribute("class")}`
        : "";
    const all = document.querySelectorAll<HTMLElement | SVGElement>(focusable);
    const firsts = new Map([...all].reverse().map((element) => [styled(element), element]));
    return [...firsts.values()].reverse().flatMap((element) => {
      element.focus({ preventScroll: true });
      if (document.activeElement !== element || !element.checkVisibility()) return [];
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const width = outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth);
      return [{ html: element.outerHTML.slice(0, 120), width, colour: outlineColor }];
    });
  });

/** Colours of the marks in the drawings that stand for something, those of steps aside. */
const markColours = (page: WatchedPage) =>
  page.$$eval("svg.plot a :is(rect, circle, path), svg.plot a:is(rect, circle)", (marks) =>
    marks.flatMap((mark) => {
      const fill = mark.getAttribute("fill") ?? mark.closest("g[fill]")?.getAttribute("fill") ?? "";
      return /var\(--(you|bar|other)\)/.test(fill) ? [getComputedStyle(mark).fill] : [];
    }),
  );

describe.each(kinds)("$route", ({ path }) => {
  test("shows of everything that can have the focus that it has it, light and dark", async ({
    keptPage,
  }) => {
    const page = await keptPage();
    await page.goto(path);
    // Who clicks needs no outline: the browser must have seen a key.
    await page.keyboard.press("Tab");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await outlines(page);
      const paper = await ground(page);
      expect(found.length).toBeGreaterThan(6);
      const unseen = found.filter(({ width, colour }) => width < 2 || contrast(colour, paper) < 3);
      expect(unseen.slice(0, 5), colorScheme).toEqual([]);
    }
  });

  test("has controls large enough for a finger", async ({ keptPage }) => {
    const page = await keptPage({ viewport: { width: 390, height: 844 }, isMobile: true });
    await page.goto(path);
    const small = await page.$$eval("nav a, button, summary, input, select", (controls) =>
      controls.flatMap((control) => {
        const { width, height } = control.getBoundingClientRect();
        if (!control.checkVisibility() || (width >= 24 && height >= 24)) return [];
        return [`${control.textContent?.trim()}: ${width.toFixed(0)} by ${height.toFixed(0)}`];
      }),
    );
    expect(small).toEqual([]);
  });

  test("fits at twice the size: a window of 1280 has room for 640", async ({ keptPage }) => {
    const page = await keptPage({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
    await page.goto(path);
    const excess = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(excess).toBe(0);
    // Nothing that stays in place takes the room that is left.
    const fixed = await page.$$eval(
      "body *",
      (elements) =>
        elements.filter((element) => {
          const { position } = getComputedStyle(element);
          return /fixed|sticky/.test(position) && element.getBoundingClientRect().height > 150;
        }).length,
    );
    expect(fixed).toBe(0);
  });

  test("moves nothing for a reader who wants it still", async ({ keptPage }) => {
    const page = await keptPage({ reducedMotion: "reduce" });
    await page.goto(path);
    const moving = await page.$$eval("*", (elements) =>
      elements.flatMap((element) => {
        const style = getComputedStyle(element);
        const seconds = `${style.transitionDuration}, ${style.animationDuration}`;
        const isStill = !/[1-9]/.test(seconds) && style.scrollBehavior === "auto";
        return isStill ? [] : [`${element.tagName} ${element.className}: ${seconds}`];
      }),
    );
    expect(moving.slice(0, 5)).toEqual([]);
  });

  test("keeps its marks in the reader's own colours, light and dark", async ({ keptPage }) => {
    const page = await keptPage({ forcedColors: "active" });
    await page.goto(path);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, forcedColors: "active" });
      // A choice made on the site must not stand against that of the system.
      await page.evaluate(
        (chosen) => {
          document.documentElement.dataset.scheme = chosen;
        },
        colorScheme === "light" ? "dark" : "light",
      );
      const paper = await ground(page);
      const colours = [...new Set(await markColours(page))];
      expect(colours.filter((colour) => contrast(colour, paper) < 3)).toEqual([]);
      // Text on the steps of a quantity is the system's too; elsewhere it stands on paper.
      const texts = await page.$$eval("svg.plot text", (all) =>
        all
          .filter((text) => text.checkVisibility())
          .map((text) => ({
            ink: getComputedStyle(text).fill,
            isOnSteps: text.closest("svg")?.querySelector("[fill^='var(--step']") !== null,
          })),
      );
      const steps = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.forcedColorAdjust = "none";
        return [0, 1, 2, 3, 4].map((step) => {
          probe.style.color = `var(--step-${step})`;
          return getComputedStyle(probe).color;
        });
      });
      const inks = new Map(texts.map((text) => [JSON.stringify(text), text]));
      for (const { ink, isOnSteps } of inks.values()) {
        for (const ground of isOnSteps ? [paper, ...steps] : [paper]) {
          expect(contrast(ink, ground)).toBeGreaterThan(4.5);
        }
      }
    }
  });
});

describe("in the reader's own colours", () => {
  test("the current section, the focus and what a key stands for can still be seen", async ({
    newPage,
  }) => {
    const page = await newPage({ forcedColors: "active" });
    await page.goto("timeline/2022/");
    const current = page.locator("header [aria-current]:visible").first();
    const line = (link: typeof current) =>
      link.evaluate((element) => {
        const { textDecorationLine, textDecorationThickness } = getComputedStyle(element);
        return `${textDecorationLine} ${textDecorationThickness}`;
      });
    const other = page.locator("header nav a:not([aria-current]):visible").first();
    expect(await line(current)).toBe("underline 3px");
    expect(await line(other)).not.toBe("underline 3px");

    await page.keyboard.press("Tab");
    const [first] = await outlines(page);
    expect(first && contrast(first.colour, await ground(page))).toBeGreaterThan(3);
  });
});
