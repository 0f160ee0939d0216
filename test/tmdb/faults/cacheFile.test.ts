import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { Problem } from "../../../src/problem.ts";
import { type OpenStore, openStore } from "../../../src/tmdb/cache/store.ts";
import { again, cacheOf, REQUESTS, trial } from "./trial.ts";

const fileIn = (cacheDir: string) => `${cacheDir}/tmdb.sqlite`;

/** A store on which something is said to SQLite first, and which waits for nobody for long. */
const storeAfter =
  (sql: string): OpenStore =>
  async (file, namespace) => {
    const store = await openStore(file, namespace, 10);
    await store.query(sql);
    return store;
  };

/** Of the twelve films that were open, those of which match and details are in the cache. */
function wholeIn(cacheDir: string): number {
  const cache = cacheOf(cacheDir);
  const whole = [...cache].filter(([key, record]) => {
    const { match } = record as { match?: { id?: number } };
    return key.startsWith("match ") && cache.has(`film ${match?.id}`);
  });
  return whole.length - 6;
}

describe("a full disk", () => {
  /** A store that may grow by so many pages. */
  const growing = (more: number): OpenStore => {
    let pages: number | null = null;
    return async (file, namespace) => {
      pages ??= statSync(file).size / 4096 + more;
      return storeAfter(`PRAGMA max_page_count = ${pages}`)(file, namespace);
    };
  };

  test.each([0, 1])(
    "with %i pages left: a message, exit 0, all answers used; next time what is missing is asked for",
    async (pages) => {
      const outcome = await trial(null, { openStore: growing(pages) });
      expect(outcome.code).toBe(0);
      expect(outcome.metadata.size).toBe(18);
      expect(outcome.said.match(/cannot be written at the moment \(.*\)/g)).toEqual([
        "cannot be written at the moment (database or disk is full)",
      ]);
      expect(outcome.said).toContain("still cannot be written (database or disk is full).");
      expect(outcome.said).toContain("TMDB: 18 films.");
      const { matches, films } = outcome.stored;
      expect(matches + films).toBeLessThan(REQUESTS);
      expect(outcome.lost).toBe(12 - wholeIn(outcome.cacheDir));
      expect(await again(outcome)).toBe(REQUESTS - matches - films);
    },
  );

  test("while it asks is told of, also where it is interrupted", async () => {
    const losses: string[] = [];
    for (const pages of [0, 10_000]) {
      const interruption = new AbortController();
      let requests = 0;
      const stopLate = () => {
        requests += 1;
        if (requests === 20) interruption.abort(new Problem("Interrupted."));
        return undefined;
      };
      const outcome = await trial(stopLate, {
        openStore: growing(pages),
        signal: interruption.signal,
        onLost: () => void losses.push(`with ${pages} pages left`),
      });
      expect(outcome.said).toContain("Interrupted.");
    }
    expect(losses).toEqual(["with 0 pages left"]);
  });
});

