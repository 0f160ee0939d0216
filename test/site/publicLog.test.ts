import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Outcome, runScript } from "../support/command.ts";
import { newOwner, type Owner } from "../support/owner.ts";
import { copyProject } from "../support/project.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

let server: TmdbServer;
let project: ReturnType<typeof copyProject>;
let owner: Owner;
let summary: string;
/** The line of what was last added, by file. */
const lines: Record<string, number> = {};

/** Films that stand on the watchlist alone: one is unknown to TMDB, for one TMDB fails. */
const [unknown, failing] = ["A Wish Nobody Knows", "The Third Wish"];

beforeAll(async () => {
  server = await startTmdbServer();
  // TMDB is asked about more than the site may show.
  project = copyProject({ enrichLists: true, enrichWatchlist: true });
  owner = newOwner(server, { BUILD_DATE: "2026-11-20" }, project.root);
  summary = join(owner.dataDir, "..", "summary.md");
  // GitHub makes the file before a step.
  writeFileSync(summary, "");
  const add = (file: string, text: string) => {
    lines[file] = linesIn(file) + 1;
    appendFileSync(join(owner.dataDir, file), text);
  };
  for (const name of [unknown, failing]) add("watchlist.csv", `2026-03-04,${name},2021,\r\n`);
  add("reviews.csv", "2026-03-04,Ran,1985,,9,,My secret review,my secret tag,2026-03-03\r\n");
  add("diary.csv", "2026-03-04,Ran,1985,,9,,my secret tag,2026-13-44\r\n");
  add("overrides.csv", `Name,Year,Letterboxd URI,TMDB\n${unknown},2021,,movie/999999\n`);
  add("overrides.csv", "A Secret Slip,1999,,none\n");
  writeFileSync(join(owner.dataDir, "lists/films-for-a-secret.csv"), Buffer.alloc(40));
  server.fault = ({ path, query }) =>
    path === "/3/search/movie" && query.get("query") === failing ? { status: 422 } : undefined;
});

const linesIn = (file: string): number => {
  const path = join(owner.dataDir, file);
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").length - 1 : 0;
};

afterAll(async () => {
  owner.remove();
  project.remove();
  await server.close();
});

/** What the commands of a workflow, or some of them, say, as GitHub shows it; and what each says. */
async function workflow(
  settings: Record<string, string>,
  names = ["enrich", "build", "checkSite"],
): Promise<{ log: string; said: string[]; codes: unknown[] }> {
  const env = { ...owner.env, GITHUB_STEP_SUMMARY: summary, ...settings };
  const args = {
    enrich: [],
    build: ["--out", owner.out],
    checkSite: [owner.out],
    doctor: ["--all"],
  };
  const outcomes: Outcome[] = [];
  for (const name of names as (keyof typeof args)[]) {
    outcomes.push(await runScript(name, { args: args[name], env, root: project.root }));
  }
  const said = outcomes.map(({ stdout, stderr }) => `${stdout}\n${stderr}`);
  return {
    log: [...said, readFileSync(summary, "utf8")].join("\n"),
    said,
    codes: outcomes.map(({ code }) => code),
  };
}

type Row = Record<string, string>;
const rows = (file: string): Row[] =>
  parse(readFileSync(join(owner.dataDir, file), "utf8"), {
    columns: true,
    relax_column_count: true,
  });

/** Titles that only the file names. */
function onlyIn(file: string): string[] {
  const seen = ["watched", "ratings", "diary"].flatMap((name) => rows(`${name}.csv`));
  const titles = new Set(seen.map(({ Name = "" }) => Name));
  return rows(file).flatMap(({ Name = "" }) => (titles.has(Name) ? [] : [Name]));
}

/** What must not be read: by what publishes it. */
const secrets = () => ({
  watchlist: onlyIn("watchlist.csv"),
  lists: ["Rainy Sundays", "rainy-sundays", "films-for-a-secret", "wetness of street"],
  tags: ["my secret tag", "the Rialto", "with M."],
  reviews: ["My secret review"],
  name: ["Ottoline", "Quillfeather", rows("profile.csv")[0]?.Username ?? ""],
  owner: ["A Secret Slip", "Wishes"],
});

