import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScript, stackPattern } from "../support/command.ts";
import { fingerprint, keepFirstFilms, newOwner, type Owner } from "../support/owner.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

let server: TmdbServer;
let owner: Owner;
let goodSite: string;

// One good site from the export without TMDB, which no failure may touch.
beforeAll(async () => {
  server = await startTmdbServer();
  owner = newOwner(server);
  keepFirstFilms(owner.dataDir, 40);
  expect(await owner.build({ TMDB_API_TOKEN: "" })).toMatchObject({ code: 0 });
  goodSite = fingerprint(owner.out);
});

afterAll(async () => {
  owner.remove();
  await server.close();
});

/** Asserts that it ended as it should when the owner must act; the message. */
async function refused(build: Promise<{ code: number | null; stdout: string; stderr: string }>) {
  const { code, stdout, stderr } = await build;
  expect({ code, stdout }, stderr).toEqual({ code: 1, stdout: "" });
  expect(stderr).not.toMatch(stackPattern);
  expect(fingerprint(owner.out)).toBe(goodSite);
  return stderr;
}

describe("a build that cannot go on leaves the last site as it was and says what to do", () => {
  test("TMDB refuses the token", async () => {
    const message = await refused(owner.build({ TMDB_API_TOKEN: "not-the-right-one" }));
    expect(message).toContain("TMDB_API_TOKEN");
    expect(message).not.toContain("not-the-right-one");
  });

  test("TMDB is out of order", async () => {
    server.fault = () => ({ status: 503, body: "<h1>503</h1>" });
    try {
      expect(await refused(owner.build())).toMatch(/TMDB failed for 40 films/);
    } finally {
      server.fault = null;
    }
  });

  test.each([
    ["TMDB_CONCURRENCY", "0"],
    ["TMDB_REQUESTS_PER_SECOND", "many"],
    ["TMDB_API_URL", "https://api.themoviedb.org/4"],
    ["BUILD_DATE", "2025-02-30"],
    ["OFFLINE", "yes"],
    ["SITE_URL", "example.org"],
    ["BASE_PATH", "/film ledger"],
    ["PUBLISH", "reviews,secrets"],
  ])("%s=%s", async (name, value) => {
    const message = await refused(owner.build({ [name]: value }));
    expect(message).toContain(name);
  });

  test("the data folder does not exist", async () => {
    const gone = `${owner.dataDir}/nowhere`;
    expect(await refused(owner.build({ DATA_DIR: gone }))).toContain(gone);
  });

  test("a main file has no usable head", async () => {
    const broken = newOwner(server);
    try {
      keepFirstFilms(broken.dataDir, 1);
      writeFileSync(join(broken.dataDir, "watched.csv"), "Film;Seen\nStalker;yes\n");
      const message = await refused(owner.build({ DATA_DIR: broken.dataDir }));
      expect(message).toContain("watched.csv, line 1");
      for (const command of ["enrich", "doctor"]) {
        const outcome = await runScript(command, { env: broken.env });
        expect(outcome).toMatchObject({ code: 1, stdout: "" });
        expect(outcome.stderr).toContain("watched.csv, line 1");
        expect(outcome.stderr).not.toMatch(stackPattern);
      }
    } finally {
      broken.remove();
    }
  });

  test("the export is no zip at all", async () => {
    const zip = join(owner.dataDir, "..", "letterboxd-member-2026-11-01.zip");
    writeFileSync(zip, "This is not the file you are looking for.");
    expect(await refused(owner.build({ DATA_DIR: zip }))).toContain(zip);
    rmSync(zip);
  });

  test("the folder to build into holds something else", async () => {
    const { code, stderr } = await runScript("build", {
      args: ["--out", owner.dataDir],
      env: owner.env,
    });
    expect(code).toBe(1);
    expect(stderr).toContain(owner.dataDir);
    expect(existsSync(join(owner.dataDir, "watched.csv"))).toBe(true);
  });

  test("a built site with faults is a bug, with a stack and a code of its own", async () => {
    // Every page holds the name of the site, so as a token it would be given away.
    const env = { OFFLINE: "1", TMDB_API_TOKEN: "Ledger" };
    const { code, stderr } = await owner.build(env);
    expect(code, stderr).toBe(70);
    expect(stderr).toContain("index.html contains the TMDB token");
    expect(stderr).toMatch(stackPattern);
    expect(fingerprint(owner.out)).toBe(goodSite);
  });

  test("check:site finds faults without a bug of its own", async () => {
    const env = { ...owner.env, TMDB_API_TOKEN: "Ledger" };
    const { code, stderr } = await runScript("checkSite", { args: [owner.out], env });
    expect({ code, stderr }).toMatchObject({ code: 1 });
    expect(stderr).toContain("index.html contains the TMDB token");
    expect(stderr).not.toMatch(stackPattern);
  });

  test("dev ends when the export is bad from the beginning", async () => {
    const broken = newOwner(server);
    try {
      keepFirstFilms(broken.dataDir, 1);
      writeFileSync(join(broken.dataDir, "watched.csv"), "Film;Seen\nStalker;yes\n");
      const { code, stderr } = await runScript("dev", { args: ["--port", "0"], env: broken.env });
      expect(code, stderr).toBe(1);
      expect(stderr).toContain("watched.csv");
      expect(stderr).not.toMatch(stackPattern);
    } finally {
      broken.remove();
    }
  });

  test("an option does not exist", async () => {
    const { code, stderr } = await runScript("build", { args: ["--output", "x"], env: owner.env });
    expect(code).toBe(1);
    expect(stderr).toContain("--output");
    expect(stderr).not.toMatch(stackPattern);
  });
});
