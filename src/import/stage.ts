import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type FoundExport, readFolderExport } from "../letterboxd/findExports.ts";
import { join as joinRows } from "../letterboxd/join.ts";
import type { Settings } from "../settings.ts";
import { countExport } from "./exportCounts.ts";
import type { KeptFiles } from "./keptFiles.ts";
import type { OwnFiles } from "./ownFiles.ts";
import { freshExportOf } from "./swap.ts";

/**
 * Writes the kept files and those of the owner beside the export in `dataDir`, reads them again and checks that they have the
 * content of `source`. Returns the export as it will be in `dataDir`.
 */
export async function stage(
  { files }: KeptFiles,
  source: FoundExport,
  own: OwnFiles,
  { dataDir, buildDate }: Pick<Settings, "dataDir" | "buildDate">,
): Promise<FoundExport> {
  const folder = freshExportOf(dataDir);
  await mkdir(folder);
  for (const [file, bytes] of [...files, ...own]) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { flag: "wx" });
  }
  const staged = await readFolderExport(folder, buildDate);
  const [meant, written] = [source, staged].map(contentSummary);
  if (meant !== written) {
    throw new Error(
      `The written files differ in content from ${source.source}:\n${written}\n${meant}`,
    );
  }
  return { ...staged, source: dataDir };
}

const contentSummary = ({ parsed }: FoundExport): string =>
  JSON.stringify([countExport(joinRows(parsed).films), parsed.files]);