const found = (log: string, words: readonly string[]) => words.filter((word) => log.includes(word));

test("a log that all can read names nothing that is withheld, and no day", async () => {
  const { log, said, codes } = await workflow({ GITHUB_ACTIONS: "true", PUBLISH: "none" });
  expect(codes).toEqual([0, 0, 0]);
  expect(secrets().watchlist.length).toBeGreaterThan(50);
  expect(found(log, Object.values(secrets()).flat())).toEqual([]);
  expect(log.match(/\d{4}-\d{2}-\d{2}/g) ?? []).toEqual([]);
  // It says where there is something, and where to read it.
  const [reviews, diary] = [lines["reviews.csv"], lines["diary.csv"]];
  const aboutFiles = [
    "overrides.csv, line 3: a row without effect.",
    "overrides.csv, line 2: a page that TMDB does not have.",
    `diary.csv, line ${diary}: a rating off the half stars.`,
    `diary.csv, line ${diary}: an unreadable Watched Date.`,
    `reviews.csv, line ${reviews}: a rating off the half stars.`,
    "lists/….csv: a file that cannot be read.",
  ];
  for (const line of aboutFiles) expect(log).toContain(`! ${line}\n`);
  expect(log).toContain("TMDB: no data for 1 film:\n  1 film: /search/movie: TMDB answered 422");
  expect(log).toContain("Read: 546 films seen");
  // A build says both once, and the second after all warnings.
  const [, built = ""] = said;
  const closing = "! Details of these warnings are left out of this log";
  expect(built.split(`! ${aboutFiles[3]}\n`)).toHaveLength(2);
  expect(built.split(closing)).toHaveLength(2);
  for (const line of aboutFiles.slice(2)) expect(built.split(closing)[0]).toContain(line);
});

test("doctor is as discreet there, and names all of it at home", async () => {
  const settings = { PUBLISH: "none" };
  const { log, codes } = await workflow({ ...settings, GITHUB_ACTIONS: "true" }, ["doctor"]);
  expect(codes).toEqual([0]);
  expect(found(log, Object.values(secrets()).flat())).toEqual([]);
  expect(log.match(/\d{4}-\d{2}-\d{2}/g) ?? []).toEqual([]);
  expect(log).toMatch(/seen +546\n/);
  expect(log).toMatch(/^Odd\n {2}\S.*\n(?: {2}\S.*\n)* {2}\d+ remarks on your files\n/m);
  expect(log).toContain("At home, npm run doctor shows everything.");
  const atHome = await workflow(settings, ["doctor"]);
  for (const words of ["films-for-a-secret", "Rainy Sundays", "2026-13-44"]) {
    expect(atHome.log).toContain(words);
  }
});

test("at home a build names it all", async () => {
  const settings = { PUBLISH: "none", CACHE_DIR: `${owner.cacheDir}-2` };
  const { log } = await workflow(settings, ["build"]);
  for (const words of [unknown, failing, "films-for-a-secret", "2026-13-44"]) {
    expect(log).toContain(words);
  }
});

test("what is published is named there too", async () => {
  const cache = { CACHE_DIR: `${owner.cacheDir}-3` };
  const settings = { GITHUB_ACTIONS: "true", PUBLISH: "watchlist", ...cache };
  const { log } = await workflow(settings, ["enrich"]);
  expect(log).toContain(failing);
  const { watchlist: _, ...withheld } = secrets();
  expect(found(log, Object.values(withheld).flat())).toEqual([]);
});

test("a file that stops everything is named without what is quoted from it", async () => {
  writeFileSync(
    join(owner.dataDir, "diary.csv"),
    'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n01/02/2024,Ran,1985,,4,,"my secret tag",03/04/2024\n',
  );
  const { log, codes } = await workflow({ GITHUB_ACTIONS: "true", PUBLISH: "none" });
  expect(codes.slice(0, 2)).toEqual([1, 1]);
  expect(log).toContain("diary.csv");
  expect(log).not.toMatch(/0[13]\/0[24]\/2024|my secret tag/);
});
