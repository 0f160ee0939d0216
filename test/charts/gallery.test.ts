import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drawingsIn, linksIn, pretty } from "../support/svg.ts";
import { drawingsOf, gallery } from "./gallery.ts";

const widths: Record<string, number> = {
  bars: 500,
  dumbbell: 500,
  ratingHistogram: 500,
  ratingLine: 500,
  slope: 500,
  viewingDots: 500,
};
const withoutLinks: string[] = [];

test("every kind of chart in src/charts/ is in the gallery, with a snapshot of each drawing", async () => {
  const kinds: string[] = [];
  for (const file of readdirSync("src/charts")) {
    const made: object = await import(`../../src/charts/${file}`);
    const names = Object.keys(made).filter((name) => name.endsWith("Chart"));
    kinds.push(...names.map((name) => name.replace(/Chart$/, "")));
  }
  expect(kinds.length).toBeGreaterThan(8);
  expect(Object.keys(gallery).sort()).toEqual(kinds.sort());
  expect(readdirSync("test/charts/snapshots").sort()).toEqual(
    Object.entries(gallery)
      .flatMap(([kind, chart]) => drawingsOf(chart).map(([size]) => `${kind}-${size}.svg`))
      .sort(),
  );
});

test("what the owner is compared with has a colour that is nothing else's, not even of the owner's mean", () => {
  const others = Object.entries(gallery).filter(([, chart]) =>
    drawingsOf(chart).some(([, svg]) => svg.includes("var(--other)")),
  );
  // You and TMDB's voters.
  expect(others.map(([kind]) => kind)).toEqual(["dumbbell"]);
});

describe.each(Object.entries(gallery))("%s", (name, chart) => {
  test.each(drawingsOf(chart))("looks as it did, %s", async (size, svg) => {
    await expect(pretty(svg)).toMatchFileSnapshot(`snapshots/${name}-${size}.svg`);
  });

  test("is as wide as it should be, on a phone 328 pixels", () => {
    // A calendar has two drawings for phones, the halves of the year.
    const widthsOf = (svg: string) => [
      ...new Set(drawingsIn(svg).map((one) => one.getAttribute("width"))),
    ];
    for (const [size, svg] of drawingsOf(chart)) {
      expect(widthsOf(svg)).toEqual([size === "narrow" ? "328" : `${widths[name] ?? 1040}`]);
    }
  });

  test("has a drawing for phones, unless it holds no text", () => {
    const isWritten = chart.wide.includes("<text");
    expect(drawingsOf(chart).map(([size]) => size)).toEqual(
      isWritten ? ["wide", "narrow"] : ["wide"],
    );
  });

  describe.each(drawingsOf(chart))("%s", (_, svg) => {
    const [drawing] = drawingsIn(svg);

    test("says what it shows, as a group when something in it can be reached", () => {
      expect(drawing?.getAttribute("role")).toBe(withoutLinks.includes(name) ? "img" : "group");
      expect(drawing?.getAttribute("aria-label")).toBe(chart.title);
      expect(drawing?.getAttribute("aria-description")).toBe(chart.description);
      expect(svg).not.toMatch(/<g [^>]*aria-label/);
    });

    test("has no style of its own and no colour but the site's", () => {
      expect(svg).not.toMatch(/<style|\sstyle=/);
      const colours = Array.from(svg.matchAll(/\s(?:fill|stroke|color)="([^"]*)"/g), ([, c]) => c);
      expect(colours.length).toBeGreaterThan(0);
      for (const colour of colours) {
        expect(colour).toMatch(/^(var\(--[a-z0-9-]+\)|currentColor|inherit|none|url\(#hatch\))$/);
      }
    });

    test("holds no hole and writes years without a thousands mark", () => {
      expect(svg + chart.description).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
      const written = svg.replace(/<[^>]+>/g, " ") + chart.description;
      expect(written).toMatch(/\d/);
      // No value of the gallery lies between 1,900 and 2,099.
      expect(written).not.toMatch(/\b(1,9|2,0)\d\d\b/);
    });

    test("leads somewhere from every link, and says where", () => {
      expect(linksIn(svg).every((href) => href.startsWith("/"))).toBe(true);
      expect(linksIn(svg).length === 0).toBe(withoutLinks.includes(name));
      for (const link of drawing?.querySelectorAll("a") ?? []) {
        expect(link.getAttribute("aria-label")).toBe(
          link.querySelector("title")?.textContent ?? link.textContent,
        );
        expect(link.getAttribute("xlink:href")).toBeNull();
      }
    });
  });

  test("has a table whose rows are as long as its head", () => {
    expect(chart.table.rows.length).toBeGreaterThan(0);
    for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.head.length);
  });
});
