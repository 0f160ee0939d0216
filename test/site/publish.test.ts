import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newOwner, type Owner } from "../support/owner.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

let server: TmdbServer;
let owner: Owner;

beforeAll(async () => {
  server = await startTmdbServer();
  owner = newOwner(server, { TMDB_API_TOKEN: "" });
});

afterAll(async () => {
  owner.remove();
  await server.close();
});

const pages = () => owner.files().filter((file) => file.endsWith(".html"));

/** The text of all pages, blanks evened out. */
const words = () =>
  pages()
    .map((file) => parseHTML(owner.read(file)).document.body.textContent ?? "")
    .join("\n")
    .replace(/\s+/g, " ");

type Row = Record<string, string>;
const rows = (file: string): Row[] =>
  parse(readFileSync(join(owner.dataDir, file), "utf8"), { columns: true });

/** "netflix" stands there four times and "Netflix" seven, so that it is shown so. */
const ownersTags = () => [
  ...new Set(
    rows("diary.csv")
      .flatMap(({ Tags = "" }) => Tags.split(", "))
      .filter((tag) => tag.length > 5 && tag !== "netflix"),
  ),
];
const listNames = ["Rainy Sundays", "Women, with a camera", "Noir, by wetness of street"];
/** All there is to read in the site, markup and data too. */
const everything = () =>
  owner
    .files()
    .filter((file) => !/\.woff2?$/.test(file))
    .map((file) => owner.read(file))
    .join("\n");

