import { posix } from "node:path";
import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { several } from "../counted.ts";
import { isProblem, Problem } from "../problem.ts";
import { isSystemError, messageOf } from "../systemErrors.ts";
import { isHidden, isMainFile, isPart, isZip, mayHoldExport, readNames } from "./exportNames.ts";
import { shown } from "./quote.ts";
import { cannotRead, refused, sentence } from "./readErrors.ts";
import { SIZE_LIMITS, type SizeLimits } from "./sizeLimits.ts";

/** One export inside a zip. `root` is its folder, which is empty or ends in a slash. */
export interface ZippedExport {
  root: string;
  files: Map<string, Buffer>;
  /** Number of files in its `deleted/`. They are not unpacked. */
  deleted: number;
}

/** A zip contains no export, only other zips, which are not opened. */
export class ZipInZip extends Problem {
  /** The names of the inner zips. */
  readonly zips: readonly string[];

  constructor(path: string, zips: readonly string[]) {
    const [what, use] =
      zips.length === 1
        ? ["another zip", "the zip from inside"]
        : ["other zips", "the right one from inside"];
    super(`${path} contains no export, only ${what}: ${several(zips.map(shown), 3)}.`, {
      hint: `Unpack it once: replace it with ${use}, or import that one.`,
    });
    this.zips = zips;
  }
}

/**
 * Reads the exports in a zip, at its top or in any folder, without writing to disk. Only files of exports
 * are unpacked.
 *
 * @throws ZipInZip for a zip that contains other zips instead of an export
 * @throws Problem for a damaged file or one that is not a zip, and for content made to do harm: names that
 *   lead out of the zip, files of an export that are links or repeated, or too much data
 */
export async function readZip(
  path: string,
  limits: SizeLimits = SIZE_LIMITS,
): Promise<ZippedExport[]> {
  let zip: ZipFile | null = null;
  try {
    // Letterboxd writes data descriptors, so only the central directory has the sizes of the entries.
    zip = await openPromise(path, { autoClose: false });
    const { entries, repeated } = await listEntries(zip, path, limits);
    const names = [...entries.keys()];
    const budget = { left: limits.bytesInAll };
    const exports: ZippedExport[] = [];
    const roots = exportRoots(names);
    if (roots.length === 0) refuseZipInZip(path, names);
    for (const root of roots) {
      const files = new Map<string, Buffer>();
      const inside = names.flatMap((name) =>
        name.startsWith(root) ? name.slice(root.length) : [],
      );
      for (const [own, name] of readNames(inside)) {
        if (repeated.has(root + name) && isPart(own)) {
          throw refused(path, `it contains ${shown(root + name)} twice`);
        }
        const entry = entries.get(root + name);
        if (entry) files.set(own, await inflate(zip, entry, path, limits, budget));
      }
      const deleted = names.filter((name) => name.startsWith(`${root}deleted/`)).length;
      exports.push({ root, files, deleted });
    }
    return exports;
  } catch (error) {
    if (isProblem(error)) throw error;
    if (isSystemError(error)) throw cannotRead(path, error);
    // yauzl and zlib throw only for malformed content.
    throw hostile(path, error) ?? damaged(path, error);
  } finally {
    zip?.close();
  }
}

/** The problem for content made to do harm that yauzl itself refuses. */
function hostile(path: string, cause: unknown): Problem | null {
  const message = messageOf(cause);
  const [, name] =
    /^(?:absolute path|invalid relative path|invalid characters in fileName): (.*)$/s.exec(
      message,
    ) ?? [];
  if (name !== undefined) return refused(path, `a name in it leads out of it, ${shown(name)}`);
  if (!message.startsWith("too many bytes in the stream")) return null;
  return refused(path, "a file in it unpacks to more than the zip says");
}

const damaged = (path: string, cause: unknown): Problem =>
  new Problem(`${path} is not a readable zip: ${sentence(damage(messageOf(cause)))}`, {
    hint: "Download the export again and leave the file as it is.",
    cause,
  });

/** yauzl looks for the directory at the end of a zip, which an incomplete download lacks. */
const damage = (message: string): string =>
  /^End of central directory|unexpected E(OF|nd)|unexpected end/i.test(message)
    ? "the download is incomplete, or the file was never a zip"
    : message;

const UNIX_TYPE = 0o170000;
const UNIX_LINK = 0o120000;

/** The files by name, and the repeated names. Files beside an export may be repeated. */
async function listEntries(
  zip: ZipFile,
  path: string,
  limits: SizeLimits,
): Promise<{ entries: Map<string, Entry>; repeated: Set<string> }> {
  const entries = new Map<string, Entry>();
  const repeated = new Set<string>();
  let count = 0;
  // yauzl refuses absolute names and names with "..".
  for await (const entry of zip.eachEntry()) {
    count += 1;
    if (count > limits.entries) throw refused(path, `it has over ${limits.entries} entries`);
    if (entry.fileName.endsWith("/")) continue;
    // `tar` writes ./watched.csv.
    const name = posix.normalize(entry.fileName);
    if (entries.has(name)) repeated.add(name);
    entries.set(name, entry);
  }
  return { entries, repeated };
}

/** Whether every folder above a file is searched for exports. */
const isInPlace = (name: string): boolean => name.split("/").slice(0, -1).every(mayHoldExport);

/** The folders of the main files, empty or ending in a slash, sorted. */
function exportRoots(names: string[]): string[] {
  const main = names.filter((name) => isMainFile(posix.basename(name)) && isInPlace(name));
  return [...new Set(main.map((name) => name.slice(0, name.lastIndexOf("/") + 1)))].sort();
}

function refuseZipInZip(path: string, names: string[]): void {
  const zips = names.filter((name) => {
    const base = posix.basename(name);
    return isZip(base) && !isHidden(base) && isInPlace(name);
  });
  if (zips.length > 0) throw new ZipInZip(path, zips);
}

async function inflate(
  zip: ZipFile,
  entry: Entry,
  path: string,
  limits: SizeLimits,
  budget: { left: number },
): Promise<Buffer> {
  const name = shown(entry.fileName);
  const where = `${name} in ${path}`;
  if (((entry.externalFileAttributes >>> 16) & UNIX_TYPE) === UNIX_LINK) {
    throw refused(path, `${name} in it is a link`);
  }
  if (!entry.canDecodeFileData()) {
    throw new Problem(`${where} is encrypted or compressed in a way that cannot be read.`, {
      hint: "Use the zip as downloaded, or unpack it and use its folder.",
    });
  }
  const chunks: Buffer[] = [];
  let size = 0;
  // Count while unpacking, because the sizes in the directory may be false.
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += chunk.length;
    budget.left -= chunk.length;
    if (size > limits.bytesPerFile || budget.left < 0) {
      throw refused(path, `${name} in it unpacks to more than any export contains`);
    }
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw new Error(`${name} does not match its checksum`);
  return bytes;
}
