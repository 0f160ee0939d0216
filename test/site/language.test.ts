import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasMarks } from "../../src/dateMarks.ts";
import { newOwner, type Owner } from "../support/owner.ts";
import { copyProject } from "../support/project.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

let server: TmdbServer;
let project: ReturnType<typeof copyProject>;
let owner: Owner;

beforeAll(async () => {
  server = await startTmdbServer();
  project = copyProject({ locale: "de-DE" });
  owner = newOwner(server, { SITE_URL: "https://example.org" }, project.root);
  const { code, stderr } = await owner.build();
  expect(code, stderr).toBe(0);
});

afterAll(async () => {
  owner.remove();
  project.remove();
  await server.close();
});

const pages = () => owner.files().filter((file) => file.endsWith(".html"));

/** German names of months and days that are no English words; short ones as charts write them. */
const german =
  /\b(?:Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Mär|Okt|Dez|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)\b/;

/** Every text of a page, with the element around it. */
function* textsOf(node: Node): Generator<{ text: string; around: Element }> {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) yield { text: child.textContent ?? "", around: node as Element };
    else if (child.nodeType === 1) yield* textsOf(child);
  }
}

test("every German date that a reader sees is said to be German, in text and in drawings", () => {
  let dates = 0;
  const unmarked = pages().flatMap((file) => {
    const { document } = parseHTML(owner.read(file));
    return [...textsOf(document.body)].flatMap(({ text, around }) => {
      // What is shown on pointing at a mark is a plain text.
      if (!german.test(text) || /^(?:title|desc)$/i.test(around.tagName)) return [];
      dates += 1;
      const language = around.closest("[lang]")?.getAttribute("lang");
      return language?.startsWith("de") ? [] : [`${file}: ${text.trim()}`];
    });
  });
  expect(dates).toBeGreaterThan(1000);
  expect(unmarked).toEqual([]);
});

test("all else is English", () => {
  for (const page of [
    ...["index.html", "timeline/index.html", "timeline/2024/index.html"],
    ...["diary/index.html", "diary/2024/index.html", "rewatches/index.html"],
  ]) {
    const { document } = parseHTML(owner.read(page));
    expect(document.documentElement.getAttribute("lang")).toBe("en");
    for (const marked of document.querySelectorAll('[lang="de-DE"]')) {
      // A date and nothing but: names and figures, points, dashes and "bis".
      expect(marked.textContent).toMatch(/^[\d.–\s]*(?:\p{L}+[.\s\d–]*){0,2}$/u);
    }
  }
});

test("numbers are German too, and no file holds a mark", () => {
  expect(owner.read("index.html")).toMatch(/\b3,48\b/);
  const files = owner.files().filter((file) => !/\.(png|woff2)$/.test(file));
  expect(files.filter((file) => hasMarks(owner.read(file)))).toEqual([]);
});
