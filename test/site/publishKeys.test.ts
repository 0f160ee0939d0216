import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Publishable, publishables } from "../../src/publishables.ts";
import { runScript } from "../support/command.ts";
import { listFiles, newOwner, type Owner } from "../support/owner.ts";
import { copyProject } from "../support/project.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

// Everything that any key may show is asked for, so that nothing is absent for another reason.
const settings = { filmographies: true, collections: true, owner: "Wilhelmina Prüfstein" };

/** Words of the sample's owner that are in the site if, and only if, the key is switched on. */
const words: Record<Publishable, string> = {
  reviews: "Ninety minutes of somebody waiting for a result",
  tags: "the Rialto",
  lists: "Rainy Sundays",
  listNotes: "Dry, but everyone sweats.",
  watchlist: ", on the watchlist",
  favourites: 'id="favourites"',
  name: "Wilhelmina Prüfstein",
  exactDates: "21 June 2021",
};

let server: TmdbServer;
let project: ReturnType<typeof copyProject>;
let owner: Owner;
const everything: string = publishables.join();

/** Contents of the site's files by name, by what is published. */
const sites = new Map<string, Map<string, Buffer>>();

async function build(published: string): Promise<void> {
  const out = join(owner.out, published);
  const env = { ...owner.env, PUBLISH: published };
  const { code, stderr } = await runScript("build", {
    args: ["--out", out],
    env,
    root: project.root,
  });
  expect(code, stderr).toBe(0);
  sites.set(
    published,
    new Map(listFiles(out).map((file) => [file, readFileSync(join(out, file))])),
  );
}

/** One of a collection, which is not seen any more, but on the watchlist. */
const wish = "The Matrix Reloaded";

/**
 * Leaves of the sample what the keys need, so that each build is quick: what is reviewed, on a list with
 * notes or in a collection with the wish, and the films seen first and last.
 */
function shortenExport({ dataDir }: Owner): void {
  const rowsOf = (file: string): string[][] =>
    parse(readFileSync(join(dataDir, file), "utf8"), { relax_column_count: true });
  const namesIn = (rows: string[][]) => rows.map(([, name = ""]) => name);
  const [diary, watched] = [rowsOf("diary.csv"), rowsOf("watched.csv")];
  const kept = new Set([
    ...namesIn(rowsOf("reviews.csv")),
    ...namesIn(watched).filter((name) => name.startsWith("The Matrix")),
    ...namesIn(rowsOf("lists/noir-by-wetness-of-street.csv")),
    ...namesIn([...diary.slice(0, 20), ...diary.slice(-10)]),
  ]);
  kept.delete(wish);
  for (const file of ["watched", "ratings", "diary", "reviews", "likes/films"]) {
    const [head = [], ...rows] = rowsOf(`${file}.csv`);
    write(`${file}.csv`, [head, ...rows.filter(([, name = ""]) => kept.has(name))]);
  }
  const [head = []] = rowsOf("watchlist.csv");
  const wanted = watched.filter(([, name]) => name === wish);
  expect(wanted).toHaveLength(1);
  write("watchlist.csv", [head, ...wanted]);

  function write(file: string, rows: string[][]): void {
    const cells = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join());
    writeFileSync(join(dataDir, file), `${cells.join("\n")}\n`);
  }
}

const allBut = (key: Publishable) => publishables.filter((other) => other !== key).join();

beforeAll(async () => {
  server = await startTmdbServer();
  project = copyProject(settings);
  owner = newOwner(server, { BUILD_DATE: "2026-11-20" }, project.root);
  shortenExport(owner);
  await build(everything);
  for (const published of ["none", ...publishables.map(allBut)]) await build(published);
});

afterAll(async () => {
  owner.remove();
  project.remove();
  await server.close();
});

const siteOf = (published: string) => sites.get(published) ?? new Map<string, Buffer>();

/** Files that hold the words. */
const filesWith = (published: string, text: string): string[] =>
  [...siteOf(published)].flatMap(([file, bytes]) => (bytes.includes(text) ? [file] : []));

/** Files that the two sites have not in common, or not with the same bytes. */
function differing(one: string, other: string): string[] {
  const [a, b] = [siteOf(one), siteOf(other)];
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (file) => !a.get(file)?.equals(b.get(file) ?? Buffer.alloc(0)),
  );
}

const everyPage = /\.html$/;

/** Where the README says that each key changes something: patterns of files. */
const promised = new Map(
  Array.from(
    readFileSync("README.md", "utf8").matchAll(
      /^\| `(\w+)` \| `(?:true|false)` \| (.+?) \| .+ \|$/gm,
    ),
    ([, key = "", places = ""]) => [key, places.split(", ").map(patternOf)],
  ),
);

// `films/*/` is the page of every film, `cards/` everything there.
function patternOf(place: string): RegExp {
  if (place === "every page") return everyPage;
  const path = place.replaceAll("`", "");
  return path.includes("*")
    ? new RegExp(`^${path.replace("*", "[^/]+")}index\\.html$`)
    : new RegExp(`^${path}`);
}

describe.each(publishables)("publish.%s", (key) => {
  test("changes the files that the README names, and only these", () => {
    const different = new Set(differing(everything, allBut(key)));
    // What is public is on the about page, and the names of all files are in a file of their own.
    const changed = [...different].filter(
      (file) => !["about/index.html", ".film-ledger-files"].includes(file),
    );
    const places = promised.get(key) ?? [];
    expect(places.length).toBeGreaterThan(0);
    expect(changed.filter((file) => !places.some((place) => place.test(file)))).toEqual([]);
    expect(places.filter((place) => !changed.some((file) => place.test(file)))).toEqual([]);
    if (!places.includes(everyPage)) return;
    const pages = [...siteOf(everything).keys()].filter((file) => everyPage.test(file));
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.filter((page) => !different.has(page))).toEqual([]);
  });

  test("shows its words where it is on, and nowhere where it is off", () => {
    expect(filesWith(everything, words[key]).length).toBeGreaterThan(0);
    expect(filesWith(allBut(key), words[key])).toEqual([]);
    expect(filesWith("none", words[key])).toEqual([]);
  });

  test("takes nothing away that another key shows, but the notes on lists with the lists", () => {
    const others = publishables.filter((other) => other !== key);
    const gone = others.filter((other) => filesWith(allBut(key), words[other]).length === 0);
    expect(gone).toEqual(key === "lists" ? ["listNotes"] : []);
  });

  test("is named on the about page, as public or as withheld", () => {
    const about = (published: string) => `${siteOf(published).get("about/index.html")}`;
    expect(about(everything)).toMatch(/Published by choice: .{20,}Withheld: nothing\./s);
    expect(about(allBut(key))).not.toBe(about(everything));
    expect(about("none")).toContain("Published by choice: nothing.");
  });
});
