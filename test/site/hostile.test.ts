import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { Parser } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DIARY, REVIEWS, WATCHED } from "../letterboxd/exportText.ts";
import { runScript } from "../support/command.ts";
import { listFiles } from "../support/owner.ts";

/** What somebody may have typed, and how it is to be read on the site. */
const typed: [text: string, shown: string][] = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "]]></title></script><script>alert(1)</script>",
  "</style><style>*{display:none}</style>",
  "<!-- <b>never closed",
  "--><svg onload=alert(1)>",
  "&lt;i&gt; &amp;amp; &#60;b&#62;",
  "{alert(1)} {{alert(1)}}",
  "javascript:alert(1)",
  "=HYPERLINK(0)",
  "../../etc/passwd\\..",
].map((text) => [text, text]);
typed.push(
  ["evil\u202Egnp.exe\u2066", "evilgnp.exe"],
  ["bell\u0007 escape\u001b[2J\u009b\u007f", "bell escape[2J"],
  ["two\nlines\tand\u2028more", "two lines and more"],
);

/** A review and one that has the same markup once it is cleaned. */
const reviews: [typed: string, harmless: string][] = [
  ["<i>Rope</i><script>alert(1)</script>", "<i>Rope</i>"],
  ["<i>Rope<i> and more", "<i>Rope</i> and more"],
  ["<blockquote>Said she<blockquote>\n\nNo.", "<blockquote>Said she</blockquote> No."],
  ["</div></main><b>out", "<b>out</b>"],
  ['<b onclick=alert(1) style="color:red" id=main class=frame>b', "<b>b</b>"],
  ["<img src=x onerror=alert(1)><svg onload=alert(1)><style>*{}</style>", "Nothing."],
  ["<a href=JavaScript:alert(1)>x</a><a href=/about/>y</a>", "<a>x</a><a>y</a>"],
  ["<!-- <b>never closed", "Nothing."],
  ["<a href='https://example.org/\" onclick=alert(1) x=\"'>x", '<a href="https://x.org">x</a>'],
  ["<3 & <b", "Text."],
];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const day = (n: number) => `2024-01-${`${n + 1}`.padStart(2, "0")}`;

