import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { posterSizes } from "../../src/tmdb/cache/posterStore.ts";
import { runScript, startScript } from "../support/command.ts";
import { listFiles, newOwner, type Owner } from "../support/owner.ts";
import { copyProject } from "../support/project.ts";
import { film } from "../tmdb/world.ts";
import { image } from "../tmdbServer/image.ts";
import { startTmdbServer, type TmdbServer } from "../tmdbServer/server.ts";

const titles = Array.from({ length: 12 }, (_, i) => `Film ${i}`);
const posters = posterSizes.flatMap((size) => titles.map((_, i) => `${size}/p${i}.jpg`));
// A search and the details of each, and two posters.
const allRequests = 4 * titles.length;

let server: TmdbServer;
let project: ReturnType<typeof copyProject>;

beforeAll(async () => {
  const films = titles.map((title, i) => film(i + 1, title, 2000, { poster_path: `/p${i}.jpg` }));
  server = await startTmdbServer({ films });
  project = copyProject({ posters: "local", filmographies: 0 });
});

afterAll(async () => {
  project.remove();
  await server.close();
});

function newcomer(): Owner {
  const owner = newOwner(server, { TMDB_CONCURRENCY: "4" }, project.root);
  rmSync(owner.dataDir, { recursive: true });
  mkdirSync(owner.dataDir);
  const rows = titles.map((title, i) => `2024-06-30,${title},2000,https://boxd.it/${i}`);
  const csv = ["Date,Name,Year,Letterboxd URI", ...rows, ""].join("\n");
  writeFileSync(join(owner.dataDir, "watched.csv"), csv);
  return owner;
}

const isWhole = (path: string, file: string): boolean => {
  const [size = "", name = ""] = file.split("/");
  return readFileSync(path).equals(image(size, name) ?? Buffer.alloc(0));
};

// The first 24 requests are for the films; all else is for posters, each of which takes 10 ms.
test.each([
  { after: 25, wait: 3 },
  { after: 28, wait: 11 },
  { after: 33, wait: 0 },
  { after: 37, wait: 9 },
  { after: 41, wait: 6 },
  { after: 48, wait: 10 },
])(
  "killed $wait ms after request $after: posters are whole or not there, and only those are asked for",
  async ({ after, wait }) => {
    const owner = newcomer();
    try {
      server.resetCounters();
      server.options.latency = 10;
      const { child, outcome } = startScript("enrich", { env: owner.env, root: project.root });
      while (server.counters.requests < after && child.exitCode === null) await delay(1);
      await delay(wait);
      child.kill("SIGKILL");
      await outcome;
      server.options.latency = 0;

      const folder = join(owner.cacheDir, "posters");
      const kept = existsSync(folder)
        ? listFiles(folder).filter((file) => file.endsWith(".jpg"))
        : [];
      for (const file of kept) expect(isWhole(join(folder, file), file), file).toBe(true);
      // Four are in flight at most, and one each may be on its way to the folder.
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(after, allRequests) - 24 - 8);

      server.resetCounters();
      const again = await runScript("enrich", { env: owner.env, root: project.root });
      expect(again.code, again.stderr).toBe(0);
      expect(server.counters.requests).toBe(posters.length - kept.length);
      expect(listFiles(folder).filter((file) => file.endsWith(".jpg"))).toEqual(posters.toSorted());
    } finally {
      owner.remove();
    }
  },
);
