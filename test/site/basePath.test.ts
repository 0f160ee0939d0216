import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StaticServer, serveFolder } from "../browser/staticServer.ts";
import { newOwner, type Owner } from "../support/owner.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

const origin = "https://example.github.io";
const base = "/film-ledger/";
let server: TmdbServer;
let owner: Owner;
let host: StaticServer;

beforeAll(async () => {
  server = await startTmdbServer();
  owner = newOwner(server, {
    BASE_PATH: "/film-ledger",
    SITE_URL: origin,
    // No posters of the server that plays TMDB: nothing but the site's own files is followed.
    TMDB_API_TOKEN: "",
    PUBLISH: "all",
  });
  const { code, stderr } = await owner.build();
  expect(code, stderr).toBe(0);
  host = await serveFolder(owner.out, base);
});

afterAll(async () => {
  owner.remove();
  await Promise.all([server.close(), host.close()]);
});

interface Link {
  /** Absolute, as a browser would resolve it on the page. */
  target: URL;
  page: string;
  isAsset: boolean;
}

/** Every address that a page leads to or loads. */
function linksOf(file: string): Link[] {
  const page = `${origin}${base}${file.replace(/(^|\/)index\.html$/, "$1")}`;
  const { document } = parseHTML(owner.read(file));
  return [...document.querySelectorAll("[href], [src], [srcset], [component-url], [renderer-url]")]
    .flatMap((element) =>
      ["href", "src", "component-url", "renderer-url", "srcset"].flatMap((name) => {
        const value = element.getAttribute(name);
        if (value === null) return [];
        const isAsset = name !== "href" || element.tagName === "LINK";
        const addresses = name === "srcset" ? value.split(",").map((s) => s.trim()) : [value];
        return addresses.map((address) => ({
          target: new URL(address.split(" ")[0] ?? "", page),
          page: file,
          isAsset,
        }));
      }),
    )
    .filter(({ target }) => target.protocol.startsWith("http"));
}

