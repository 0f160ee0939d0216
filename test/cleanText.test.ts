import fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { cleanText } from "../src/cleanText.ts";
import { depthOf, faultsOf } from "./support/cleanedText.ts";

test("what Letterboxd allows stays", () => {
  const text = "<b>bold</b> <i>italic</i> <em>em</em> <strong>s</strong><blockquote>q</blockquote>";
  expect(cleanText(text)).toBe(text);
  expect(cleanText("one\n\ntwo<br>three")).toBe("one\n\ntwo<br />three");
});

test("unbalanced tags are balanced", () => {
  expect(cleanText("<b>bold <i>both</b> rest")).toBe("<b>bold <i>both</i></b> rest");
  expect(cleanText("</p></div>end")).not.toContain("</div>");
  expect(cleanText("<i>never closed")).toBe("<i>never closed</i>");
  expect(cleanText("<blockquote>one <i>two</blockquote>three</i>")).toBe(
    "<blockquote>one <i>two</i></blockquote>three",
  );
  expect(cleanText("<p>one<u><p>two")).toBe("<p>one</p><p>two</p><p></p>");
});

describe("a tag that is opened again instead of closed", () => {
  test.each([
    ["<i>Title<i> and more", "<i>Title</i> and more"],
    ["<I>Title<I> and <b>more<b>", "<I>Title</i> and <b>more</b>"],
    ["<i >Title<i/> and <b class=x>more<b>", "<i>Title</i> and <b>more</b>"],
    ["<blockquote>He said<blockquote>\nYes.", "<blockquote>He said</blockquote>\nYes."],
    ["<blockquote><i>He<i> said<blockquote>", "<blockquote><i>He</i> said</blockquote>"],
    ["<i>A</i>, <i>B<i>, <i>C</i>", "<i>A</i>, <i>B</i>, <i>C</i>"],
  ])("ends there: %s", (text, meant) => {
    expect(cleanText(text)).toBe(cleanText(meant));
  });

  test.each([
    ["is closed as often", "<b><b>x</b></b>", "<b><b>x</b></b>"],
    ["stands there an odd number of times", "<i>A<i>B<i>C", "<i>A<i>B<i>C</i></i></i>"],
  ])("stays open where it %s", (_, text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });
});

test("a sign that only looks like a tag is text", () => {
  expect(cleanText("1 < 2 & 3 > 2, <3")).toBe("1 &lt; 2 &amp; 3 &gt; 2, &lt;3");
  expect(cleanText("R&D, AT&amp;T, &lt;b&gt;, &nbsp;")).toBe(
    "R&amp;D, AT&amp;T, &lt;b&gt;, \u00a0",
  );
});

test.each([
  "<script>alert(1)</script>",
  "<script>alert(1)",
  "<scr<script>ipt>x</script>",
  "<ScRiPt/src=//example.org/alert></sCrIpT>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)>",
  "<iframe src=https://example.org></iframe>",
  "<style>body{display:none}</style>",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  "<math><mtext></form><mglyph><style></math><img src=x onerror=alert(1)>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<!-- <b onclick=alert(1)> --><!--><img src=x onerror=alert(1)>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml-stylesheet href=alert?><!DOCTYPE alert>",
  "<object data=alert><embed src=alert><form action=alert><input onfocus=alert(1)>",
  "<b onclick=alert(1) style=color:red class=x id=y></b>",
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href="data:text/html,alert">x</a>',
  '<a href="JAVASCRIPT:alert(1)">x</a>',
  '<a href=" \u0001javascript:alert(1)">x</a>',
  '<a href="&#106;&#x61;va&Tab;script&colon;alert(1)">x</a>',
  '<a href="DaTa:text/html;base64,alert">x</a>',
  '<a href="vbscript:alert(1)">x</a>',
  '<a href="https:alert">x</a>',
  '<a href="x onclick=alert(1)>x',
])("nothing runs and nothing is styled: %s", (text) => {
  expect(cleanText(text)).not.toMatch(
    /alert|script|<img|<svg|<iframe|<style|on\w+=|style=|class=|id=|href/,
  );
});

