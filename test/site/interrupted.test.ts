import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkSite } from "../../src/audit/checkSite.ts";
import { stackPattern, startScript } from "../support/command.ts";
import { fingerprint, keepFirstFilms, newOwner, type Owner } from "../support/owner.ts";
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

const newcomer = (films: number) => {
  const owner = newOwner(server);
  owners.push(owner);
  keepFirstFilms(owner.dataDir, films);
  return owner;
};

const films = (owner: Owner) =>
  (owner.json("data/summary.json") as { films: { matched: number; series: number } }).films;

test("a killed build loses only what was in flight", async () => {
  const owner = newcomer(200);
  server.resetCounters();
  server.options.latency = 20;
  try {
    const { child, outcome } = owner.startBuild({ TMDB_CONCURRENCY: "4" });
    while (server.counters.requests < 150 && child.exitCode === null) await delay(5);
    child.kill("SIGKILL");
    expect((await outcome).code).toBeNull();
  } finally {
    server.options.latency = 0;
  }
  expect(server.counters.requests).toBeLessThan(300);

  expect(await owner.build()).toMatchObject({ code: 0 });
  // A mini-series, Scenes from a Marriage, is among them.
  expect(films(owner)).toMatchObject({ matched: 199, series: 1 });
  // A film whose search was answered and whose details were not is searched for again: eight films
  // are under way at most, each with the answers of its search or its details unsaved.
  expect(server.counters.repeated).toBeLessThanOrEqual(16);
  // Beside the films: at most forty people, and the collections.
  const { paths } = server.counters;
  const others = [...paths].filter(([path]) => /\/(person|collection)\//.test(path)).length;
  expect(others).toBeLessThan(60);
  expect(server.counters.requests - others).toBeLessThanOrEqual(400 + 16 + 4);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s while pages are made is answered at once and leaves the last site",
  async (signal) => {
    const owner = newcomer(40);
    expect(await owner.build({ OFFLINE: "1" })).toMatchObject({ code: 0 });
    const before = fingerprint(owner.out);

    const { child, outcome } = owner.startBuild({ OFFLINE: "1" });
    let said = "";
    const says = (words: string) =>
      new Promise<boolean>((resolve) => {
        child.stderr?.on("data", (chunk) => {
          said += chunk;
          if (said.includes(words)) resolve(child.exitCode === null);
        });
        child.once("close", () => resolve(false));
      });
    await says("Read: 40 films");
    child.kill(signal);
    expect(await says("Stopping …")).toBe(true);

    const { code, stderr } = await outcome;
    expect({ code, stderr }).toMatchObject({ code: 1 });
    expect(stderr).toContain("Interrupted. The last site is unchanged.");
    expect(stderr).not.toMatch(stackPattern);
    expect(fingerprint(owner.out)).toBe(before);
    expect(readdirSync(dirname(owner.out)).sort()).toEqual(["data", "site"]);
  },
);

test.each([0, 1, 2, 3, 4, 5])(
  "Ctrl-C, which ends the helpers of a build too, is told as such in its part %i of 6",
  async (part) => {
    const owner = newcomer(40);
    const { child, outcome } = startScript("build", {
      args: ["--out", owner.out],
      env: { ...owner.env, OFFLINE: "1" },
      isGroup: true,
    });
    await new Promise((resolve) => child.stderr?.once("data", resolve));
    await delay(700 * part);
    if (child.exitCode === null) process.kill(-(child.pid ?? 0), "SIGINT");
    const { code, stderr } = await outcome;
    expect(stderr).not.toMatch(stackPattern);
    // A build may be quicker than the signal, which then ends a process that is leaving anyway (null).
    if (existsSync(owner.out)) {
      expect([0, null], stderr).toContain(code);
      expect(existsSync(join(owner.out, "data/summary.json"))).toBe(true);
    } else {
      expect({ code, stderr }).toMatchObject({ code: 1 });
      expect(stderr).toContain("Interrupted. The last site is unchanged.");
    }
    expect(readdirSync(dirname(owner.out)).toSorted()).toEqual(
      existsSync(owner.out) ? ["data", "site"] : ["data"],
    );
  },
);

test("an interrupted enrich does not speak of a site", async () => {
  const owner = newcomer(40);
  server.resetCounters();
  server.options.latency = 50;
  try {
    const { child, outcome } = startScript("enrich", { env: owner.env });
    while (server.counters.requests < 3 && child.exitCode === null) await delay(5);
    child.kill("SIGINT");
    const { code, stderr } = await outcome;
    expect(code, stderr).toBe(1);
    expect(stderr).toContain("Interrupted.\nTMDB's answers are kept");
    expect(stderr).not.toContain("site");
  } finally {
    server.options.latency = 0;
  }
});

test("two builds at once both end well and leave one whole site and one whole cache", async () => {
  const owner = newcomer(60);
  const builds = await Promise.all([owner.build(), owner.build()]);
  for (const { code, stderr } of builds) expect({ code, stderr }).toMatchObject({ code: 0 });

  expect(films(owner)).toMatchObject({ matched: 60 });
  expect((await checkSite(owner.out)).pages).toBeGreaterThan(60);
  const beside = readdirSync(dirname(owner.out)).sort();
  expect(beside).toEqual(["cache", "data", "site"]);

  const both = fingerprint(owner.out);
  server.resetCounters();
  expect(await owner.build()).toMatchObject({ code: 0 });
  expect(server.counters.requests).toBe(0);
  expect(fingerprint(owner.out)).toBe(both);
});
