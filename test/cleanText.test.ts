import { expect, test } from "vitest";
import { cleanText } from "../src/cleanText.ts";

test("what Letterboxd allows stays", () => {
  const text = "<b>bold</b> <i>italic</i> <em>em</em> <strong>s</strong><blockquote>q</blockquote>";
  expect(cleanText(text)).toBe(text);
  expect(cleanText("one\n\ntwo<br>three")).toBe("one\n\ntwo<br />three");
});

test("what is not balanced is balanced", () => {
  expect(cleanText("<b>bold <i>both</b> rest")).toBe("<b>bold <i>both</i></b> rest");
  expect(cleanText("</p></div>end")).not.toContain("</div>");
});

test("a sign that only looks like a tag is text", () => {
  expect(cleanText("1 < 2 & 3 > 2, <3")).toBe("1 &lt; 2 &amp; 3 &gt; 2, &lt;3");
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<iframe src=https://example.org></iframe>",
  "<style>body{display:none}</style>",
  "<b onclick=alert(1) style=color:red class=x id=y></b>",
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="data:text/html,alert">x</a>',
])("nothing runs and nothing is styled: %s", (text) => {
  expect(cleanText(text)).not.toMatch(
    /alert|script|<img|<svg|<iframe|<style|on\w+=|style=|class=|id=|href/,
  );
});

test("links lead to http addresses, and search engines and hosts are told nothing", () => {
  expect(cleanText('<a href="https://example.org/?a=1&b=2" target="_blank">x</a>')).toBe(
    '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener">x</a>',
  );
  expect(cleanText('<a href="HTTP://example.org">x</a>')).toContain('href="HTTP://example.org"');
});

test.each(["/film/ran/", "film/ran", "#top", "//example.org", "mailto:a@example.org", ""])(
  "a link without a host of its own leads nowhere, least of all into this site: %s",
  (href) => {
    expect(cleanText(`<a href="${href}">Ran</a>`)).toBe("<a>Ran</a>");
  },
);
