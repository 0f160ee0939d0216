import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Picture } from "../../src/cards/markup.ts";
import { openPictures } from "../../src/cards/pictures.ts";
import { wideCard } from "../../src/cards/wideCard.ts";
import { MS_PER_DAY } from "../../src/day.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

let cacheDir: string;
beforeEach(() => {
  cacheDir = temporaryFolder();
});

const card = (sentence: string): Picture =>
  wideCard({ siteTitle: "Film Ledger", kind: "Films", sentence, figures: [] });

const kept = () => readdirSync(join(cacheDir, "cards"));

/** Width and height from the head of a PNG. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test("a card is drawn as a PNG of 1200 × 630 pixels", async () => {
  const png = await openPictures(cacheDir).png(card("Three films"));
  expect(sizeOf(png)).toEqual([1200, 630]);
  // Paper alone takes less than 5 kB: something stands on it.
  expect(png.length).toBeGreaterThan(8000);
});

test("a card is drawn small as well, and both are kept", async () => {
  const picture = card("Three films");
  const first = openPictures(cacheDir);
  const [full, small] = [await first.png(picture), await first.png(picture, 480)];
  expect([sizeOf(full), sizeOf(small)]).toEqual([
    [1200, 630],
    [480, 252],
  ]);
  const second = openPictures(cacheDir);
  expect(await second.png(picture, 480)).toEqual(small);
  expect(await second.png(picture)).toEqual(full);
  expect(second.counts()).toMatchObject({ drawn: 0, found: 2 });
});

test("an icon is drawn at the width asked for", async () => {
  const svg = readFileSync("public/favicon.svg", "utf8");
  expect(sizeOf(await openPictures(cacheDir).icon(svg, 180))).toEqual([180, 180]);
});

describe("the cache", () => {
  test("keeps a picture for the next build, and draws only changed ones", async () => {
    const first = openPictures(cacheDir);
    const png = await first.png(card("Three films"));
    expect(first.counts()).toMatchObject({ drawn: 1, found: 0 });

    const second = openPictures(cacheDir);
    expect(await second.png(card("Three films"))).toEqual(png);
    expect(second.counts()).toMatchObject({ drawn: 0, found: 1 });
    await second.png(card("Four films"));
    expect(second.counts()).toMatchObject({ drawn: 1, found: 1 });
    expect(kept()).toHaveLength(2);
  });

  test("draws again what a crash has cut short", async () => {
    const png = await openPictures(cacheDir).png(card("Three films"));
    const [file = ""] = kept();
    writeFileSync(join(cacheDir, "cards", file), png.subarray(0, 100));
    const pictures = openPictures(cacheDir);
    expect(await pictures.png(card("Three films"))).toEqual(png);
    expect(pictures.counts()).toMatchObject({ drawn: 1, found: 0 });
  });

  test("forgets what no build has used for a week", async () => {
    const pictures = openPictures(cacheDir);
    await pictures.png(card("Three films"));
    const [old = ""] = kept();
    await pictures.png(card("Four films"));
    const [used = ""] = kept().filter((file) => file !== old);
    const at = (days: number) => new Date(Date.now() - days * MS_PER_DAY);
    utimesSync(join(cacheDir, "cards", old), at(8), at(8));
    utimesSync(join(cacheDir, "cards", used), at(8), at(8));

    const later = openPictures(cacheDir);
    await later.png(card("Four films"));
    await later.tidy();
    expect(kept()).toEqual([used]);
  });

  test.each([
    ["lies under a file", (dir: string) => writeFileSync(dir, "")],
    ["is a file", (dir: string) => mkdirSync(dir) ?? writeFileSync(join(dir, "cards"), "")],
  ])("that cannot be written, since it %s, costs one warning", async (_, spoil) => {
    const dir = join(cacheDir, "spoilt");
    spoil(dir);
    const warnings: string[] = [];
    const log = { info() {}, warn: (message: string) => void warnings.push(message) };
    const pictures = openPictures(dir, { log });
    expect(sizeOf(await pictures.png(card("Three films")))).toEqual([1200, 630]);
    await pictures.png(card("Four films"));
    await pictures.tidy();
    expect(pictures.counts()).toMatchObject({ drawn: 2, found: 0 });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(join(dir, "cards"));
  });

  test("that may only be read is read, and not complained about", async () => {
    await openPictures(cacheDir).png(card("Three films"));
    chmodSync(join(cacheDir, "cards"), 0o500);
    const warnings: string[] = [];
    const log = { info() {}, warn: (message: string) => void warnings.push(message) };
    const pictures = openPictures(cacheDir, { log });
    await pictures.png(card("Three films"));
    await pictures.tidy();
    chmodSync(join(cacheDir, "cards"), 0o700);
    expect(pictures.counts()).toMatchObject({ drawn: 0, found: 1 });
    expect(warnings).toEqual([]);
  });

  test("is not made where nothing is drawn", async () => {
    await openPictures(cacheDir).tidy();
    expect(readdirSync(cacheDir)).toEqual([]);
  });
});
