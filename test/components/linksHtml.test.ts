import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { linksHtml } from "../../src/components/linksHtml.ts";

test("names of any letters become text, and never markup", () => {
  const name = `<img src=x onerror="alert('1')"> & Söhne`;
  const href = `/people/a-1/?"><script>&x='`;
  const html = linksHtml([name, ", ", { text: name, href }]) ?? "";
  const { document } = parseHTML(`<p>${html}</p>`);
  const [paragraph] = document.querySelectorAll("p");
  expect(paragraph?.textContent).toBe(`${name}, ${name}`);
  expect(Array.from(paragraph?.querySelectorAll("*") ?? [], ({ tagName }) => tagName)).toEqual([
    "A",
  ]);
  expect(document.querySelector("a")?.getAttribute("href")).toBe(href);
});

test("a text with a day or with stars is left to the component", () => {
  expect(linksHtml(["on ", { day: "2024-05-04" }])).toBeNull();
  expect(linksHtml(["on ", { day: "2024-05-04", href: "/x/" }])).toBeNull();
  expect(linksHtml([{ stars: 4 }])).toBeNull();
  expect(linksHtml([])).toBe("");
});
