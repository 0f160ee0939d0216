import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TmdbServer } from "../tmdbServer/server.ts";
import { testTokens } from "../tmdbServer/server.ts";
import { type Outcome, type Running, runScript, startScript } from "./command.ts";

/** Somebody who has put an export into a data folder of their own. */
export interface Owner {
  dataDir: string;
  cacheDir: string;
  /** Where their site is built; holds nothing at first. */
  out: string;
  env: Record<string, string>;
  build(env?: Record<string, string>): Promise<Outcome>;
  startBuild(env?: Record<string, string>): Running;
  doctor(args: string[], env?: Record<string, string>): Promise<Outcome>;
  /** A file of the site, parsed. */
  json(file: string): unknown;
  read(file: string): string;
  /** Names of the site's files, sorted. */
  files(): string[];
  remove(): void;
}

/**
 * An owner with the sample as their export, in a folder that lies outside the project, with a token
 * for the server that plays TMDB. `root` is their copy of the project, this one unless they changed it.
 */
export function newOwner(
  server: TmdbServer,
  settings: Record<string, string> = {},
  root = process.cwd(),
): Owner {
  const home = mkdtempSync(join(tmpdir(), "film-ledger-owner-"));
  const dataDir = join(home, "data");
  cpSync("data/sample", dataDir, {
    recursive: true,
    filter: (path) => !path.endsWith("sample/tmdb"),
  });
  const out = join(home, "site");
  const env = {
    DATA_DIR: dataDir,
    CACHE_DIR: join(home, "cache"),
    TMDB_API_URL: server.url,
    TMDB_IMAGE_URL: server.imageUrl,
    TMDB_API_TOKEN: testTokens[0],
    TMDB_REQUESTS_PER_SECOND: "2000",
    ...settings,
  };
  const startBuild = (more: Record<string, string> = {}) =>
    startScript("build", { args: ["--out", out], env: { ...env, ...more }, root });
  const read = (file: string) => readFileSync(join(out, file), "utf8");
  return {
    dataDir,
    cacheDir: env.CACHE_DIR,
    out,
    env,
    startBuild,
    build: (more) => startBuild(more).outcome,
    doctor: (args, more = {}) => runScript("doctor", { args, env: { ...env, ...more }, root }),
    read,
    json: (file) => JSON.parse(read(file)),
    files: () => listFiles(out),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Paths of all files below a folder, relative to it, sorted. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** One value for the names and contents of all files of a folder. */
export function fingerprint(folder: string): string {
  const hash = createHash("sha256");
  for (const file of listFiles(folder)) {
    hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  }
  return hash.digest("hex");
}

/** Leaves nothing of an export but its first seen films, undated and unrated: quick to build. */
export function keepFirstFilms(dataDir: string, count: number): void {
  const [head, ...rows] = readFileSync(join(dataDir, "watched.csv"), "utf8").split(/\r?\n/);
  rmSync(dataDir, { recursive: true });
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "watched.csv"), [head, ...rows.slice(0, count), ""].join("\n"));
}
