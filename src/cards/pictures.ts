import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { MS_PER_DAY } from "../day.ts";
import { type Log, quietLog } from "../log.ts";
import { hasCode, messageOf } from "../systemErrors.ts";
import { toolVersions } from "./fonts.ts";
import type { Picture } from "./markup.ts";

/** Draws pictures, and keeps what it drew under `cache/cards/`. */
export interface Pictures {
  /** The picture as a PNG, as wide as it is or of this width. */
  png(picture: Picture, width?: number): Promise<Buffer>;
  /** A drawing without text as a PNG of this width. */
  icon(svg: string, width: number): Promise<Buffer>;
  /** The number of pictures drawn, the milliseconds this took, and the number found in the cache. */
  counts(): { drawn: number; milliseconds: number; found: number };
  /** Removes pictures from the cache that no build has used for a week. */
  tidy(): Promise<void>;
}

const keptFor = 7 * MS_PER_DAY;
const END_OF_PNG = Buffer.from("IEND\xaeB`\x82", "latin1");

/**
 * A picture's name in the cache is a hash of its markup, its sizes and the versions of fonts and tools,
 * so a changed picture has another name. Losing the cache only costs time: a picture that cannot be
 * read or saved is drawn again, and the log says so once.
 */
export function openPictures(
  cacheDir: string,
  { log = quietLog, now = Date.now }: { log?: Log; now?: () => number } = {},
): Pictures {
  const folder = join(cacheDir, "cards");
  const counts = { drawn: 0, milliseconds: 0, found: 0 };
  let isTold = false;

  function tell(error: unknown): void {
    if (isTold) return;
    isTold = true;
    log.warn(
      `Pictures cannot be kept in ${folder} (${messageOf(error)}). They are drawn again next time.`,
    );
  }

  async function find(file: string): Promise<Buffer | null> {
    try {
      const png = await readFile(file);
      return png.subarray(-END_OF_PNG.length).equals(END_OF_PNG) ? png : null;
    } catch (error) {
      if (!hasCode(error, "ENOENT")) tell(error);
      return null;
    }
  }

  /** Once a day is enough for `tidy`. */
  async function markAsUsed(file: string): Promise<void> {
    try {
      const { mtimeMs } = await stat(file);
      if (now() - mtimeMs > MS_PER_DAY) await utimes(file, now() / 1000, now() / 1000);
    } catch (error) {
      tell(error);
    }
  }

  async function keep(file: string, png: Buffer): Promise<void> {
    // Another build may write the same picture at the same time.
    const half = `${file}.${process.pid}`;
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(half, png);
      await rename(half, file);
    } catch (error) {
      tell(error);
    }
  }

  return {
    async png(picture, width = picture.width) {
      const file = join(folder, `${fingerprint(picture, width)}.png`);
      const found = await find(file);
      if (found) {
        counts.found += 1;
        await markAsUsed(file);
        return found;
      }
      const started = performance.now();
      // The tools are loaded on first use, because they are large and most builds draw nothing.
      const { draw } = await import("./draw.ts");
      const png = await draw(picture, width);
      counts.drawn += 1;
      counts.milliseconds += performance.now() - started;
      await keep(file, png);
      return png;
    },
    async icon(svg, width) {
      const { drawSvg } = await import("./draw.ts");
      return drawSvg(svg, width);
    },
    counts: () => ({ ...counts }),
    async tidy() {
      try {
        for (const name of await readdir(folder)) {
          const file = join(folder, name);
          if (now() - (await stat(file)).mtimeMs > keptFor) await rm(file, { force: true });
        }
      } catch (error) {
        // Another build may tidy up at the same time.
        if (!hasCode(error, "ENOENT")) tell(error);
      }
    },
  };
}

const fingerprint = (picture: Picture, width: number): string =>
  createHash("sha256")
    .update(JSON.stringify([toolVersions(), picture, width]))
    .digest("hex")
    .slice(0, 32);
