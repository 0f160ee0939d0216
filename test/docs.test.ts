import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import { filmsCsv } from "../src/dataFiles/filmsCsv.ts";
import { publishedFilms } from "../src/dataFiles/publishedFilms.ts";
import { createFormat } from "../src/format.ts";
import { loadLibrary } from "../src/loadLibrary.ts";
import { publishables } from "../src/publishables.ts";
import { readSettings } from "../src/settings.ts";
import { summarise } from "../src/stats/summary.ts";
import { withTables } from "../tools/pages/tables.ts";

const readme = readFileSync("README.md", "utf8");
// No .env, so that the defaults are seen.
const empty = mkdtempSync(join(tmpdir(), "film-ledger-docs-"));
afterAll(() => rmSync(empty, { recursive: true }));
const defaults = readSettings({ config: {}, env: {}, root: empty });

/** The first two cells of each row of a page's table with this head, without backticks. */
function table(head: string, page = readme): [string, string][] {
  const lines = page.slice(page.indexOf(`| ${head} |`)).split("\n");
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return lines.slice(2, end).map((line) => {
    const [, name = "", value = ""] = line.split("|").map((cell) => cell.trim());
    return [name.replaceAll("`", ""), value.replaceAll("`", "")];
  });
}

test("README.md and CONTRIBUTING.md list the commands of package.json, each once and no other", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const listed = [readme, readFileSync("CONTRIBUTING.md", "utf8")]
    .flatMap((page) => table("command | what it does", page))
    .flatMap(([command]) => /^npm (?:run )?([\w:]+)$/.exec(command)?.[1] ?? []);
  expect(listed.toSorted()).toEqual(Object.keys(scripts).toSorted());
});

describe("the README", () => {
  it("lists every variable of the environment with its default", () => {
    const source = readFileSync("src/settings.ts", "utf8");
    const schema = source.slice(source.indexOf("environmentSchema = z.object"));
    const known = Array.from(schema.matchAll(/^ {2}([A-Z][A-Z_]+):/gm), ([, name]) => name);
    const listed = new Map(table("variable | default | meaning"));
    expect([...listed.keys()].toSorted()).toEqual(known.toSorted());

    const { tmdb } = defaults;
    expect(Object.fromEntries(listed)).toMatchObject({
      TMDB_API_TOKEN: tmdb.token ?? "none",
      TMDB_API_URL: tmdb.apiUrl,
      TMDB_IMAGE_URL: tmdb.imageUrl,
      TMDB_REQUESTS_PER_SECOND: `${tmdb.requestsPerSecond}`,
      TMDB_CONCURRENCY: `${tmdb.concurrency}`,
      DATA_DIR: defaults.dataDir,
      CACHE_DIR: defaults.cacheDir,
      OFFLINE: defaults.offline ? "1" : "0",
      SITE_URL: defaults.siteUrl ?? "none",
      BASE_PATH: defaults.basePath,
    });
  });

  it("lists every key of site.config.ts with its default", () => {
    const followed = {
      enrichLists: "as publish.lists",
      enrichWatchlist: "as publish.watchlist",
      goal: "none",
      hide: "nothing",
    };
    const site = Object.entries({ ...defaults.site, ...followed }).map(([key, value]) => [
      key,
      key in followed ? value : JSON.stringify(value),
    ]);
    expect(table("key | default | meaning").toSorted()).toEqual(
      [...site, ["publish", "see below"]].toSorted(),
    );
  });

  it("says of everything that can be withheld whether it is", () => {
    expect(table("`publish` | default | where it changes something | meaning")).toEqual(
      publishables.map((name) => [name, `${defaults.publish[name]}`]),
    );
  });
});

describe("docs/data.md", () => {
  const documented = readFileSync("docs/data.md", "utf8");
  const names = new Set(Array.from(documented.matchAll(/[A-Za-z-]+/g), ([word]) => word));
  const sample = loadLibrary({ ...defaults, dataDir: defaults.sampleDir, offline: true });

  it("names every key of summary.json", async () => {
    const { library } = await sample;
    const keys = keysOf(summarise(library), ["files", "histogram", "byRating"]);
    expect(keys).toContain("longestWeeks");
    expect(
      keys.filter((key) => !names.has(key)),
      "keys that docs/data.md lacks",
    ).toEqual([]);
  });

  it("names every key of films.json and every column of films.csv", async () => {
    const { library } = await sample;
    const records = publishedFilms(library.films, createFormat());
    const columns = filmsCsv(records).split("\r\n")[0]?.split(",") ?? [];
    const keys = [...keysOf(records), ...columns];
    expect(keys).toContain("confidence");
    expect(
      keys.filter((key) => !names.has(key)),
      "keys that docs/data.md lacks",
    ).toEqual([]);
  });
});

it("docs/pages.md has the kinds and roles of the code", () => {
  const page = readFileSync("docs/pages.md", "utf8");
  expect(page, "npx node tools/pages.ts writes its tables").toBe(withTables(page));
});

it("docs/dependencies.md says why every package is there, and names no other", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const families = ["@fontsource/", "@fontsource-variable/", "@types/"];
  const family = (name: string) => families.find((start) => name.startsWith(start));
  const packages = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !family(name),
  );
  const rows = readFileSync("docs/dependencies.md", "utf8").match(/^\| `.*?` \|/gm) ?? [];
  const named = rows.flatMap((row) => Array.from(row.matchAll(/`([^`…]+)`/g), ([, name]) => name));
  expect(named.toSorted()).toEqual(packages.toSorted());
});

describe("every page of the documentation", () => {
  const pages = [
    "README.md",
    "CONTRIBUTING.md",
    ...readdirSync("docs")
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`),
  ];

  it.each(pages)("links to files and headings that exist: %s", (page) => {
    const text = readFileSync(page, "utf8");
    const links = Array.from(
      text.matchAll(/\]\((?!https?:)([^)]+)\)|(?:src|srcset)="([^"]+)"/g),
      ([, link, image]) => link ?? image ?? "",
    );
    const broken = links.filter((link) => {
      const { pathname, hash } = new URL(link, `file:///${page}`);
      const file = pathname.slice(1);
      return !existsSync(file) || (hash !== "" && !anchorsOf(file).includes(hash.slice(1)));
    });
    expect(broken).toEqual([]);
  });

  it.each(pages)("names only commands that package.json has: %s", (page) => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const called = Array.from(
      readFileSync(page, "utf8").matchAll(/npm run (?:-s )?([\w:]+)/g),
      ([, script]) => script,
    );
    expect(called.filter((script) => !(`${script}` in scripts))).toEqual([]);
  });
});

/** All keys of an object and what it holds; those of `open` have keys from the data. */
function keysOf(value: unknown, open: string[] = []): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => keysOf(item, open)))];
  if (typeof value !== "object" || value === null) return [];
  const keys = Object.entries(value).flatMap(([key, inner]) => [
    key,
    ...(open.includes(key) ? [] : keysOf(inner, open)),
  ]);
  return [...new Set(keys)];
}

/** The anchors that GitHub gives the headings of a page. */
const anchorsOf = (file: string): string[] =>
  Array.from(readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm), ([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
