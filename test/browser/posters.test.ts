import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Locator, Page } from "playwright";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { newOwner, type Owner } from "../support/owner.ts";
import { film } from "../tmdb/world.ts";
import { image } from "../tmdbServer/image.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";
import { test } from "./browser.ts";
import { shifts } from "./shifts.ts";
import { type StaticServer, serveFolder } from "./staticServer.ts";

// Twelve films of one director, all seen in one year: rows of posters, walls and large ones.
const titles = Array.from({ length: 12 }, (_, i) => `Not Wanted ${"I".repeat(i + 1)}`);
const catalogue = titles.map((title, i) =>
  film(i + 1, title, 1949 + i, { poster_path: `/p${i}.jpg` }),
);
const csv = [
  "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date",
  ...titles.map((title, i) => {
    const day = `2024-05-${`${i + 1}`.padStart(2, "0")}`;
    return `${day},${title},${1949 + i},https://boxd.it/p${i},4,,,${day}`;
  }),
  "",
].join("\n");

/** Where each kind of poster is, and how it is found there. */
const places = [
  ["", ".strip .poster"],
  ["timeline/2024/", ".strip .poster"],
  ["timeline/2024/", ".wall .poster"],
  ["films/not-wanted-i-1949/", ".split > .poster"],
] as const;

let tmdb: TmdbServer;
let owner: Owner;
let site: StaticServer;
let host: Server;
let port: number;

const listen = () => new Promise<void>((done) => host.listen(port, "127.0.0.1", done));
const close = () => new Promise((done) => host.close(done).closeAllConnections());

/** What becomes of those who ask the image host. */
const hosts = {
  "has the pictures": true,
  "has lost them": false,
  "refuses to talk": null,
} as const;
let hasPictures = true;

async function setHost(has: boolean | null): Promise<void> {
  if (host.listening) await close();
  hasPictures = has === true;
  if (has !== null) await listen();
}

beforeAll(async () => {
  host = createServer(({ url = "" }, response) => {
    const [, size = "", file = ""] = /^\/t\/p\/(\w+)\/(.+)$/.exec(url) ?? [];
    const body = hasPictures ? image(size, file) : null;
    response.writeHead(body ? 200 : 404, { "content-type": body ? "image/jpeg" : "text/html" });
    response.end(body ?? "<h1>Not found</h1>");
  });
  await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
  port = (host.address() as AddressInfo).port;
  tmdb = await startTmdbServer({ films: catalogue });
  owner = newOwner(tmdb, { TMDB_IMAGE_URL: `http://127.0.0.1:${port}/t/p` });
  rmSync(owner.dataDir, { recursive: true });
  mkdirSync(owner.dataDir);
  writeFileSync(join(owner.dataDir, "diary.csv"), csv);
  const built = await owner.build();
  expect({ ...built, code: built.code }).toMatchObject({ code: 0 });
  site = await serveFolder(owner.out);
});

afterAll(async () => {
  await Promise.all([site.close(), tmdb.close(), host.listening && close()]);
  owner.remove();
});

/** How many colours a part of a page has on screen. */
async function coloursOf(page: Page, png: Buffer): Promise<number> {
  return page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    if (!context) throw new Error("There is no canvas.");
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, png.toString("base64"));
}

/** Waits until the picture has come or is known not to; where scripts are off, the page cannot say. */
const settled = (poster: Locator) =>
  expect
    .poll(() => poster.evaluate((element) => element.querySelector("img")?.complete ?? true))
    .toBe(true);

describe.each(Object.entries(hosts))("where the image host %s", (_, has) => {
  beforeAll(() => setHost(has));

  describe.each([true, false])("with scripts: %s", (javaScriptEnabled) => {
    test.for(places)(
      "a poster is the picture or the drawing, whole, on /%s in %s",
      async ([path, selector], { browser }) => {
        const context = await browser.newContext({
          baseURL: site.url,
          javaScriptEnabled,
          viewport: { width: 390, height: 844 },
        });
        const page = await context.newPage();
        await page.goto(path);
        await page.evaluate(() => document.fonts.ready);
        const poster = page.locator(selector).first();
        await poster.scrollIntoViewIfNeeded();
        await settled(poster);
        const shown = await poster.screenshot();
        if (javaScriptEnabled) expect(await shifts(page)).toBeLessThanOrEqual(0.01);

        await page.$$eval(".poster img", (pictures) => {
          for (const picture of pictures) picture.remove();
        });
        const drawn = await poster.screenshot();
        // The picture is of one colour, mixed at its edges. The drawing has letters, whose edges have many.
        expect(await coloursOf(page, drawn)).toBeGreaterThan(10);
        if (has) expect(await coloursOf(page, shown)).toBeLessThan(6);
        else expect(shown.equals(drawn)).toBe(true);
        await context.close();
      },
    );

    test("a film in a row or a wall has one name for those who hear the page", async ({
      browser,
    }) => {
      const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled });
      const page = await context.newPage();
      await page.goto("timeline/2024/");
      const heard = (selector: string) => page.locator(selector).first().ariaSnapshot();
      expect(await heard(".wall li")).toMatch(
        /^- listitem:\n {2}- link "Not Wanted I \(1949\)":\n {4}- \/url: \S+$/,
      );
      expect(await heard(".strip a")).toMatch(/^- link "Not Wanted I":\n {2}- \/url: \S+$/);
      await context.close();
    });
  });

  test("a page with scripts keeps no picture that failed", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: site.url });
    const page = await context.newPage();
    await page.goto("films/not-wanted-i-1949/");
    // The film's own comes first, before those of other films.
    const poster = page.locator(".poster").first();
    await settled(poster);
    expect(await poster.locator("img").count()).toBe(has ? 1 : 0);
    await context.close();
  });
});
