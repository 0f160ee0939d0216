import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { expect, inject, test } from "vitest";
import { htmlFiles } from "./pageKinds.ts";

// A template can lose the blank between two of its parts: what was "above TMDB" is then "0.52above".

const folder = inject("siteFolder");
const pages = htmlFiles(folder).map((file) => ({
  file,
  document: parseHTML(readFileSync(join(folder, file), "utf8")).document,
}));

/** Every word of the export, of the canon lists and of TMDB's names: Se7en and McKay are spelt so. */
const words = new Set(
  [
    ...["films", "summary"].map((name) => readFileSync(join(folder, `data/${name}.json`), "utf8")),
    ...readdirSync("lists").map((file) => readFileSync(join("lists", file), "utf8")),
    ...pages.map(({ document }) => document.querySelector("title")?.textContent ?? ""),
  ].flatMap((text) => text.split(/[^\p{L}\d]+/u)),
);

const blocks = "h1, h2, h3, p, li, dt, dd";
const inline = "a, span, time, code";

/** Text before and after each place where an inline element begins or ends. */
const seams = (block: Element): [before: string, after: string][] =>
  [...block.querySelectorAll(inline)].flatMap(({ previousSibling, textContent, nextSibling }) => [
    [previousSibling?.textContent ?? "", textContent ?? ""],
    [textContent ?? "", nextSibling?.textContent ?? ""],
  ]);

test("no word touches the text of a neighbouring element", () => {
  const glued = pages.flatMap(({ file, document }) =>
    [...document.querySelectorAll("main :is(h1, h2, h3, p, li)")]
      .flatMap(seams)
      .filter(([before, after]) => /[\p{L}\d.,;:!?)]$/u.test(before) && /^[\p{L}\d(]/u.test(after))
      .map(([before, after]) => `${file}: ${before.slice(-20)}|${after.slice(0, 20)}`),
  );
  expect(glued.slice(0, 5)).toEqual([]);
});

/**
 * The sentences of a page: no lists of names, no links to what has one, no reviews, no original
 * titles.
 */
function sentences(document: Document): string[] {
  return [...document.querySelectorAll(`main :is(${blocks})`)].flatMap((block) => {
    if (block.closest(".review, .facts, .names, p[lang]") || block.querySelector(blocks)) return [];
    const copy = block.cloneNode(true) as Element;
    for (const part of copy.querySelectorAll("a:not(.anchor), code")) part.replaceWith("…");
    return copy.textContent ?? "";
  });
}

test("no number runs into a word, and no sentence into the next", () => {
  const glued = pages.flatMap(({ file, document }) =>
    sentences(document)
      .flatMap((text) => text.replace(/\.(?:csv|json)\b/g, "").match(/[\p{L}\d.,;:!?]+/gu) ?? [])
      .filter((run) => /\p{Ll}\d|\d\p{Ll}{3,}|\p{Ll}\p{Lu}|\p{Ll}[.,;:!?]+\p{L}/u.test(run))
      .filter((run) => !run.split(/[.,;:!?]+/).every((word) => words.has(word) || word === ""))
      .map((run) => `${file}: ${run}`),
  );
  expect([...new Set(glued)].slice(0, 20)).toEqual([]);
});
