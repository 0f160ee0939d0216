import { spawnSync } from "node:child_process";
import { lchownSync, readdirSync } from "node:fs";
import { join } from "node:path";

export const isRoot = process.getuid?.() === 0;

/** Somebody who may not write everywhere: nobody, where the tests run as root, and else ourselves. */
export const plainUser = isRoot ? 65_534 : undefined;

/** Why no command can be run as that user; null where one can. */
export const whyNoPlainUser =
  process.getuid === undefined
    ? "this system knows no users by number"
    : spawnSync(process.execPath, ["-e", "fs.readdirSync('node_modules/astro')"], {
          ...(plainUser !== undefined && { uid: plainUser, gid: plainUser }),
        }).status === 0
      ? null
      : "nobody but root may read this project";

/** What tests are about, and why they are skipped, where they are. */
export const orSkipped = (title: string, why: string | null): string =>
  why === null ? title : `${title} (skipped: ${why})`;

/** Why nothing can be given to another user; null where it can. */
export const whyNotRoot = isRoot ? null : "only root can give files to another user";

/** Makes the folder and all in it that user's, but what `except` names. */
export function lend(path: string, { except = [] as string[] } = {}): void {
  if (plainUser === undefined || except.includes(path)) return;
  lchownSync(path, plainUser, plainUser);
  const inside = readdirSync(path, { withFileTypes: true });
  for (const entry of inside) {
    const place = join(path, entry.name);
    if (entry.isDirectory()) lend(place, { except });
    else lchownSync(place, plainUser, plainUser);
  }
}
