import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, inject, test as plainTest } from "vitest";
import { weighSite } from "../../src/audit/weighSite.ts";
import { limits, overweight } from "../../src/audit/weight.ts";
import { test } from "./browser.ts";
import { pageKinds } from "./pageKinds.ts";

const folder = inject("siteFolder");
const pages = await weighSite(folder);

plainTest("no page of the sample is heavier than it may be or asks another host", () => {
  expect(pages.length).toBeGreaterThan(800);
  expect(overweight(pages).slice(0, 10)).toEqual([]);
});

describe.each(pageKinds())("$route", ({ path, files }) => {
  test("loads in a browser what it was weighed with, and no more", async ({ page }) => {
    const asked: { type: string; bytes: number }[] = [];
    page.on("request", (request) => {
      const file = decodeURI(new URL(request.url()).pathname.slice(1));
      const type = request.resourceType();
      if (!["script", "stylesheet", "font"].includes(type)) return;
      const content = readFileSync(join(folder, file));
      const bytes = type === "font" ? content.length : gzipSync(content, { level: 9 }).length;
      asked.push({ type, bytes });
    });
    await page.goto(path, { waitUntil: "networkidle" });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState("networkidle");
    const sum = (type: string) =>
      asked.filter((one) => one.type === type).reduce((all, { bytes }) => all + bytes, 0);

    const weight = pages.find(({ file }) => file === files[0]);
    expect(sum("stylesheet")).toBe(weight?.styles);
    // What stands in the page itself is not asked for.
    expect(sum("script")).toBeLessThanOrEqual(weight?.scripts ?? 0);
    expect(sum("font")).toBeGreaterThan(20_000);
    if (path === "") expect(sum("font")).toBeLessThanOrEqual(limits.fonts);
  });
});

test("letters beyond Western Europe's have fonts of their own, loaded where a name needs them", async ({
  page,
}) => {
  const fonts: string[] = [];
  page.on("request", (request) => {
    const name = /([a-z0-9-]+)\.[^/]+\.woff2$/.exec(request.url())?.[1];
    if (name) fonts.push(name);
  });
  await page.goto("404.html", { waitUntil: "networkidle" });
  expect(fonts.sort()).toEqual(["instrument-serif-400-latin", "public-sans-400-latin"]);

  await page.goto("people/", { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Paweł Pawlikowski" }).first().click();
  await page.waitForLoadState("networkidle");
  expect(fonts).toContain("instrument-serif-400-names");
  expect(fonts).not.toContain("public-sans-400-rest");
});
