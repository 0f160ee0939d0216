import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { stackPattern } from "../support/command.ts";
import { type PageServer, startServer } from "../support/pageServer.ts";
import { copyProject } from "../support/project.ts";
import { layOutSecrets, leaks, privateFiles, secretTexts, within } from "../support/secrets.ts";

const project = copyProject({ title: "First title" });
const home = mkdtempSync(join(tmpdir(), "film-ledger-dev-"));
const data = join(home, "data");
const dev: PageServer = await startOnce();

afterAll(async () => {
  await dev.stop();
  project.remove();
  rmSync(home, { recursive: true });
});

async function startOnce(): Promise<PageServer> {
  mkdirSync(data);
  writeDiary(4);
  return startServer("dev", {
    root: project.root,
    env: {
      DATA_DIR: data,
      CACHE_DIR: join(home, "cache"),
      BUILD_DATE: "2026-01-01",
      // What .env shall say.
      BASE_PATH: undefined,
      PUBLISH: undefined,
    },
  });
}

/** So many films, each seen on a day of its own in 2025: "Film 1" on 1 January. */
function writeDiary(films: number): void {
  const rows = Array.from({ length: films }, (_, i) => {
    const day = new Date(Date.UTC(2025, 0, i + 1)).toISOString().slice(0, 10);
    return `${day},Film ${i + 1},2000,https://boxd.it/e${i + 1},4,,tell-nobody,${day}`;
  });
  const head = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date";
  writeFileSync(join(data, "diary.csv"), `${[head, ...rows].join("\n")}\n`);
}

/** How many viewings the diary of 2025 speaks of, each time it does. */
async function viewingsOf2025(): Promise<{ heading: number; figure: number; rows: number }> {
  const { document } = parseHTML((await dev.get("/diary/2025/")).body);
  const main = document.querySelector("main")?.textContent ?? "";
  const months = [...document.querySelectorAll("main h2")].map(
    ({ textContent }) => textContent ?? "",
  );
  return {
    heading: months.reduce((sum, text) => sum + Number(/, (\d+) viewing/.exec(text)?.[1]), 0),
    figure: Number(/Viewings\s+(\d+)/.exec(main)?.[1]),
    rows: document.querySelectorAll(".month-list li").length,
  };
}

const settings = (text: string) => writeFileSync(join(project.root, "site.config.ts"), text);
const title = async () =>
  /<title>(.*)<\/title>/.exec((await dev.get("/films/film-1-2000/")).body)?.[1];

