import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Copies posters, given by their paths below `folder`, into the site's `posters/`. */
export async function copyPosters(
  files: Iterable<string>,
  { folder, site }: { folder: string; site: string },
): Promise<void> {
  for (const file of files) {
    const to = join(site, "posters", file);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(folder, file), to);
  }
}
