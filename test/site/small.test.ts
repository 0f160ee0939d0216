import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newOwner, type Owner } from "../support/owner.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

let server: TmdbServer;
beforeAll(async () => {
  server = await startTmdbServer();
});
afterAll(() => server.close());

/** Films of the sample, which the server knows, of five years and five directors. */
const five = [
  ["Cléo from 5 to 7", 1962, "wvUZU", 5],
  ["The Piano", 1993, "budo", 4],
  ["GoodFellas", 1990, "8rM6", 4.5],
  ["No", 2012, "W9qg", 3],
  ["Petite Maman", 2021, "jcBWe", 5],
] as const;

/** An export of the first of these films, rated, and seen a month each or on days unknown. */
function writeExport(folder: string, count: number, { hasDiary }: { hasDiary: boolean }): void {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  const films = five.slice(0, count);
  const head = "Date,Name,Year,Letterboxd URI";
  const write = (file: string, lines: string[]) =>
    writeFileSync(join(folder, file), `${lines.join("\n")}\n`);
  const start = ([name, year, code]: (typeof five)[number], date = "2024-01-01") =>
    `${date},${name},${year},https://boxd.it/${code}`;
  write("watched.csv", [head, ...films.map((film) => start(film))]);
  write("ratings.csv", [`${head},Rating`, ...films.map((film) => `${start(film)},${film[3]}`)]);
  if (!hasDiary) return;
  const days = films.map((film, i) => {
    const day = `202${i < 2 ? 3 : 4}-0${i + 1}-11`;
    return `${start(film, day)},${film[3]},,,${day}`;
  });
  write("diary.csv", [`${head},Rating,Rewatch,Tags,Watched Date`, ...days]);
}

const textOf = (element: { textContent: string | null } | null | undefined): string =>
  (element?.textContent ?? "").replace(/\s+/g, " ").trim();

describe.each([
  { name: "one film, no diary, TMDB not asked", count: 1, hasDiary: false, isAsked: false },
  { name: "five films with a day each", count: 5, hasDiary: true, isAsked: true },
])("a ledger of $name", ({ count, hasDiary, isAsked }) => {
  let owner: Owner;
  beforeAll(async () => {
    owner = newOwner(server, {
      BUILD_DATE: "2024-11-20",
      SITE_URL: "https://kim.example",
      ...(!isAsked && { OFFLINE: "1" }),
    });
    writeExport(owner.dataDir, count, { hasDiary });
    expect(await owner.build()).toMatchObject({ code: 0 });
  });
  afterAll(() => owner.remove());

  const documentOf = (file: string) => parseHTML(owner.read(file)).document;
  const pages = () => owner.files().filter((file) => file.endsWith(".html"));
  const all = <Found>(find: (document: Document, file: string) => Found[]): Found[] =>
    pages().flatMap((file) => find(documentOf(file), file));

  test("counts nothing that is not there", () => {
    const none = all((document, file) => {
      const figures = [...document.querySelectorAll(".figure")].map(textOf);
      const said = [...document.querySelectorAll("h1, h2, p, .small")].map(textOf);
      return [
        ...figures.filter((text) => text === "0"),
        ...said.filter((text) => /(?<![\d.,:])0 [a-z]/.test(text)),
      ].map((text) => `${file}: ${text}`);
    });
    expect(none).toEqual([]);
  });

  test("leads to no page that only says what it lacks", () => {
    const { document } = parseHTML(owner.read("index.html"));
    const entries = [...document.querySelectorAll("nav[aria-label='All sections'] a")];
    expect(entries.map(textOf)).toEqual(
      isAsked
        ? [
            ...["Films", "Ratings", "Runtimes", "Lists", "Diary", "Timeline", "2024", "Directors"],
            ...["Genres", "Countries", "Languages", "Decades", "Keywords", "About", "Data"],
          ]
        : ["Films", "Ratings", "Decades", "About", "Data"],
    );
    const search = documentOf("search/index.html");
    const links = [...entries, ...search.querySelectorAll("ul.film-rows a")].map(
      (link) => link.getAttribute("href") ?? "",
    );
    expect(links.length).toBeGreaterThan(entries.length);
    for (const link of links) {
      const page = documentOf(`${link.slice(1)}index.html`);
      const content = page.querySelector("main :is(.block, .film-year, .film-rows, dl)");
      expect([link, content !== null]).toEqual([link, true]);
    }
  });

  test("draws no chart of so little, and shows the films themselves", () => {
    expect(all((document, file) => (document.querySelector("figure.chart") ? [file] : []))).toEqual(
      [],
    );
    const dashboard = documentOf("index.html");
    expect(dashboard.querySelectorAll(".strip > li")).toHaveLength(count);
    expect(textOf(dashboard.querySelector("h1"))).toBe(
      count === 1 ? "1 film, Cléo from 5 to 7" : "5 films",
    );
  });

  test("has headings without a full stop", () => {
    const headings = all((document) => [...document.querySelectorAll("h1")].map(textOf));
    expect(headings.length).toBeGreaterThan(count);
    expect(headings.filter((text) => text.endsWith("."))).toEqual([]);
  });

  test("has short years: figures and films, and no pictures of them", () => {
    const years = pages().filter((file) => /^timeline\/\d+\/index\.html$/.test(file));
    expect(years).toHaveLength(hasDiary ? 2 : 0);
    for (const file of years) {
      const document = documentOf(file);
      const ids = [...document.querySelectorAll("main section[id]")].map(({ id }) => id);
      expect(ids.filter((id) => id !== "films")).toEqual([]);
      expect(textOf(document.querySelector("main"))).not.toMatch(/Picture to share|Average rating/);
    }
    expect(owner.files().filter((file) => file.startsWith("cards/timeline/"))).toEqual([]);
    expect(owner.files()).toContain("cards/dashboard.png");
  });
});
