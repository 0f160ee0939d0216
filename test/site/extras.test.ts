import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScript } from "../support/command.ts";
import { fingerprint, listFiles, newOwner, type Owner } from "../support/owner.ts";
import { copyProject } from "../support/project.ts";
import { film } from "../tmdb/world.ts";
import { image } from "../tmdbServer/image.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

const saga = { belongs_to_collection: { id: 70, name: "The Noir Collection" } };
const poster = (name: string) => ({ poster_path: `/${name}.jpg` });

// Ida Lupino, person 9, directed all. Of the seven, four are out, no videos, and not for adults: three
// of them are seen. The collection has three parts, of which two are seen.
const catalogue = [
  film(1, "Not Wanted", 1949, { ...saga, ...poster("wanted") }),
  film(2, "Outrage", 1950, { ...saga, ...poster("outrage") }),
  film(3, "The Bigamist", 1953, poster("bigamist")),
  film(4, "The Hitch-Hiker", 1953, { ...saga, ...poster("hiker") }),
  film(5, "On the Set", 1954, { video: true }),
  film(6, "Not Yet", 2031),
  film(7, "Never Dated", 1955, { release_date: "" }),
];
const row = (name: string, year: number) =>
  `2024-06-30,${name},${year},https://boxd.it/${name.length}x${year}`;
const csv = (...rows: string[]) => ["Date,Name,Year,Letterboxd URI", ...rows, ""].join("\n");
const seen = [row("Not Wanted", 1949), row("Outrage", 1950), row("The Bigamist", 1953)];

let server: TmdbServer;
let project: ReturnType<typeof copyProject>;
const owners: Owner[] = [];

function newcomer(root?: string, settings: Record<string, string> = {}): Owner {
  const owner = newOwner(server, { BASE_PATH: "/ledger", ...settings }, root);
  owners.push(owner);
  rmSync(owner.dataDir, { recursive: true });
  mkdirSync(owner.dataDir);
  writeFileSync(join(owner.dataDir, "watched.csv"), csv(...seen));
  writeFileSync(join(owner.dataDir, "watchlist.csv"), csv(row("The Hitch-Hiker", 1953)));
  return owner;
}

beforeAll(async () => {
  server = await startTmdbServer({ films: catalogue });
  project = copyProject({
    filmographies: "all",
    posters: "local",
    publish: { watchlist: true },
  });
});

afterAll(async () => {
  for (const owner of owners) owner.remove();
  project.remove();
  await server.close();
});

const pageOf = (owner: Owner, path: string) => parseHTML(owner.read(`${path}index.html`)).document;