describe("a cache that cannot be written", () => {
  const said = (outcome: { said: string }) =>
    expect(outcome.said).toMatch(
      /The cache .*tmdb\.sqlite cannot be written \(.*\)\. TMDB's answers are not saved\./,
    );

  test("because it is read-only: a message, exit 0, what it holds is used, and it stays as it was", async () => {
    const outcome = await trial(null, { openStore: storeAfter("PRAGMA query_only = 1") });
    said(outcome);
    expect(outcome).toMatchObject({ code: 0, lost: 12, stored: { matches: 0, films: 0 } });
    expect(outcome.metadata.size).toBe(18);
    expect(outcome.server.counters.requests).toBe(REQUESTS);
    expect(await again(outcome)).toBe(REQUESTS);
  });

  test("where answers must be kept, as by enrich: exit 1, and nothing is asked", async () => {
    const outcome = await trial(null, {
      mustKeep: true,
      openStore: storeAfter("PRAGMA query_only = 1"),
    });
    said(outcome);
    expect(outcome.said).toContain("TMDB was not asked, because its answers cannot be saved.");
    expect(outcome).toMatchObject({ code: 1, stored: { matches: 0, films: 0 } });
    expect(outcome.server.counters.requests).toBe(0);
  });

  test.skipIf(process.getuid?.() === 0).each([
    ["the file is", 0o755],
    ["file and folder are", 0o555],
  ])(
    "because %s not the owner's to write (root may write everywhere): the same, and nothing lies beside it",
    async (_, mode) => {
      const folder = { path: "", files: [""] };
      const outcome = await trial(null, {
        spoil(cacheDir) {
          chmodSync(fileIn(cacheDir), 0o444);
          chmodSync(cacheDir, mode);
          folder.path = cacheDir;
        },
        mend() {
          folder.files = readdirSync(folder.path);
          chmodSync(folder.path, 0o755);
          chmodSync(fileIn(folder.path), 0o644);
        },
      });
      said(outcome);
      expect(folder.files).toEqual(["tmdb.sqlite"]);
      expect(outcome).toMatchObject({ code: 0, stored: { matches: 0, films: 0 } });
      expect(outcome.server.counters.requests).toBe(REQUESTS);
      expect(await again(outcome)).toBe(REQUESTS);
    },
  );

  test("because a folder has its name: a message, exit 0, everything is asked for", async () => {
    const outcome = await trial(null, {
      spoil(cacheDir) {
        rmSync(fileIn(cacheDir));
        mkdirSync(fileIn(cacheDir));
      },
    });
    said(outcome);
    expect(outcome.code).toBe(0);
    expect(outcome.metadata.size).toBe(18);
    expect(readdirSync(outcome.cacheDir)).toEqual(["tmdb.sqlite"]);
  });

  test("because a file lies where its folder should be: the same", async () => {
    const outcome = await trial(null, {
      spoil(cacheDir) {
        rmSync(cacheDir, { recursive: true });
        writeFileSync(cacheDir, "no folder");
      },
    });
    said(outcome);
    expect(outcome.code).toBe(0);
    expect(outcome.metadata.size).toBe(18);
    expect(readFileSync(outcome.cacheDir, "utf8")).toBe("no folder");
  });
});

describe("a damaged cache", () => {
  const half = (bytes: Buffer) => bytes.fill(7, bytes.length / 2);
  test.each<[string, (file: string) => void]>([
    ["no database at all", (file) => writeFileSync(file, "this is no database, ".repeat(500))],
    ["bad pages", (file) => writeFileSync(file, half(readFileSync(file)))],
    ["cut off", (file) => truncateSync(file, 20_000)],
  ])(
    "%s: set aside with a message, begun anew, exit 0, everything asked for and stored",
    async (_, spoil) => {
      let bytes = Buffer.alloc(0);
      const outcome = await trial(null, {
        spoil(cacheDir) {
          spoil(fileIn(cacheDir));
          bytes = readFileSync(fileIn(cacheDir));
        },
        now: () => 1e12,
      });
      expect(outcome.code).toBe(0);
      expect(outcome.said).toMatch(
        /^The cache was damaged \(.*\)\. It was renamed to .*tmdb\.sqlite\.corrupt-1000000000000, and a new one was started\.\n/,
      );
      expect(outcome.metadata.size).toBe(18);
      expect(readFileSync(`${fileIn(outcome.cacheDir)}.corrupt-1000000000000`).equals(bytes)).toBe(
        true,
      );
      expect(cacheOf(outcome.cacheDir).size).toBe(36);
    },
  );

  test("one value that is no JSON: the others serve, and only it is asked for again", async () => {
    const outcome = await trial(null, {
      spoil(cacheDir) {
        const database = new DatabaseSync(fileIn(cacheDir));
        database.exec(
          "UPDATE keyv SET value = '{\"value\":{' WHERE namespace = 'film' AND key = '103'",
        );
        database.close();
      },
    });
    expect(outcome.code).toBe(0);
    expect(outcome.said).toMatch(
      /^1 of 6 entries of the cache .* cannot be read \(broken\)\. TMDB is asked instead\.\n/,
    );
    expect(outcome.server.counters.requests).toBe(REQUESTS + 1);
    expect(await again(outcome)).toBe(0);
  });

  test("an empty file is a new cache, without a word", async () => {
    const outcome = await trial(null, { spoil: (cacheDir) => truncateSync(fileIn(cacheDir)) });
    expect(outcome.code).toBe(0);
    expect(outcome.said).toMatch(/^TMDB: 18 films/);
    expect(await again(outcome)).toBe(0);
  });
});

