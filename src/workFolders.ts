import { access, constants, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Where Astro and Vite leave what they need again, within a project. */
const FOLDERS = [".astro", "node_modules/.astro", "node_modules/.vite"];

/**
 * Makes the folders that Astro works in, and tries them, before it does: it would say of one that may
 * not be written what no owner understands, and go on.
 *
 * @throws what the file system says, which `diskProblem` puts into words
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
