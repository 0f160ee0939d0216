import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScript } from "../support/command.ts";
import { fingerprint, newOwner, type Owner } from "../support/owner.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

let server: TmdbServer;
const owners: Owner[] = [];

beforeAll(async () => {
  server = await startTmdbServer();
});

afterAll(async () => {
  for (const owner of owners) owner.remove();
  await server.close();
});

function owner(settings?: Record<string, string>): Owner {
  const fresh = newOwner(server, settings);
  owners.push(fresh);
  return fresh;
}

type Row = Record<string, string>;

function rowsOf(dataDir: string, file: string): Row[] {
  const text = readFileSync(join(dataDir, file), "utf8");
  if (!file.startsWith("lists/")) return parse(text, { columns: true });
  // A list begins with a table about itself.
  return parse(text.slice(text.indexOf("Position,")), { columns: true });
}

const listFilesOf = (dataDir: string) =>
  readdirSync(join(dataDir, "lists")).map((name) => `lists/${name}`);

/** The addresses of films in these files. */
function filmAddresses(dataDir: string, files: string[]): Set<string> {
  const addresses = files.flatMap((file) =>
    rowsOf(dataDir, file).map((row) => row["Letterboxd URI"] || row.URL || ""),
  );
  return new Set(addresses.filter((address) => address !== ""));
}

/** Takes ten films that no other file mentions out of watched.csv and returns their lines. */
function removeTenFilms(dataDir: string): string[] {
  const others = [
    ...["ratings.csv", "diary.csv", "reviews.csv", "watchlist.csv", "likes/films.csv"],
    ...listFilesOf(dataDir),
  ].flatMap((file) => rowsOf(dataDir, file));
  const mentioned = new Set(others.map(({ Name, Year }) => `${Name},${Year}`));
  const path = join(dataDir, "watched.csv");
  const lines = readFileSync(path, "utf8").trimEnd().split(/\r?\n/);
  const alone = lines.slice(1).filter((line) => {
    const [, name, year, ...rest] = line.split(",");
    return rest.length === 1 && !mentioned.has(`${name},${year}`);
  });
  const ten = alone.slice(0, 10);
  expect(ten).toHaveLength(10);
  writeFileSync(path, `${lines.filter((line) => !ten.includes(line)).join("\n")}\n`);
  return ten;
}

const seen = (who: Owner) =>
  (who.json("data/summary.json") as { films: { seen: number; matched: number } }).films;

const requestsFor = (paths: RegExp) =>
  [...server.counters.paths]
    .filter(([path]) => paths.test(path))
    .reduce((sum, [, requests]) => sum + requests, 0);

/** Hardly known films are held against the series of their title, which is counted apart. */
const requestsAboutFilms = () => requestsFor(/^\/3\/(search\/movie|movie\/)/);
const requestsAboutPeople = () => requestsFor(/^\/3\/person\//);

describe("what a build asks of TMDB", () => {
  test("two requests a film the first time, none the second, two for each film that was added", async () => {
    server.resetCounters();
    const somebody = owner();
    const ten = removeTenFilms(somebody.dataDir);
    const { dataDir } = somebody;
    const films = filmAddresses(dataDir, ["watched.csv", "ratings.csv"]);

    const cold = await somebody.build();
    expect(cold).toMatchObject({ code: 0, stdout: "" });
    expect(seen(somebody)).toMatchObject({ seen: 535, matched: 530 });
    expect(server.counters.details).toBeGreaterThan(films.size * 0.95);
    expect(requestsAboutFilms()).toBeLessThanOrEqual(2.1 * films.size);
    expect(server.counters.repeated).toBe(0);
    // Twenty directors and twenty actors, of whom some are both.
    expect(requestsAboutPeople()).toBeGreaterThan(30);
    expect(requestsAboutPeople()).toBeLessThanOrEqual(40);

    server.resetCounters();
    const before = fingerprint(somebody.out);
    expect(await somebody.build()).toMatchObject({ code: 0 });
    expect(server.counters.requests).toBe(0);
    expect(fingerprint(somebody.out)).toBe(before);

    // From here on enrich asks in the build's place, by the same steps and without making pages.
    const enrich = (env?: Record<string, string>) =>
      runScript("enrich", { env: { ...somebody.env, ...env } });
    appendFileSync(join(somebody.dataDir, "watched.csv"), `${ten.join("\n")}\n`);
    expect(await enrich()).toMatchObject({ code: 0 });
    expect(requestsAboutFilms()).toBeGreaterThanOrEqual(10);
    expect(requestsAboutFilms()).toBeLessThanOrEqual(21);
    // Ten films may put other people among the twenty.
    expect(requestsAboutPeople()).toBeLessThanOrEqual(5);
    const { stdout } = await somebody.doctor(["--json"]);
    expect(JSON.parse(stdout).films).toMatchObject({ seen: 545, matched: 540 });

    // Films of lists and of the watchlist are asked for as soon as they are public.
    const wanted = filmAddresses(dataDir, ["watchlist.csv", ...listFilesOf(dataDir)]);
    const more = wanted.difference(films).size;
    server.resetCounters();
    expect(await enrich({ PUBLISH: "lists,watchlist" })).toMatchObject({ code: 0 });
    expect(more).toBeGreaterThan(50);
    expect(server.counters.details).toBeGreaterThan(more * 0.95);
    expect(requestsAboutFilms()).toBeLessThanOrEqual(2.1 * more);
  });
});
