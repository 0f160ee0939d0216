import type { Day } from "../day.ts";
import { type Log, stderrLog } from "../log.ts";
import { chooseExport } from "./choose.ts";
import { join } from "./join.ts";
import type { Ledger } from "./ledger.ts";
import { makeNamesPrintable } from "./printableNames.ts";

export interface ReadExportOptions {
  /** Folder to look for exports in, or one export (folder or zip). */
  dataDir: string;
  /** The export to use while there is no other. */
  sampleDir: string;
  buildDate: Day;
  /** Viewings that make a Watched Date a bulk day, 10 unless told. */
  bulkDay?: number;
  log?: Log;
}

/**
 * Chooses the export in `dataDir`, reads and joins it. Throws Problem if `dataDir` does not exist or
 * its export cannot be read; a file or row that cannot be read is among the ledger's complaints.
 */
export async function readExport({
  dataDir,
  sampleDir,
  buildDate,
  bulkDay = 10,
  log = stderrLog,
}: ReadExportOptions): Promise<Ledger> {
  const { kind, source, parsed } = await chooseExport(dataDir, sampleDir, log);
  const { withoutAddress, joinedByOrder, ...joined } = join(parsed.rows, { buildDate, bulkDay });
  const { files, leftOut, skipped, orphaned } = parsed;
  return makeNamesPrintable({
    ...joined,
    kind,
    source,
    files,
    complaints: [...parsed.complaints, ...joined.complaints],
    exceptions: { leftOut, skipped, orphaned, withoutAddress, joinedByOrder },
  });
}
