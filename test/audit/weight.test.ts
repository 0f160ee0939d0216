import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readParts, staticImports } from "../../src/audit/pageParts.ts";
import { readStyles } from "../../src/audit/styleParts.ts";
import { weighSite } from "../../src/audit/weighSite.ts";
import { limits, overweight, type PageWeight, weightTable } from "../../src/audit/weight.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

function site(files: Record<string, string | Buffer>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(`${folder}/${name}`), { recursive: true });
    writeFileSync(`${folder}/${name}`, content);
  }
  return folder;
}

const gzip = (text: string) => gzipSync(text, { level: 9 }).length;

const light: PageWeight = {
  file: "films/ran-1985/index.html",
  html: 1000,
  styles: 1000,
  scripts: 1000,
  fonts: 1000,
  total: 4000,
  hosts: [],
};

describe("what a page loads", () => {
  test("is told from what it links to", () => {
    const parts = readParts(
      [
        '<link rel="stylesheet" href="/a.css"><link rel="icon" href="/a.svg">',
        '<link rel="canonical" href="https://me.example/"><link rel="modulepreload" href="/m.js">',
        '<meta property="og:image" content="https://me.example/card.png">',
        '<a href="/films/">all</a> <img src="/a.png" srcset="/b.png 1x, /c.png 2x">',
        '<svg><a href="/films/ran/"></a><use href="/sprite.svg#x"/></svg>',
        '<script src="/s.js"></script><script>const a = "<img src=no>";</script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<astro-island component-url="/i.js" renderer-url="/r.js" props="{}"></astro-island>',
      ].join(""),
    );
    expect(parts).toEqual({
      scripts: new Set(["/m.js", "/s.js", "/i.js", "/r.js"]),
      styles: new Set(["/a.css"]),
      others: new Set(["/a.svg", "/a.png", "/b.png", "/c.png", "/sprite.svg#x"]),
      inlineScripts: ['const a = "<img src=no>";'],
    });
  });

  test("of a script is what it imports at once", () => {
    expect(
      staticImports(
        `import{a as e,b}from"./a.js";import"./b.js";import c from './c.js';export{d}from"./d.js";
         import * as all from "./e.js"; const lazy = import("./later.js"); say("import x from y")`,
      ),
    ).toEqual(["./a.js", "./b.js", "./c.js", "./d.js", "./e.js"]);
  });

  test("of a style sheet is the fonts of plain letters and figures, and others only for other letters", () => {
    const css = `
      @font-face{font-family:A;src:url(a.woff2) format("woff2"),url(a.woff) format("woff");unicode-range:U+0-FF,U+131}
      @font-face{font-family:A;src:url("ext.woff2");unicode-range:U+100-2BA}
      @font-face{font-family:B;src:url('b.woff2')}
      @font-face{font-family:C;src:url(c.woff2);unicode-range:U+00??}
      @font-face{font-family:D;src:url(one.woff2);unicode-range:U+31}
      @font-face{font-family:F;src:local("Arial")}
      p{background:url(p.png)}`;
    expect(readStyles(css)).toEqual({
      plainFonts: ["a.woff2", "b.woff2", "c.woff2", "one.woff2"],
      all: ["a.woff2", "a.woff", "ext.woff2", "b.woff2", "c.woff2", "one.woff2", "p.png"],
    });
  });
});

test("a page weighs its HTML, styles, scripts with their imports, and fonts, each once", async () => {
  const css = '@font-face{font-family:A;src:url("a.woff2")} p{color:red}';
  const island = 'import{h}from"./preact.js";import"./more.js";h(1)';
  const preact = 'import"./more.js";export const h=1';
  const inline = "let a=1";
  const font = randomBytes(500);
  const html = [
    '<link rel="stylesheet" href="/ledger/_astro/a.css">',
    '<script src="/ledger/s.js"></script>',
    `<script>${inline}</script>`,
    '<astro-island component-url="/ledger/_astro/i.js" renderer-url="/ledger/_astro/preact.js">',
  ].join("");
  const folder = site({
    "films/index.html": html,
    "_astro/a.css": css,
    "_astro/a.woff2": font,
    "_astro/i.js": island,
    "_astro/preact.js": preact,
    "_astro/more.js": "1",
    "_astro/unused.js": "2",
    "s.js": "3",
  });
  const loaded = gzip(island) + gzip(preact) + gzip("1") + gzip("3");
  expect(await weighSite(folder, { basePath: "/ledger/" })).toEqual([
    {
      file: "films/index.html",
      html: gzip(html),
      styles: gzip(css),
      scripts: loaded + gzip(inline),
      fonts: 500,
      total: gzip(html) + gzip(css) + loaded + 500,
      hosts: [],
    },
  ]);
});

test("every host that is asked for something is known, wherever the address stands", async () => {
  const folder = site({
    "index.html": [
      '<link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="https://css.example/a.css">',
      '<script src="https://js.example/a.js"></script><img src="//img.example/a.png">',
      '<img srcset="https://set.example/a.png 2x"><img src="data:image/png;base64,AAAA">',
      '<script type="module">import "https://import.example/a.js"</script>',
      '<iframe src="https://frame.example/"></iframe><a href="https://link.example/">x</a>',
    ].join(""),
    "a.css": "@import 'https://sheet.example/b.css'; p{background:url(https://back.example/a.png)}",
  });
  const pages = await weighSite(folder);
  expect(pages[0]?.hosts).toEqual(
    ["back", "css", "frame", "img", "import", "js", "set", "sheet"].map(
      (name) => `${name}.example`,
    ),
  );
  expect(overweight(pages, { hosts: ["img.example"] })).toHaveLength(7);
});

describe("too heavy is", () => {
  test.each([
    ["nothing that keeps to the limits", { ...limits, html: 99_000 }, []],
    ["a page", { total: 100_001 }, ["films/ran-1985/index.html: total 100.0 kB, more than 100.0"]],
    ["a page's scripts", { scripts: 15_400 }, [expect.stringContaining("scripts 15.4 kB")]],
    ["a page's styles", { styles: 15_400 }, [expect.stringContaining("styles 15.4 kB")]],
    ["a page's fonts", { fonts: 45_400 }, [expect.stringContaining("fonts 45.4 kB")]],
    [
      "the page of all films, at two and a half times as much",
      { file: "films/index.html", total: 250_000 },
      [],
    ],
    [
      "the page of all films",
      { file: "films/index.html", total: 250_400 },
      [expect.stringContaining("more than 250.0")],
    ],
    [
      "the dashboard's HTML",
      { file: "index.html", html: 40_400 },
      [expect.stringContaining("html 40.4 kB")],
    ],
  ] satisfies [string, Partial<PageWeight>, unknown[]][])("%s", (_, changes, expected) => {
    expect(overweight([{ ...light, ...changes }])).toEqual(expected);
  });
});

test("the table names the heaviest page of each kind, and how many are like it", () => {
  const at = (file: string, total: number) => ({ ...light, file, total });
  const table = weightTable([
    at("index.html", 5000),
    at("films/index.html", 9000),
    at("films/ran-1985/index.html", 4000),
    at("films/ikiru-1952/index.html", 4100),
    at("404.html", 3000),
  ]);
  expect(table.map((row) => row.split(/ {2,}/).filter((_, i) => [0, 5, 6].includes(i)))).toEqual([
    ["kB, compressed", "total", "similar pages"],
    ["films/", "9.0", "1"],
    ["dashboard", "5.0", "1"],
    ["films/ikiru-1952/", "4.1", "2"],
    ["404.html", "3.0", "1"],
  ]);
});
