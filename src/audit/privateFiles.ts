import { execFileSync } from "node:child_process";
import { fromBufferPromise } from "yauzl";
import { Problem } from "../problem.ts";
import { messageOf } from "../systemErrors.ts";

/** The invented files of the sample and of the tests. */
const INVENTED = ["data/sample/", "test/fixtures/"];

/** Files of an export that no public repository may contain, copies such as `profile (1).csv` included. */
const PRIVATE = /^(?:profile|comments)(?: ?\(\d+\)| \d+| copy\b.*)?\.csv$/;

/** How many zips inside each other are opened. */
const DEEPEST = 3;

/**
 * The files that Git tracks in a folder and that give their owner away: profile.csv, comments.csv and
 * CSV files in a folder `deleted`, in any case, loose or in a zip. A zip that cannot be opened counts too.
 *
 * @returns paths; a file in a zip is `data/export.zip: profile.csv`
 * @throws Problem if the folder is not in a Git repository
 */
export async function privateFiles(root: string): Promise<string[]> {
  const tracked = git(root, "ls-files", "-z").toString().split("\0").filter(Boolean);
  const own = tracked.filter((path) => !INVENTED.some((folder) => path.startsWith(folder)));
  const found: string[] = [];
  for (const path of own) {
    if (isPrivate(path)) found.push(path);
    // Read from the index: a pushed file may be gone from the disk.
    else if (isZip(path)) found.push(...(await privateIn(path, git(root, "show", `:./${path}`))));
  }
  return found;
}

/** The paths to remove from Git: whole zips and whole folders `deleted`. */
export const pathsToRemove = (found: readonly string[]): string[] => [
  ...new Set(
    found.map((path) =>
      path.replace(/(?<=\.zip): .*$/is, "").replace(/(?<=(?:^|\/)deleted)\/.*$/i, ""),
    ),
  ),
];

const isZip = (path: string): boolean => /\.zip$/i.test(path);

function isPrivate(path: string): boolean {
  const folders = path.toLowerCase().split("/");
  const name = folders.pop() ?? "";
  return PRIVATE.test(name) || (folders.includes("deleted") && name.endsWith(".csv"));
}

async function privateIn(path: string, bytes: Buffer, depth = 1): Promise<string[]> {
  const found: string[] = [];
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      const inside = `${path}: ${entry.fileName}`;
      if (isPrivate(entry.fileName)) found.push(inside);
      else if (isZip(entry.fileName)) {
        if (depth === DEEPEST) throw new Error("a zip in a zip in a zip in a zip");
        const chunks = await Array.fromAsync(await zip.openReadStreamPromise(entry));
        found.push(...(await privateIn(inside, Buffer.concat(chunks), depth + 1)));
      }
    }
    return found;
  } catch (error) {
    // yauzl and zlib throw only for bytes they cannot read, such as a pointer of Git LFS.
    return [...found, `${path}: cannot be opened (${messageOf(error)})`];
  }
}

function git(root: string, ...args: string[]): Buffer {
  try {
    return execFileSync("git", args, {
      cwd: root,
      maxBuffer: 2 ** 31,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    throw new Problem(`Git could not list the files it tracks: ${whatGitSays(error)}`, {
      hint: "Run it in a clone of the repository.",
      cause: error,
    });
  }
}

const whatGitSays = (error: unknown): string =>
  (error instanceof Error && "stderr" in error && `${error.stderr}`.trim()) || messageOf(error);
