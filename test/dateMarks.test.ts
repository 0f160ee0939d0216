import { describe, expect, test } from "vitest";
import { dateLanguage, hasMarks, markLanguage, withMarks, withoutMarks } from "../src/dateMarks.ts";
import { createFormat } from "../src/format.ts";

const format = withMarks(createFormat({ locale: "de-DE" }));
const day = format.day("2024-05-04");
const html = (text: string) => markLanguage(text, "de-DE");

test("English dates need no mark, whatever the country", () => {
  for (const locale of ["en-GB", "en-US", "en"]) {
    const plain = createFormat({ locale });
    expect(dateLanguage(locale)).toBeNull();
    expect(withMarks(plain)).toBe(plain);
  }
  expect(dateLanguage("pt-BR")).toBe("pt-BR");
});

test("every word of a calendar that a format writes is marked, and reads as before without", () => {
  const plain = createFormat({ locale: "de-DE" });
  const written = {
    day: ["2024-05-04"],
    shortDay: ["2024-05-04"],
    month: ["2024-05"],
    monthName: ["2024-05-01"],
    shortMonthName: ["2024-05-01"],
    monthInitial: ["2024-05-01"],
    weekdayName: [0],
    shortWeekdayName: [0],
    range: ["2024-05-04", "2024-06-01"],
  };
  for (const [name, input] of Object.entries(written)) {
    const write = (from: object) =>
      (from as Record<string, (...input: unknown[]) => string>)[name]?.(...input) ?? "";
    expect([name, hasMarks(write(format))]).toEqual([name, true]);
    expect(withoutMarks(write(format))).toBe(write(plain));
  }
  expect(withoutMarks(day)).toBe("4. Mai 2024");
  expect(format.machineDay("2024-05-04")).toBe("2024-05-04");
  expect(format.integer(1692)).toBe("1.692");
});

describe("a page", () => {
  test("has a date that stands alone in its element, which gets the language", () => {
    expect(html(`<p>On <time datetime="2024-05-04">${day}</time>.</p>`)).toBe(
      '<p>On <time datetime="2024-05-04" lang="de-DE">4. Mai 2024</time>.</p>',
    );
    expect(html(`<svg><text x="1">${day}</text></svg>`)).toBe(
      '<svg><text x="1" lang="de-DE">4. Mai 2024</text></svg>',
    );
  });

  test("has a date among words in an element of its own", () => {
    expect(html(`<p>since ${day}; or ${day}</p>`)).toBe(
      '<p>since <span lang="de-DE">4. Mai 2024</span>; or <span lang="de-DE">4. Mai 2024</span></p>',
    );
    expect(html(`<p>${day} <b>x</b></p>`)).toContain('<span lang="de-DE">4. Mai 2024</span> <b>');
    expect(html(`<svg><text>${day}: 3</text></svg><p>${day}.</p>`)).toBe(
      '<svg><text><tspan lang="de-DE">4. Mai 2024</tspan>: 3</text></svg><p><span lang="de-DE">4. Mai 2024</span>.</p>',
    );
  });

  test("has dates without a language where nothing can carry one", () => {
    expect(html(`<title>In ${day}</title>`)).toBe("<title>In 4. Mai 2024</title>");
    expect(html(`<meta content="a > b, ${day}"><p>x</p>`)).toBe(
      '<meta content="a > b, 4. Mai 2024"><p>x</p>',
    );
    expect(html(`<script>if (a < b) say("${day}")</script>`)).toBe(
      '<script>if (a < b) say("4. Mai 2024")</script>',
    );
    expect(html(`<svg><a aria-label="${day}"><title>${day}: 3</title></a></svg>`)).toBe(
      '<svg><a aria-label="4. Mai 2024"><title>4. Mai 2024: 3</title></a></svg>',
    );
  });

  test("keeps the language an element has, and all that holds no date", () => {
    expect(html(`<p lang="en">${day}</p>`)).toBe(
      '<p lang="en"><span lang="de-DE">4. Mai 2024</span></p>',
    );
    const other = '<!doctype html><!-- < --><p class="a">x &lt; y</p><style>a > b {}</style>';
    expect(html(other)).toBe(other);
    expect(html(`${other}<i>${day}</i>`)).toBe(`${other}<i lang="de-DE">4. Mai 2024</i>`);
  });
});