/** A film, a viewing with a tag, a review and a list for each text; all else is alike. */
function writeExport(folder: string, texts: string[], reviewTexts: string[]): void {
  const rows = (row: (text: string, n: number) => string) => texts.map(row).join("");
  const review = (n: number) => reviewTexts[n % reviewTexts.length] ?? "";
  const film = (text: string, n: number) => `${quoted(text)},2000,https://boxd.it/f${n}`;
  const entry = (text: string, n: number) => `${day(n)},${quoted(text)},2000,https://boxd.it/e${n}`;
  const files: Record<string, string> = {
    "watched.csv": WATCHED + rows((text, n) => `${day(n)},${film(text, n)}\n`),
    "diary.csv":
      DIARY + rows((text, n) => `${entry(text, n)},4,,${quoted(`${text}, t${n}`)},${day(n)}\n`),
    "reviews.csv":
      REVIEWS + rows((text, n) => `${entry(text, n)},4,,${quoted(review(n))},,${day(n)}\n`),
    "watchlist.csv": WATCHED + rows((text, n) => `${day(n)},${quoted(text)},2031,\n`),
    "profile.csv": `Username,Given Name,Family Name\nida,${quoted(texts.join(" "))},Sample\n`,
  };
  for (const [n, text] of texts.entries()) {
    files[`lists/l${n}.csv`] = [
      "Letterboxd list export v7\nDate,Name,Tags,URL,Description",
      `${day(n)},${quoted(text)},${quoted(text)},,${quoted(review(n))}\n`,
      `Position,Name,Year,URL,Description\n1,${film(text, n)},${quoted(review(n + 1))}\n`,
    ].join("\n");
  }
  mkdirSync(join(folder, "lists"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

interface Page {
  /** Every element with the names of its attributes, sorted. */
  elements: string[];
  /** Blanks evened out; without scripts and styles. */
  text: string;
  heading: string;
  title: string;
  addresses: string[];
}

function readPage(html: string): Page {
  const page: Page = { elements: [], text: "", heading: "", title: "", addresses: [] };
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      open.push(name);
      page.elements.push(`${name} ${Object.keys(attributes).sort().join(" ")}`);
      for (const key of ["href", "src"]) if (attributes[key]) page.addresses.push(attributes[key]);
    },
    ontext(text) {
      if (open.includes("script") || open.includes("style")) return;
      page.text += text;
      if (open.includes("h1")) page.heading += text;
      if (open.includes("title") && !open.includes("svg")) page.title += text;
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(html);
  page.elements.sort();
  page.text = page.text.replace(/\s+/g, " ");
  return page;
}

let home: string;
const read = (site: string, file: string) => readFileSync(join(home, site, "out", file), "utf8");
const pageOf = (site: string, file: string) => readPage(read(site, file));
const pagesOf = (site: string) =>
  listFiles(join(home, site, "out")).filter((file) => file.endsWith(".html"));
const filmsOf = (site: string): { name: string; path: string }[] =>
  JSON.parse(read(site, "data/films.json"));
const elementsByFolder = (site: string) =>
  pagesOf(site)
    .map((file) => `${dirname(dirname(file))}: ${pageOf(site, file).elements.join(", ")}`)
    .sort();
const filmPage = (path: string) => `${path.slice(1)}index.html`;

async function build(site: string, texts: string[], reviewTexts: string[]): Promise<void> {
  const folder = join(home, site);
  writeExport(join(folder, "data"), texts, reviewTexts);
  const env = {
    DATA_DIR: join(folder, "data"),
    CACHE_DIR: join(folder, "cache"),
    BUILD_DATE: "2024-06-30",
    PUBLISH: "all",
  };
  const outcome = await runScript("build", { args: ["--out", join(folder, "out")], env });
  expect(outcome.code, outcome.stderr).toBe(0);
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "film-ledger-hostile-"));
  const [hostile, harmless] = [0, 1].map((side) => reviews.map((pair) => pair[side] ?? ""));
  await build(
    "hostile",
    typed.map(([text]) => text),
    hostile ?? [],
  );
  await build(
    "harmless",
    typed.map((_, n) => `Plain ${n}`),
    harmless ?? [],
  );
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("an export of hostile texts", () => {
  test("gives every page the elements and attributes it has with harmless ones", () => {
    const pages = pagesOf("hostile");
    expect(filmsOf("hostile")).toHaveLength(typed.length);
    expect(pages.length).toBeGreaterThan(typed.length);
    // Addresses are made of names, so a page is known by its folder alone.
    expect(elementsByFolder("hostile")).toEqual(elementsByFolder("harmless"));
  });

  test("shows names as text in headings, titles and data", () => {
    const records: { name: string; path: string }[] = parse(read("hostile", "data/films.csv"), {
      columns: true,
    });
    for (const [n, { name, path }] of filmsOf("hostile").entries()) {
      const shown = typed[n]?.[1];
      const { heading, title } = pageOf("hostile", filmPage(path));
      expect([name, heading, title]).toEqual([
        shown,
        `${shown} 2000`,
        `${shown} (2000) · Film Ledger`,
      ]);
      expect(records[n]?.name).toBe(/^[=+\-@\t]/.test(name) ? `'${name}` : name);
      expect(path).toMatch(/^\/films\/[a-z0-9_~-]+\/$/);
    }
  });

  test("shows tags, lists and the member's name as text", () => {
    const texts = filmsOf("hostile").map(({ path }) => pageOf("hostile", filmPage(path)).text);
    for (const [n, [, shown]] of typed.entries()) {
      // In the heading, in a tag before the harmless one, and as the name of a list.
      expect(texts[n]).toContain(`${shown}, t${n}`);
      expect(texts[n]?.split(shown).length).toBeGreaterThan(3);
      expect(texts[n]).toContain(`Kept by ${typed.map(([, name]) => name).join(" ")} Sample.`);
    }
  });

  test("leads nowhere but to pages and http addresses, and runs nothing but the site's files", () => {
    for (const file of pagesOf("hostile")) {
      const { addresses } = pageOf("hostile", file);
      const odd = addresses.filter(
        (address) => !/^(?:https?:\/\/|\/|#|data:image\/)/.test(address),
      );
      expect([file, odd]).toEqual([file, []]);
    }
  });

  test("no file holds a control character or one that turns the direction of writing", () => {
    const files = listFiles(join(home, "hostile/out")).filter(
      (file) => !/\.(?:woff2?|png)$/.test(file),
    );
    const odd = files.filter((file) =>
      /(?![\t\r\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(read("hostile", file)),
    );
    expect(files.length).toBeGreaterThan(typed.length);
    expect(odd).toEqual([]);
  });
});