describe("the dev server", () => {
  beforeEach(async () => {
    writeDiary(4);
    await dev.until("/diary/2025/", /^(?!.*Film 5)/);
  });

  test("shows a new viewing of a new film on every page, those that were asked for before too", async () => {
    expect(await dev.words("/films/film-4-2000/")).toContain("Film 4");
    expect((await dev.get("/films/film-5-2000/")).status).toBe(404);
    expect(await viewingsOf2025()).toEqual({ heading: 4, figure: 4, rows: 4 });
    expect(await dev.words("/")).not.toContain("Film 5");

    writeDiary(5);
    await dev.until("/films/film-5-2000/", /Film 5/);
    expect(await viewingsOf2025()).toEqual({ heading: 5, figure: 5, rows: 5 });
    expect(await dev.words("/")).toContain("Film 5");
    expect(JSON.parse((await dev.get("/data/summary.json")).body).viewings.total).toBe(5);
  });

  test("forgets a film that is gone", async () => {
    writeDiary(3);
    await dev.until("/films/film-4-2000/", 404);
    expect(await viewingsOf2025()).toEqual({ heading: 3, figure: 3, rows: 3 });
  });

  test("shows no page half old and half new, however fast the edits come", async () => {
    const seen = new Set<number>();
    let isOver = false;
    const reader = async () => {
      while (!isOver) {
        const { heading, figure, rows } = await viewingsOf2025();
        expect([figure, rows]).toEqual([heading, heading]);
        seen.add(heading);
      }
    };
    const readers = [reader(), reader(), reader()];
    for (let films = 5; films <= 24; films += 1) {
      writeDiary(films);
      if (films % 5 === 4) await dev.until(`/films/film-${films}-2000/`, /Film/);
      else await delay(40);
    }
    isOver = true;
    await Promise.all(readers);
    expect(await viewingsOf2025()).toEqual({ heading: 24, figure: 24, rows: 24 });
    expect(seen.size).toBeGreaterThan(1);
  });

  test("says what is wrong with a broken file, keeps the pages, and goes on when it is mended", async () => {
    writeFileSync(join(data, "diary.csv"), "Name\nFilm 1\n");
    await expect.poll(dev.said, { timeout: 60_000 }).toMatch(/! .*\ndiary\.csv, line 1: .*column/);
    expect(await viewingsOf2025()).toEqual({ heading: 4, figure: 4, rows: 4 });
    writeDiary(6);
    await dev.until("/films/film-6-2000/", /Film 6/);
    appendFileSync(join(data, "diary.csv"), '2025-01-01,"Film 1\n');
    await expect
      .poll(dev.said, { timeout: 60_000 })
      .toMatch(/! diary\.csv, line \d+: Broken quotes/);
  });

  test("says that the data is gone, and goes on when it is back", async () => {
    rmSync(data, { recursive: true });
    await expect.poll(dev.said, { timeout: 60_000 }).toContain(`no file or folder ${data}`);
    expect(await viewingsOf2025()).toEqual({ heading: 4, figure: 4, rows: 4 });
    mkdirSync(data);
    writeDiary(7);
    await dev.until("/films/film-7-2000/", /Film 7/);
    writeDiary(8);
    await dev.until("/films/film-8-2000/", /Film 8/);
  });

  test("acts on overrides.csv when it comes, changes and goes", async () => {
    const file = join(data, "overrides.csv");
    const place = `${file}, line`;
    const times = () => dev.said().split(place).length - 1;
    writeFileSync(file, "Name,Year,Letterboxd URI,TMDB\nFilm 1,2000,,none\nFilm 99,2000,,none\n");
    await expect.poll(times, { timeout: 60_000 }).toBe(1);
    await dev.until("/films/film-1-2000/", /overrides\.csv/);
    rmSync(file);
    await dev.until("/films/film-1-2000/", /^(?!.*overrides\.csv)/);
  });

  test("acts on site.config.ts, says what is wrong with a broken one, and keeps the pages", async () => {
    settings('export default { title: "Second title" };\n');
    await expect.poll(title, { timeout: 60_000 }).toContain("Second title");
    settings('export default {\n  title: "Third"\n  locale: "de-DE",\n};\n');
    await expect.poll(dev.said, { timeout: 60_000 }).toMatch(/site\.config\.ts, line 3, cannot/);
    expect(await title()).toContain("Second title");
    rmSync(join(project.root, "site.config.ts"));
    await expect.poll(dev.said, { timeout: 60_000 }).toContain("git checkout site.config.ts");
    expect(await title()).toContain("Second title");
    settings('export default { title: "First title" };\n');
    await expect.poll(title, { timeout: 60_000 }).toContain("First title");
  });

  test("acts on .env when it comes and goes, also on what Astro knows from its start on", async () => {
    const file = join(project.root, ".env");
    writeFileSync(file, "PUBLISH=tags\n");
    await dev.until("/films/film-1-2000/", /tell-nobody/);
    writeFileSync(file, "BASE_PATH=/ledger\n");
    await dev.until("/ledger/films/film-1-2000/", /Film 1/);
    expect(await dev.words("/ledger/films/film-1-2000/")).not.toContain("tell-nobody");
    writeDiary(9);
    await dev.until("/ledger/films/film-9-2000/", /Film 9/);
    rmSync(file);
    await dev.until("/films/film-9-2000/", /Film 9/);
    expect((await dev.get("/ledger/films/film-9-2000/")).status).toBe(404);
  });
});