/** Words of a text that stand in a page as they were typed, whatever becomes of its markup. */
const plainPart = (text: string) => text.split(/["<&\r\n]/).find((part) => part.length > 8) ?? text;

const profile = () => {
  const [member = {}] = rows("profile.csv");
  const cell = (column: string) => member[column] || `no ${column} in the profile`;
  return {
    names: [cell("Given Name"), cell("Family Name")],
    /** What nobody can choose to publish. */
    rest: ["Username", "Email Address", "Location", "Website", "Bio"].map(cell).map(plainPart),
  };
};

const comments = () =>
  ["", "deleted/", "orphaned/"]
    .flatMap((folder) => rows(`${folder}comments.csv`))
    .map(({ Comment = "" }) => plainPart(Comment));

function expectNothingPrivate(): void {
  const withheld = [...profile().rest, ...comments()];
  expect(withheld.length).toBe(11);
  const all = everything();
  expect(all.length).toBeGreaterThan(1_000_000);
  expect(withheld.filter((words) => all.includes(words))).toEqual([]);
}

const reviewWords = "Ninety minutes of somebody waiting for a result";
const noteWords = "Dry, but everyone sweats.";

describe("with PUBLISH=none", () => {
  let text: string;
  beforeAll(async () => {
    const { code, stderr } = await owner.build({ PUBLISH: "none" });
    expect(code, stderr).toBe(0);
    text = words();
  });

  test("no machine-readable file holds an exact date", () => {
    const exact = owner.files().filter((file) => {
      if (!file.startsWith("data/")) return false;
      return /\d{4}-\d{2}-\d{2}/.test(owner.read(file));
    });
    expect(owner.files()).toContain("data/films.csv");
    expect(exact).toEqual([]);
  });

  test("no page holds one, written out or in its markup", () => {
    const months = "January|February|March|April|May|June|July|August|September|October|November";
    const exact = pages().flatMap((file) => {
      const html = owner.read(file);
      const found = [
        ...(html.match(/\d{4}-\d{2}-\d{2}/g) ?? []),
        ...(html.match(new RegExp(`\\b\\d{1,2} (?:${months}|December) \\d{4}`, "g")) ?? []),
        ...Array.from(html.matchAll(/<time[^>]*>([^<]*)</g), ([, day = ""]) => day).filter((day) =>
          /\b\d{1,2}\b/.test(day),
        ),
      ];
      return found.map((date) => `${file}: ${date}`);
    });
    expect(exact).toEqual([]);
  });

  test("no review, tag, list or note is anywhere", () => {
    const withheld = [reviewWords, noteWords, "the Rialto", ...listNames];
    expect(withheld.filter((words) => text.includes(words))).toEqual([]);
  });

  test("the member's name is nowhere, and neither is the rest of the profile or a comment", () => {
    const all = everything();
    expect(profile().names.filter((name) => all.includes(name))).toEqual([]);
    expectNothingPrivate();
  });

  test("doctor says the same as the published summary", async () => {
    const { stdout } = await owner.doctor(["--json"], { PUBLISH: "none" });
    expect(JSON.parse(stdout)).toEqual(owner.json("data/summary.json"));
  });
});

describe("with PUBLISH=all", () => {
  let text: string;
  beforeAll(async () => {
    const { code, stderr } = await owner.build({ PUBLISH: "all" });
    expect(code, stderr).toBe(0);
    text = words();
  });

  test("reviews, tags, lists and their notes are there", () => {
    const published = [reviewWords, noteWords, ...ownersTags(), ...listNames];
    expect(published.length).toBeGreaterThan(15);
    expect(published.filter((words) => !text.includes(words))).toEqual([]);
    expect(text).not.toMatch(/\bnetflix\b/);
  });

  test("what stands in the profile beside the name, and the comments, are nowhere", () => {
    expectNothingPrivate();
  });

  test("days are exact", () => {
    expect(owner.json("data/summary.json")).toMatchObject({ viewings: { first: "2021-06-21" } });
    expect(owner.read("films/cleo-from-5-to-7-1962/index.html")).toContain('datetime="2021-06-21"');
  });

  test("HTML that was typed into a review is shown as meant and runs nothing", () => {
    for (const file of pages()) {
      const { document } = parseHTML(owner.read(file));
      const odd = document.querySelectorAll(".review :is(script, style, iframe, img, [onclick])");
      expect([file, odd.length]).toEqual([file, 0]);
    }
  });
});

describe("with PUBLISH=name,lists", () => {
  beforeAll(async () => {
    const { code, stderr } = await owner.build({ PUBLISH: "name,lists" });
    expect(code, stderr).toBe(0);
  });

  test("every page says at its foot whose films these are", () => {
    const name = profile().names.join(" ");
    expect(name).toBe("Ottoline Quillfeather");
    const without = pages().filter((file) => {
      const footer = parseHTML(owner.read(file)).document.querySelector("footer");
      return !footer?.textContent?.includes(name);
    });
    expect(pages().length).toBeGreaterThan(500);
    expect(without).toEqual([]);
  });

  test("lists are there without their notes", () => {
    const text = words();
    expect(listNames.filter((name) => !text.includes(name))).toEqual([]);
    expect(text).not.toContain(noteWords);
  });

  test("the e-mail address, the rest of the profile and the comments are nowhere", () => {
    expectNothingPrivate();
  });
});

describe("by default", () => {
  beforeAll(async () => {
    const { code, stderr } = await owner.build();
    expect(code, stderr).toBe(0);
  });

  test("the member's name, the rest of the profile and the comments are nowhere", () => {
    const all = everything();
    expect(profile().names.filter((name) => all.includes(name))).toEqual([]);
    expectNothingPrivate();
  });

  test("addresses of diary entries and lists, deleted entries and paths of the owner are nowhere", () => {
    const entries = rows("diary.csv").map((row) => row["Letterboxd URI"] ?? "");
    const films = new Set(rows("watched.csv").map((row) => row["Letterboxd URI"]));
    const addresses = entries.filter((address) => address !== "" && !films.has(address));
    expect(addresses.length).toBeGreaterThan(300);
    const all = owner
      .files()
      .filter((file) => /\.(html|json|csv|js)$/.test(file))
      .map((file) => owner.read(file))
      .join("\n");
    const published = new Set(all.match(/https:\/\/boxd\.it\/\w+/g));
    expect(addresses.filter((address) => published.has(address))).toEqual([]);
    expect(all).not.toContain(owner.dataDir);
    expect(all).not.toContain(process.cwd());
  });
});
