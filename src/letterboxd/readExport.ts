import { type Log, stderrLog } from "../log.ts";
import { chooseExport, type ExportPlace } from "./chooseExport.ts";
import { type JoinedRows, join } from "./join.ts";
import type { Ledger } from "./ledger.ts";
import type { ParsedExport } from "./parseExport.ts";
import { makeNamesPrintable } from "./printableNames.ts";
import { uniteTagSpellings } from "./tagSpellings.ts";

export interface ReadExportOptions extends ExportPlace {
  /** Number of viewings from which a Watched Date is a bulk day. The default is 10. */
  bulkDay?: number;
  /** Whether exact days may be used, by the kind of export. The default is yes. */
  knowsDays?: (kind: Ledger["kind"]) => boolean;
  log?: Log;
}

/**
 * Chooses an export, reads it and joins its files. The ledger's complaints name the files and rows that
 * cannot be read.
 *
 * @throws Problem as `chooseExport` does
 */
export async function readExport({
  bulkDay = 10,
  knowsDays = () => true,
  log = stderrLog,
  ...place
}: ReadExportOptions): Promise<Ledger> {
  const { kind, source, parsed } = await chooseExport(place, log);
  const joined = join(parsed, { bulkDay, exactDates: knowsDays(kind) });
  return uniteTagSpellings(makeNamesPrintable({ ...ledgerFrom(parsed, joined), kind, source }));
}

/** Combines the parsed files and the joined rows. */
export function ledgerFrom(
  parsed: ParsedExport,
  { withoutAddress, toCome, joinedByOrder, leftOut, ...joined }: JoinedRows,
): Omit<Ledger, "kind" | "source"> {
  const { files, skipped, leftAlone, orphaned, complaints } = parsed;
  return {
    ...joined,
    files,
    complaints: [...complaints, ...joined.complaints],
    exceptions: {
      leftOut: sums(parsed.leftOut, leftOut),
      skipped,
      leftAlone,
      orphaned,
      withoutAddress,
      toCome,
      joinedByOrder,
    },
  };
}

function sums(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  const both = Object.entries(b).map(([file, rows]) => [file, rows + (a[file] ?? 0)] as const);
  return { ...a, ...Object.fromEntries(both) };
}
