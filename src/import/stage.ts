import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Candidate, folderCandidate } from "../letterboxd/candidates.ts";
import { join as joinRows } from "../letterboxd/join.ts";
import type { Settings } from "../settings.ts";
import { figuresOf } from "./exportCounts.ts";
import type { KeptFiles } from "./keptFiles.ts";
import { freshExportOf } from "./swap.ts";

/**
 * Lays the kept files down beside the export in `dataDir`, reads them again and makes sure that they
 * say what `source` says. The answer is what they will be in `dataDir` itself.
 */
export async function stage(
  { files }: KeptFiles,
  source: Candidate,
  { dataDir, buildDate }: Pick<Settings, "dataDir" | "buildDate">,
): Promise<Candidate> {
  const folder = freshExportOf(dataDir);
  await mkdir(folder);
  for (const [file, bytes] of files) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes, { flag: "wx" });
  }
  const staged = await folderCandidate(folder, buildDate);
  const [meant, written] = [source, staged].map(saysOf);
  if (meant !== written) {
    throw new Error(
      `The files written say something else than ${source.source}:\n${written}\n${meant}`,
    );
  }
  return { ...staged, source: dataDir };
}

const saysOf = ({ parsed }: Candidate): string =>
  JSON.stringify([figuresOf(joinRows(parsed).films), parsed.files]);