describe("a site under a project page's path", () => {
  test("has a page at every address that is cut short, those of pictures and files too", async () => {
    const files = owner.files().filter((file) => !file.startsWith("_astro/"));
    const folders = new Set(
      files.flatMap((file) => {
        const names = file.split("/").slice(0, -1);
        return names.map((_, i) => `${names.slice(0, i + 1).join("/")}/`);
      }),
    );
    expect([...folders]).toEqual(
      expect.arrayContaining(["people/", "data/", "cards/", "cards/timeline/"]),
    );
    expect([...folders].filter((folder) => !files.includes(`${folder}index.html`))).toEqual([]);
    const sitemap = owner.read("sitemap-0.xml");
    for (const path of ["people/", "data/", "cards/", "cards/timeline/"]) {
      expect(sitemap).toContain(`<loc>${origin}${base}${path}</loc>`);
    }
  });

  test("every link and asset of every page is there, under that path", async () => {
    const pages = owner.files().filter((file) => file.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(550);
    const own = new Map<string, string>();
    const faults: string[] = [];
    for (const link of pages.flatMap(linksOf)) {
      const { target, page, isAsset } = link;
      if (target.origin !== origin) {
        if (isAsset) faults.push(`${page} loads ${target.href}`);
        continue;
      }
      if (!target.pathname.startsWith(base)) faults.push(`${page} leads out to ${target.href}`);
      else own.set(target.pathname, page);
    }
    expect(own.size).toBeGreaterThan(550);
    for (const [path, page] of own) {
      const response = await fetch(new URL(path, host.url));
      await response.body?.cancel();
      if (response.status !== 200) faults.push(`${page} → ${path}: ${response.status}`);
    }
    expect(faults).toEqual([]);
  });

  test("what style sheets load is there too", async () => {
    const sheets = owner.files().filter((file) => file.endsWith(".css"));
    const assets = sheets.flatMap((file) =>
      Array.from(owner.read(file).matchAll(/url\(["']?([^"')]+)["']?\)/g), ([, address = ""]) => ({
        file,
        target: new URL(address, `${origin}${base}${file}`),
      })),
    );
    expect(assets.length).toBeGreaterThan(0);
    const answers = await Promise.all(
      assets.map(async ({ target }) => (await fetch(new URL(target.pathname, host.url))).status),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
  });

  test("each page names its full address", () => {
    for (const file of ["index.html", "genres/index.html", "films/index.html"]) {
      const { document } = parseHTML(owner.read(file));
      expect(document.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(
        `${origin}${base}${file.replace("index.html", "")}`,
      );
    }
  });

  test("each page has a picture for those who link to it, a full address that is there", () => {
    const content = (file: string, property: string) =>
      parseHTML(owner.read(file))
        .document.querySelector(`meta[property="${property}"], meta[name="${property}"]`)
        ?.getAttribute("content");
    const files = owner.files();
    const images = new Map(
      files
        .filter((file) => file.endsWith(".html") && file !== "404.html")
        .map((file) => [file, content(file, "og:image") ?? ""]),
    );
    for (const image of new Set(images.values())) {
      expect(image.startsWith(`${origin}${base}cards/`), image).toBe(true);
      const png = readFileSync(join(owner.out, image.slice(`${origin}${base}`.length)));
      expect([png.toString("latin1", 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
        "PNG",
        1200,
        630,
      ]);
    }
    // The dashboard's and those of 6 years; without TMDB there are no genres and directors.
    expect(new Set(images.values()).size).toBe(7);
    expect(images.get("timeline/2024/index.html")).toBe(`${origin}${base}cards/timeline/2024.png`);
    expect(images.get("about/index.html")).toBe(images.get("index.html"));

    const year = "timeline/2024/index.html";
    expect(content(year, "og:url")).toBe(`${origin}${base}timeline/2024/`);
    expect(content(year, "og:title")).toBe("2024 in films");
    expect(content(year, "og:image:width")).toBe("1200");
    expect(content(year, "og:image:alt")).toMatch(/^2024\. \d+ viewings of \d+ films/);
    expect(content(year, "og:description")).toBe(content(year, "description"));
    expect(content(year, "twitter:card")).toBe("summary_large_image");
  });

  test("a list of pictures shows small ones, and each leads to the full one", () => {
    const sizeOf = (path: string) => {
      const png = readFileSync(join(owner.out, path.slice(base.length)));
      return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), bytes: png.length };
    };
    const { document } = parseHTML(owner.read("cards/timeline/index.html"));
    const shown = [...document.querySelectorAll(".pictures a")].map((link) => {
      const image = link.querySelector("img");
      const [width, height] = ["width", "height"].map((name) => Number(image?.getAttribute(name)));
      const small = sizeOf(image?.getAttribute("src") ?? "");
      expect(small).toMatchObject({ width, height });
      expect(small.bytes).toBeLessThan(30_000);
      const full = sizeOf(link.getAttribute("href") ?? "");
      return `${full.width} × ${full.height} as ${width} × ${height}`;
    });
    // Three for each of 6 years.
    expect(shown).toHaveLength(18);
    expect(new Set(shown)).toEqual(
      new Set(["1080 × 1920 as 270 × 480", "1080 × 1080 as 360 × 360", "1200 × 630 as 480 × 252"]),
    );
  });

  test("the sitemap names every page but the one for what is missing", () => {
    const pages = owner.files().filter((file) => file.endsWith("index.html"));
    const named = Array.from(
      owner.read("sitemap-0.xml").matchAll(/<loc>([^<]+)/g),
      ([, loc]) => loc,
    );
    expect(named.toSorted()).toEqual(
      pages.map((file) => `${origin}${base}${file.replace("index.html", "")}`).sort(),
    );
    // Crawlers read it at the root of a host alone.
    expect(owner.files()).not.toContain("robots.txt");
  });

  test("a second build draws no picture again", async () => {
    const { code, stderr } = await owner.build();
    expect(code, stderr).toBe(0);
    // The 7 cards, and two pictures of each of 6 years, each with a small one.
    expect(stderr).toContain("Pictures: 0 drawn, 38 from the cache.");
  });

  test("paths in films.json stand without the base path", () => {
    const films = owner.json("data/films.json") as { path: string }[];
    expect(films).toHaveLength(545);
    for (const { path } of films) expect(path).toMatch(/^\/films\/[^/]+\/$/);
  });
});