describe("what is private", () => {
  beforeAll(() => layOutSecrets(project.root));

  test.each(privateFiles)("%s is not handed out", async (file) => {
    const { status } = await dev.get(`/${file}`, {});
    expect([403, 404]).toContain(status);
    expect(await leaks(dev, project.root, file)).toEqual([]);
  });

  test("an export outside the project is not handed out either", async () => {
    expect(await leaks(dev, data, "diary.csv")).toEqual([]);
  });

  test("what pages are made of is", async () => {
    expect((await dev.get("/src/styles/base.css?direct", {})).body).toContain("{");
    expect((await dev.get("/favicon.svg", {})).body).toContain("<svg");
    expect((await dev.get("/@vite/client", {})).status).toBe(200);
    expect(JSON.parse((await dev.get("/data/films.json", {})).body)).not.toHaveLength(0);
  });
});

describe("what is private among the files that pages are made of", () => {
  const own = copyProject({ title: "First title" }, { hasOwnModules: true });
  const modules = "node_modules/.cache/film-ledger";
  const secrets = (folder: string) => within(folder, secretTexts);
  const settings = (dataDir: string) =>
    writeFileSync(join(own.root, ".env"), `DATA_DIR=${dataDir}\nCACHE_DIR=${modules}\n`);
  let server: PageServer;

  const exported = (folder: string, film: string) => ({
    ...secrets(folder),
    [`${folder}/watched.csv`]: `Date,Name,Year,Letterboxd URI\n2025-01-01,${film},2000,\n`,
  });

  beforeAll(async () => {
    layOutSecrets(own.root, exported("src/mine", "First"));
    layOutSecrets(own.root, exported("public/mine", "Second"));
    layOutSecrets(own.root, within(modules, { "notes.txt": secretTexts["notes.txt"] }));
    // Nobody's secrets.
    layOutSecrets(own.root, within("src/open", secretTexts));
    symlinkSync(join(own.root, "src/mine"), join(own.root, "src/linked"));
    settings("src/mine");
    const env = { DATA_DIR: undefined, CACHE_DIR: undefined, BUILD_DATE: "2026-01-01" };
    server = await startServer("dev", { root: own.root, env });
  });

  afterAll(async () => {
    await server.stop();
    own.remove();
  });

  test("a search that finds nothing would find it: what is open is given in many ways", async () => {
    const found = await leaks(server, own.root, "src/open/notes.txt");
    for (const query of ["", "?raw", "?inline", "?url&inline"]) {
      expect(found).toContain(`200 /src/open/notes.txt${query} {}`);
    }
  });

  const throughLink = ["profile.csv", "notes.md", "face.svg"].map((file) => `src/linked/${file}`);
  test.each([...Object.keys(secrets("src/mine")), ...throughLink])(
    "%s of an export in src/ is not handed out",
    async (file) => expect(await leaks(server, own.root, file)).toEqual([]),
  );

  test("a cache in node_modules/ is not handed out, and packages are", async () => {
    expect(await leaks(server, own.root, `${modules}/notes.txt`)).toEqual([]);
    expect((await server.get("/node_modules/preact/package.json", {})).body).toContain("preact");
  });

  test("an export in public/ is not handed out, once .env names it", async () => {
    await server.until("/films/first-2000/", /First/);
    settings("public/mine");
    await server.until("/films/second-2000/", /Second/);
    for (const file of ["profile.csv", "notes.md", "notes.ts", "face.svg"]) {
      expect(await leaks(server, own.root, `public/mine/${file}`)).toEqual([]);
    }
    expect((await server.get("/favicon.svg", {})).body).toContain("<svg");
  });
});

test.each(["/..%2fpackage.json", "/%", "/%zz/", "/films/%ff/", "/films/..%2f..%2fpackage.json"])(
  "%s is answered as a page that is not there",
  async (path) => {
    const { status, body } = await dev.get(path);
    expect(status).toBe(404);
    expect(body).toContain("Not found");
    expect(body).not.toMatch(stackPattern);
  },
);
