import { access, constants, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Folders of the project where Astro and Vite keep their caches. */
const FOLDERS = [".astro", "node_modules/.astro", "node_modules/.vite"];

/**
 * Creates the folders that Astro works in and checks that they are writable, because Astro's own
 * messages about that are hard to understand and it carries on.
 *
 * @throws the file system's error, which `diskProblem` explains
 */
export async function makeWorkFolders(root: string): Promise<void> {
  for (const name of FOLDERS) {
    const folder = join(root, name);
    await mkdir(folder, { recursive: true });
    const inside = (await readdir(folder, { withFileTypes: true })).filter((e) => e.isDirectory());
    for (const path of [folder, ...inside.map((entry) => join(folder, entry.name))]) {
      await access(path, constants.W_OK | constants.X_OK);
    }
  }
}
