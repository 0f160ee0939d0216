import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Puts posters, by their names below `folder`, unchanged into the site's own folder of them. */
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