describe("a cache in use by another process", () => {
  test("that keeps it to itself: a message, exit 0, a copy is read, nothing is kept", async () => {
    let other: DatabaseSync | null = null;
    const outcome = await trial(null, {
      spoil(cacheDir) {
        other = new DatabaseSync(fileIn(cacheDir));
        other.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT");
      },
      mend: () => other?.close(),
      openStore: storeAfter("PRAGMA synchronous = NORMAL"),
    });
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 0, films: 0 } });
    expect(outcome.said).toContain("cannot be written (database is locked).");
    expect(outcome.server.counters.requests).toBe(REQUESTS);
    expect(await again(outcome)).toBe(REQUESTS);
  });

  test("that writes all the time: a message, exit 0, what came is asked for again next time", async () => {
    let other: DatabaseSync | null = null;
    const outcome = await trial(null, {
      spoil(cacheDir) {
        other = new DatabaseSync(fileIn(cacheDir));
        other.exec("BEGIN IMMEDIATE");
      },
      mend: () => other?.close(),
      openStore: storeAfter("PRAGMA synchronous = NORMAL"),
    });
    expect(outcome).toMatchObject({ code: 0, stored: { matches: 0, films: 0 } });
    expect(outcome.metadata.size).toBe(18);
    expect(outcome.said).toContain("cannot be written at the moment (database is locked).");
    expect(outcome.said).toContain("still cannot be written (database is locked).");
    expect(await again(outcome)).toBe(REQUESTS);
  });

  test("that lets go of it before the end: what had to wait is stored", async () => {
    let other: DatabaseSync | null = null;
    const release = ({ number }: { number: number }) => {
      if (number === 20) other?.exec("COMMIT");
      return undefined;
    };
    const outcome = await trial(release, {
      spoil(cacheDir) {
        other = new DatabaseSync(fileIn(cacheDir));
        other.exec("BEGIN IMMEDIATE");
      },
      mend: () => other?.close(),
      openStore: storeAfter("PRAGMA synchronous = NORMAL"),
    });
    expect(outcome).toMatchObject({ code: 0, lost: 0, stored: { matches: 12, films: 12 } });
    expect(outcome.said).toContain("can be written again, and the waiting answers are saved.");
    expect(await again(outcome)).toBe(0);
  });
});

describe("a cache of a newer version", () => {
  test("of the file: a message, exit 0, it is not read, and not a byte of it changes", async () => {
    let bytes = Buffer.alloc(0);
    const outcome = await trial(null, {
      spoil(cacheDir) {
        const database = new DatabaseSync(fileIn(cacheDir));
        database.exec("PRAGMA user_version = 2; PRAGMA journal_mode = DELETE");
        database.close();
        bytes = readFileSync(fileIn(cacheDir));
      },
    });
    expect(outcome.code).toBe(0);
    expect(outcome.said).toMatch(
      /^The cache .* was written by a newer version of this program\. It is not used and left unchanged/,
    );
    expect(outcome.metadata.size).toBe(18);
    expect(readFileSync(fileIn(outcome.cacheDir)).equals(bytes)).toBe(true);
    expect(existsSync(`${fileIn(outcome.cacheDir)}-wal`)).toBe(false);
  });

  test("of the details: they are asked for again, and stored as this version has them", async () => {
    const outcome = await trial(null, {
      spoil: (cacheDir) => raiseVersion(cacheDir, "film", '"details":{}'),
    });
    expect(outcome.code).toBe(0);
    expect(outcome.server.counters).toMatchObject({ search: 12, details: 18 });
    expect(await again(outcome)).toBe(0);
  });

  test("of a match that this one does not understand: the film is searched for", async () => {
    const outcome = await trial(null, {
      spoil: (cacheDir) => raiseVersion(cacheDir, "match", '"match":{"type":"play","id":9}'),
    });
    expect(outcome.code).toBe(0);
    expect(outcome.server.counters).toMatchObject({ search: 18, details: 18 });
    expect(await again(outcome)).toBe(0);
  });
});

/** Leaves of each record a version of the future and something strange. */
function raiseVersion(cacheDir: string, namespace: string, content: string): void {
  const database = new DatabaseSync(fileIn(cacheDir));
  const value = `{"value":{"version":99,"at":${Date.now()},"name":"x","year":null,"misses":0,${content}}}`;
  database.prepare("UPDATE keyv SET value = ? WHERE namespace = ?").run(value, namespace);
  database.close();
}
