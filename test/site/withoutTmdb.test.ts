import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepFirstFilms, newOwner, type Owner } from "../support/owner.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

let server: TmdbServer;
let owner: Owner;

beforeAll(async () => {
  server = await startTmdbServer();
  owner = newOwner(server);
});

afterAll(async () => {
  owner.remove();
  await server.close();
});

const documentOf = (file: string) => parseHTML(owner.read(file)).document;
const pages = () => owner.files().filter((file) => file.endsWith(".html"));

/** Drawings without a mark and tables without a row, by page. */
function emptyCharts(): string[] {
  return pages().flatMap((file) => {
    const page = documentOf(file);
    const drawings = [...page.querySelectorAll("figure.chart svg.plot")].filter(
      (svg) => !svg.querySelector("rect, circle, path, image"),
    );
    const rows = [...page.querySelectorAll("table")].filter((table) => !table.querySelector("td"));
    const lists = [...page.querySelectorAll("ul, ol")].filter((list) => !list.querySelector("li"));
    return [...drawings, ...rows, ...lists].map(({ tagName }) => `${file}: empty ${tagName}`);
  });
}

describe.each([
  [
    "without a token",
    { TMDB_API_TOKEN: "" },
    "TMDB_API_TOKEN is not set, so TMDB was not asked;",
    "no TMDB_API_TOKEN was set, so TMDB was not asked",
  ],
  [
    "with OFFLINE=1",
    { OFFLINE: "1" },
    "OFFLINE=1: TMDB was not asked;",
    "OFFLINE=1 was set, so TMDB was not asked",
  ],
])("%s and with nothing in the cache", (_, env, said, reason) => {
  let stderr = "";
  beforeAll(async () => {
    server.resetCounters();
    const outcome = await owner.build(env);
    expect(outcome).toMatchObject({ code: 0 });
    ({ stderr } = outcome);
  });

  test("the log says once why nothing was asked, and the page about matching too", () => {
    expect(stderr.split(said)).toHaveLength(2);
    const page = documentOf("about/matching/index.html").body.textContent ?? "";
    expect(page).toContain(`545 films without an answer: ${reason}.`);
    expect(page).not.toContain("Nothing is open.");
  });

  test("nothing is asked", () => {
    expect(server.counters).toMatchObject({ requests: 0, connections: 0 });
  });

  test("what the export alone knows is there", () => {
    expect(owner.json("data/summary.json")).toMatchObject({
      films: { seen: 545, dated: 347, rated: 439, matched: 0, series: 0, unmatched: 545 },
      viewings: { total: 384 },
      minutes: { films: null, viewings: null },
      genres: [],
      directors: [],
    });
    const dashboard = documentOf("index.html");
    expect(dashboard.querySelectorAll("figure.chart").length).toBeGreaterThan(3);
  });

  test("without SITE_URL no page names what needs a full address, and the pictures to keep are there", () => {
    const { document } = parseHTML(owner.read("index.html"));
    const named = [...document.querySelectorAll("meta[property]")].map((meta) =>
      meta.getAttribute("property"),
    );
    expect(named).toEqual(["og:site_name", "og:title", "og:description", "og:type"]);
    expect(owner.files().filter((file) => /sitemap|robots/.test(file))).toEqual([]);
    // A portrait and a square for each of 6 years, each with a small one, and no card that nobody could ask for.
    expect(owner.files().filter((file) => /^cards\/.*\.png$/.test(file))).toHaveLength(24);
    // At home it is no fault: only a site that is published misses anything.
    expect(stderr).not.toContain("SITE_URL");
  });

  test("the pages that miss something say so, once and calmly", () => {
    for (const file of ["index.html", "genres/index.html", "directors/index.html"]) {
      const notices = [...documentOf(file).querySelectorAll(".notice")];
      expect(notices.map(({ textContent }) => textContent?.trim())).toEqual([
        expect.stringMatching(/come from TMDB, which has not been asked yet/),
      ]);
    }
  });

  test("no chart, table or list is empty", () => {
    expect(pages().length).toBeGreaterThan(550);
    expect(emptyCharts()).toEqual([]);
  });
});

test("OFFLINE=1 still uses what the cache holds", async () => {
  keepFirstFilms(owner.dataDir, 40);
  expect(await owner.build()).toMatchObject({ code: 0 });
  const online = owner.read("data/summary.json");
  expect(JSON.parse(online)).toMatchObject({ films: { seen: 40, unmatched: 0 } });
  server.resetCounters();
  expect(await owner.build({ OFFLINE: "1" })).toMatchObject({ code: 0 });
  expect(server.counters.connections).toBe(0);
  expect(owner.read("data/summary.json")).toBe(online);
});