const textOf = (page: Document, selector = "main") =>
  (page.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();

/** Heading and content of the section with this heading. */
const section = (page: Document, heading: string) =>
  [...page.querySelectorAll("section")].find(
    (it) => it.querySelector("h2")?.textContent === heading,
  ) ?? null;

const imagesOf = (page: Document) =>
  [...page.querySelectorAll(".poster img")].map((it) => it.getAttribute("src"));

const policyOf = (page: Document) =>
  page.querySelector("meta[http-equiv=Content-Security-Policy i]")?.getAttribute("content");

const navigation = (page: Document) =>
  [...page.querySelectorAll("nav a")].map((link) => link.textContent);

describe("with filmographies, collections and local posters", () => {
  let owner: Owner;
  let said: string;

  beforeAll(async () => {
    owner = newcomer(project.root);
    server.resetCounters();
    // TMDB has lost one small poster.
    server.fault = ({ path }) => (path === "/t/p/w154/outrage.jpg" ? { status: 404 } : undefined);
    const { code, stderr } = await owner.build();
    server.fault = null;
    expect(code, stderr).toBe(0);
    said = stderr;
  });

  test("each is asked for once, and nothing in the next build, which makes the same site", async () => {
    // Four films with a search and details each, a person, a collection, three posters in two sizes.
    expect(server.counters).toMatchObject({ requests: 16, images: 6, repeated: 0 });
    expect(said).toContain(
      "TMDB: 1 of 1 filmographies, 1 of 1 collections, 2 of 3 posters.\n  1 poster is missing: a placeholder is drawn instead.",
    );
    const before = fingerprint(owner.out);
    for (const settings of [{}, { OFFLINE: "1" }, { TMDB_API_TOKEN: "" }] as Record<
      string,
      string
    >[]) {
      const { code, stderr } = await owner.build(settings);
      expect(code, stderr).toBe(0);
      expect(fingerprint(owner.out)).toBe(before);
    }
    expect(server.counters.requests).toBe(16);
  });

  test("a director's page says how many films are seen and names the others", () => {
    const page = pageOf(owner, "people/ida-lupino-9/");
    expect(textOf(page, ".figures")).toContain("3 of 4");
    const missing = section(page, "1 film directed not yet seen");
    expect(textOf(missing as unknown as Document, "ul")).toBe(
      "The Hitch-Hiker 1953, on the watchlist",
    );
    expect(missing?.querySelector("li a")?.getAttribute("href")).toBe(
      "https://www.themoviedb.org/movie/4",
    );
  });

  test("a collection has a page with what is seen and what is missing, found from everywhere", () => {
    const path = "/ledger/collections/the-noir-70/";
    const page = pageOf(owner, "collections/the-noir-70/");
    expect(textOf(page, "h1")).toBe("The Noir: 2 of 3 films seen");
    expect(textOf(page, ".figures")).toContain("Films 2 of 3");
    const parts = section(page, "In order of release, 1 still to see");
    expect(parts?.querySelectorAll(".strip > li")).toHaveLength(3);
    expect(parts?.querySelectorAll(".is-missing")).toHaveLength(1);
    expect(parts?.textContent).toContain("1953, not seen, on the watchlist");

    const index = pageOf(owner, "collections/");
    expect(section(index, "One film short")?.textContent).toContain("1 to go: The Hitch-Hiker");
    const fact = [...pageOf(owner, "films/outrage-1950/").querySelectorAll("dd")].find((it) =>
      it.textContent?.includes("The Noir"),
    );
    expect(fact?.textContent).toBe("The Noir, 2 of 3 seen");
    for (const from of [index, fact]) {
      expect(from?.querySelector(`a[href="${path}"]`)).not.toBeNull();
    }
    expect(navigation(pageOf(owner, ""))).toContain("Collections");
  });

  test("posters are files of the site, as TMDB gave them, and a placeholder stands for a lost one", () => {
    const files = owner.files().filter((file) => file.startsWith("posters/"));
    expect(files).toEqual([
      "posters/w154/bigamist.jpg",
      "posters/w154/wanted.jpg",
      "posters/w342/bigamist.jpg",
      "posters/w342/outrage.jpg",
      "posters/w342/wanted.jpg",
    ]);
    for (const file of files) {
      const [, size = "", name = ""] = file.split("/");
      expect(readFileSync(join(owner.out, file)).equals(image(size, name) ?? Buffer.alloc(0))).toBe(
        true,
      );
    }
    // Its own, and those of other films by its director.
    expect(imagesOf(pageOf(owner, "films/outrage-1950/"))).toEqual([
      "/ledger/posters/w342/outrage.jpg",
      "/ledger/posters/w154/bigamist.jpg",
      "/ledger/posters/w154/wanted.jpg",
    ]);
    const director = pageOf(owner, "people/ida-lupino-9/");
    expect(imagesOf(director)).toEqual([
      "/ledger/posters/w154/bigamist.jpg",
      "/ledger/posters/w154/wanted.jpg",
    ]);
    // The placeholder of Outrage: a small one has no words.
    expect(director.querySelectorAll(".poster:not(:has(img))")).toHaveLength(1);
  });

  test("no page loads anything from elsewhere, and none is allowed to", () => {
    for (const file of owner.files().filter((name) => name.endsWith(".html"))) {
      const html = owner.read(file);
      expect(html, file).not.toContain(server.imageUrl);
      const { document } = parseHTML(html);
      expect(policyOf(document), file).toMatch(/img-src 'self';/);
    }
    expect(textOf(pageOf(owner, "about/"))).toContain("Nothing is fetched while you read.");
  });

  test("the built site is sound", async () => {
    const { code, stderr } = await runScript("checkSite", {
      args: [owner.out],
      env: owner.env,
      root: project.root,
    });
    expect(code, stderr).toBe(0);
  });

  test("doctor shows the settings that differ", async () => {
    const { stdout } = await owner.doctor([]);
    for (const setting of [/posters +local/, /filmographies +all/]) {
      expect(stdout).toMatch(setting);
    }
  });

  test("what is on the watchlist is not given away where it is withheld", async () => {
    const { code, stderr } = await owner.build({ PUBLISH: "none" });
    expect(code, stderr).toBe(0);
    const pages = listFiles(owner.out).filter((file) => file.endsWith(".html"));
    expect(pages.filter((file) => owner.read(file).includes("1953, on the watchlist"))).toEqual([]);
    expect(owner.read("people/ida-lupino-9/index.html")).toContain("The Hitch-Hiker");
  });

  test("posters of films that are gone are not brought along", async () => {
    writeFileSync(join(owner.dataDir, "watched.csv"), csv(...seen.slice(0, 2)));
    const { code, stderr } = await owner.build();
    expect(code, stderr).toBe(0);
    expect(owner.files().filter((file) => file.includes("bigamist"))).toEqual([]);
    expect(listFiles(owner.cacheDir)).toContain("posters/w154/bigamist.jpg");
  });
});

describe("without these settings", () => {
  let owner: Owner;
  const bare = copyProject({ filmographies: 0, collections: false });

  afterAll(() => bare.remove());

  beforeAll(async () => {
    owner = newcomer(bare.root);
    server.resetCounters();
    const { code, stderr } = await owner.build();
    expect(code, stderr).toBe(0);
  });

  test("nothing but films is asked for", () => {
    expect(server.counters).toMatchObject({ requests: 6, images: 0 });
  });

  test("a collection shows its seen films and does not say of how many", () => {
    const page = pageOf(owner, "collections/the-noir-70/");
    expect(textOf(page, "h1")).toBe("2 films of the collection The Noir");
    expect(page.body.textContent).not.toContain("not seen");
    expect(textOf(pageOf(owner, "films/outrage-1950/"), ".facts")).toContain("The Noir, 2 seen");
    expect(textOf(pageOf(owner, "collections/"), ".boxed")).toBe("The Noir 2");
  });

  test("a director's page counts what is seen", () => {
    const page = pageOf(owner, "people/ida-lupino-9/");
    expect(textOf(page, ".figures")).toMatch(/^Films 3 /);
    expect(page.body.textContent).not.toContain("not seen");
  });

  test("posters come from TMDB, from where pages may load images", () => {
    expect(owner.files().filter((file) => file.startsWith("posters/"))).toEqual([]);
    expect(imagesOf(pageOf(owner, "films/outrage-1950/"))).toEqual([
      `${server.imageUrl}/w342/outrage.jpg`,
      `${server.imageUrl}/w154/bigamist.jpg`,
      `${server.imageUrl}/w154/wanted.jpg`,
    ]);
    const { origin } = new URL(server.imageUrl);
    expect(policyOf(pageOf(owner, ""))).toContain(`img-src 'self' ${origin};`);
  });

  test("where no collection has two seen films, the navigation does not lead to them", async () => {
    writeFileSync(join(owner.dataDir, "watched.csv"), csv(...seen.slice(1)));
    const { code, stderr } = await owner.build();
    expect(code, stderr).toBe(0);
    expect(navigation(pageOf(owner, ""))).not.toContain("Collections");
    expect(owner.files().filter((file) => file.startsWith("collections/"))).toEqual([
      "collections/index.html",
    ]);
    expect(textOf(pageOf(owner, "films/outrage-1950/"), ".facts")).toMatch(/Collection ?The Noir$/);
  });
});
