import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, inject, test } from "vitest";
import { htmlFiles } from "./pageKinds.ts";

const folder = inject("siteFolder");
const files = htmlFiles(folder);
const pages = files.map((file) => {
  const html = readFileSync(join(folder, file), "utf8");
  return { file, html, document: parseHTML(html).document };
});
type Page = (typeof pages)[number];

/** The first few files of the pages that are not as they should be. */
const except = (isFine: (page: Page) => boolean): string[] =>
  pages
    .filter((page) => !isFine(page))
    .map(({ file }) => file)
    .slice(0, 5);

const text = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, " ").trim() ?? "";

describe(`each of the pages of the sample`, () => {
  test("is there: one a film, and all the others", () => {
    expect(
      files.filter((file) => /^films\/./.test(file) && file !== "films/index.html"),
    ).toHaveLength(545);
    expect(files.length).toBeGreaterThan(800);
  });

  test("is found where an address is cut short: every folder but that of assets is a page", () => {
    const folders = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(folders.length).toBeGreaterThan(800);
    const without = folders.filter((path) => !existsSync(join(path, "index.html")));
    expect(without).toEqual([join(folder, "_astro")]);
  });

  test("says its language, its title and what it is about", () => {
    expect(except(({ document }) => document.documentElement.lang === "en")).toEqual([]);
    expect(except(({ document }) => text(document.querySelector("title")).length > 5)).toEqual([]);
    expect(
      except(({ document }) => {
        const about = document.querySelector("meta[name=description]")?.getAttribute("content");
        return about !== null && about !== undefined && about.length > 8;
      }),
    ).toEqual([]);
  });

  test("has a title of its own", () => {
    const titles = Map.groupBy(pages, ({ document }) => text(document.querySelector("title")));
    const shared = [...titles].filter(([, same]) => same.length > 1).map(([title]) => title);
    // Two different films of one name and one year.
    expect(shared).toEqual([expect.stringMatching(/^Leap Year \(2010\)/)]);
  });

  test("has one first heading, with words in it, and no level is left out", () => {
    expect(
      except(({ document }) => {
        const headings = [...document.querySelectorAll("h1")];
        return headings.length === 1 && text(headings[0]) !== "";
      }),
    ).toEqual([]);
    expect(
      except(({ document }) => {
        const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map(({ tagName }) =>
          Number(tagName.slice(1)),
        );
        return levels.every((level, i) => level <= (levels[i - 1] ?? 0) + 1);
      }),
    ).toEqual([]);
  });

  test("has the landmarks: a header, navigation, one main part and a footer", () => {
    for (const landmark of [
      "body > header",
      "header nav[aria-label=Main]",
      "header nav[aria-label='All sections']",
      "main#main",
      "body > footer",
    ]) {
      expect(
        except(({ document }) => document.querySelectorAll(landmark).length === 1),
        landmark,
      ).toEqual([]);
    }
    expect(
      except(
        ({ document }) => document.querySelector("body > a")?.getAttribute("href") === "#main",
      ),
    ).toEqual([]);
  });

  test("carries TMDB's notice, and its logo with a link to TMDB", () => {
    const notice =
      "This website uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB.";
    expect(
      except(({ document }) => text(document.querySelector("body > footer")).includes(notice)),
    ).toEqual([]);
    expect(
      except(({ document }) => {
        const logo = document.querySelector(
          'footer a[href="https://www.themoviedb.org"] img[alt="TMDB"]',
        );
        return logo !== null;
      }),
    ).toEqual([]);
  });

  test("has a policy that lets in nothing from elsewhere, and nothing from elsewhere before it", () => {
    expect(
      except(({ document }) => {
        const parts = [...document.head.children];
        const isPolicy = (element: Element) =>
          element.getAttribute("http-equiv")?.toLowerCase() === "content-security-policy";
        const content = parts.find(isPolicy)?.getAttribute("content") ?? "";
        const before = parts.slice(0, parts.findIndex(isPolicy));
        return (
          content.includes("default-src 'none'") &&
          !/unsafe-inline|unsafe-eval/.test(content) &&
          before.every((element) => {
            const address = element.getAttribute("src") ?? element.getAttribute("href");
            return address === null || /^\/(?!\/)/.test(address);
          })
        );
      }),
    ).toEqual([]);
  });

  test("uses no id twice", () => {
    expect(
      except(({ document }) => {
        const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
        return new Set(ids).size === ids.length;
      }),
    ).toEqual([]);
  });

  test("shows no hole where a value should be", () => {
    expect(
      except(({ document }) => !/undefined|NaN|Infinity|\[object/.test(text(document.body))),
    ).toEqual([]);
    expect(
      except(({ html }) => !/(?:href|src|datetime|aria-label)="(?:undefined|null|)"/.test(html)),
    ).toEqual([]);
  });
});

/** Charts whose marks lead nowhere: their pages, their titles, and why. */
const withoutLinks: [page: RegExp, chart: RegExp, reason: string][] = [
  [/^timeline\//, /^Viewings per weekday$/, "No page has the films of a weekday."],
  [/^diary\//, /^Viewings by time until logged$/, "It is about keeping the diary."],
  [/^timeline\//, /^First watches by age of the film$/, "An age has no page."],
  [/^ratings\/voters\//, /^Films by distance from/, "Only films far apart have a list."],
];

/** Where nothing was seen there is nothing to lead to. */
const isNothing = (value: string) => /(?:: |^)(?:0|no|none) ?[a-z]*$/.test(value);

/** The values of marks that lead nowhere. A mark has its value as a title. */
const deadMarks = (drawing: Element): string[] =>
  [...drawing.querySelectorAll("title")]
    .filter((title) => title.closest("a[href]") === null && !isNothing(text(title)))
    .map(text);

test("every mark of every chart leads to its films, or there is a reason", () => {
  const charts = pages.flatMap(({ file, document }) =>
    [...document.querySelectorAll("figure.chart")].map((figure) => {
      const rows = [...figure.querySelectorAll("tbody tr")].map((row) => ({
        name: text(row.querySelector("th")),
        leads: row.querySelector("a[href]") !== null,
        counts: !/^[0–]%?$/.test(text(row.querySelector("td"))),
      }));
      const drawings = [...figure.querySelectorAll("svg.plot")];
      const hasNoLink = drawings.some((drawing) => drawing.querySelector("a[href]") === null);
      return {
        file,
        title: drawings[0]?.getAttribute("aria-label") ?? "",
        dead: [
          ...rows.filter(({ leads, counts }) => counts && !leads).map(({ name }) => name),
          ...drawings.flatMap(deadMarks),
          ...(hasNoLink ? ["a drawing"] : []),
        ],
      };
    }),
  );
  const isExcused = ({ file, title }: { file: string; title: string }) =>
    withoutLinks.some(([page, chart]) => page.test(file) && chart.test(title));
  const dead = charts.filter((chart) => chart.dead.length > 0);
  expect(dead.filter((chart) => !isExcused(chart)).slice(0, 5)).toEqual([]);
  expect(charts.length).toBeGreaterThan(100);
});
