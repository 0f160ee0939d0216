import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Publishable, publishables } from "../../src/settings.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";
import { runScript } from "./command.ts";
import { listFiles, newOwner, type Owner } from "./owner.ts";
import { copyProject } from "./project.ts";

// Everything that any key may show is asked for, so that nothing is absent for another reason.
const settings = { filmographies: true, collections: true, owner: "Wilhelmina Prüfstein" };

/** Words of the sample's owner that are in the site if, and only if, the key is switched on. */
const words: Record<Publishable, string> = {
  reviews: "Ninety minutes of somebody waiting for a result",
  tags: "the Rialto",
  lists: "Rainy Sundays",
  listNotes: "Dry, but everyone sweats.",
  watchlist: ", on the watchlist",
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

/** The film is not seen any more, but on the watchlist: one of a collection that lacks it now. */
function wishFor(name: string): void {
  const rowsOf = (file: string) => readFileSync(join(owner.dataDir, file), "utf8").split("\n");
  const isMeant = (row: string) => row.includes(`,${name},`);
  const wanted = rowsOf("watched.csv").filter(isMeant);
  expect(wanted).toHaveLength(1);
  for (const file of ["watched.csv", "ratings.csv", "diary.csv", "likes/films.csv"]) {
    const left = rowsOf(file).filter((row) => !isMeant(row));
    writeFileSync(join(owner.dataDir, file), left.join("\n"));
  }
  appendFileSync(join(owner.dataDir, "watchlist.csv"), `${wanted.join()}\n`);
}

const allBut = (key: Publishable) => publishables.filter((other) => other !== key).join();

beforeAll(async () => {
  server = await startTmdbServer();
  project = copyProject(settings);
  owner = newOwner(server, { BUILD_DATE: "2026-11-20" }, project.root);
  wishFor("The Matrix Reloaded");
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
  if (place === "every page") return /\.html$/;
  const path = place.replaceAll("`", "");
  return path.includes("*")
    ? new RegExp(`^${path.replace("*", "[^/]+")}index\\.html$`)
    : new RegExp(`^${path}`);
}

describe.each(publishables)("publish.%s", (key) => {
  test("changes the files that the README names, and only these", () => {
    const changed = differing(everything, allBut(key)).filter(
      (file) => file !== "about/index.html",
    );
    const places = promised.get(key) ?? [];
    expect(places.length).toBeGreaterThan(0);
    expect(changed.filter((file) => !places.some((place) => place.test(file)))).toEqual([]);
    expect(places.filter((place) => !changed.some((file) => place.test(file)))).toEqual([]);
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