test("links lead to http addresses, and search engines and hosts are told nothing", () => {
  expect(cleanText('<a href="https://example.org/?a=1&b=2" target="_blank">x</a>')).toBe(
    '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener">x</a>',
  );
  expect(cleanText("<a rel=opener href=https://example.org target=_blank onclick=x()>x")).toBe(
    '<a href="https://example.org" rel="nofollow noopener">x</a>',
  );
  expect(cleanText(`<a href='https://example.org/" onclick="x()'>x</a>`)).toBe(
    '<a href="https://example.org/&quot; onclick=&quot;x()" rel="nofollow noopener">x</a>',
  );
  expect(cleanText('<a href="HTTP://example.org">x</a>')).toContain('href="HTTP://example.org"');
});

test.each(["/film/ran/", "film/ran", "#top", "//example.org", "mailto:a@example.org", ""])(
  "a link without a host of its own leads nowhere, least of all into this site: %s",
  (href) => {
    expect(cleanText(`<a href="${href}">Ran</a>`)).toBe("<a>Ran</a>");
  },
);

test("characters that show nothing are gone, however they are written; others stay", () => {
  expect(cleanText("a\0b\u001b[2J\u202ec&#x202e;d&#7;e\u2066f\u009bg")).toBe("ab[2Jcdefg");
  expect(cleanText("one\n\ttwo\u00a0👩‍🚀 שלום\u200f")).toBe("one\n\ttwo\u00a0👩‍🚀 שלום\u200f");
});

/** The elements a browser's kind of reader finds. */
function elementsOf(html: string): Set<string> {
  const names = new Set<string>();
  const parser = new Parser({
    onopentag: (name, attributes) => {
      for (const key of ["", ...Object.keys(attributes)]) names.add(`${name} ${key}`.trim());
    },
    oncomment: () => void names.add("comment"),
    onprocessinginstruction: (name) => void names.add(name),
  });
  parser.end(html);
  return names;
}

const pieces = [
  ..."<i> </i> <b> </b> <p> </p> <br> <blockquote> </blockquote> <em> </strong> </div> <li>".split(
    " ",
  ),
  ..."<a href= <a|href='https://example.org <a|title=\" </a> https://example.org".split(" "),
  ..."javascript: data: |onclick= |style= |target=_blank <img|src=x|onerror= <option>".split(" "),
  ..."<svg|onload= </svg> <math> <script> </script> <style> </style> <title> <table><td>".split(
    " ",
  ),
  ..."<textarea> </textarea> <noscript> <plaintext> <!-- --> <![CDATA[ ]]> <?x <!".split(" "),
  ..."< > /> = \" ' & &lt; &#60; &#x6a; &#x202e; &quot ; 3 x é 🎬 | \n \0 \u202e".split(" "),
].map((piece) => piece.replaceAll("|", " "));
const typed = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.string()), {
    maxLength: 40,
  })
  .map((parts) => parts.join(""));

test("formatting inside a hundred others is taken out, its text stays", () => {
  const text = `${"<i>".repeat(100)}in <i>and <b>further</b></i>${"</i>".repeat(100)} out, <b>bold</b>`;
  const cleaned = cleanText(text);
  expect(cleaned).toContain("<i>in and further</i>");
  expect(cleaned).toContain(" out, <b>bold</b>");
  expect(depthOf(cleaned)).toBe(100);
});

describe("whatever was typed", () => {
  test("however often, what comes out is balanced and no deeper than a page can take", () => {
    const often = fc.tuple(
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 100, max: 3000 }),
    );
    fc.assert(
      fc.property(often, ([parts, times]) => {
        const cleaned = cleanText(parts.join("").repeat(times));
        expect(faultsOf(cleaned)).toEqual([]);
        expect(depthOf(cleaned)).toBeLessThanOrEqual(300);
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  test("the result is balanced and contains only allowed tags", () => {
    const allowed = ["a", "a href", "a rel", "b", "blockquote", "br", "em", "i", "p", "strong"];
    fc.assert(
      fc.property(typed, (text) => {
        const cleaned = cleanText(text);
        expect(faultsOf(cleaned)).toEqual([]);
        expect([...elementsOf(cleaned)].filter((name) => !allowed.includes(name))).toEqual([]);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  test("cleaning a clean text changes nothing", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const cleaned = cleanText(text);
        expect(cleanText(cleaned)).toBe(cleaned);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  test("text without brackets or references is kept, each character of it", () => {
    const plain = fc
      .string({ unit: "grapheme" })
      .filter((text) => !/[<>&"\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect(cleanText(text)).toBe(text);
      }),
      { numRuns: 1000, seed: 3 },
    );
  });
});
