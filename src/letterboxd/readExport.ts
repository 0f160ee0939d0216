import { type Log, stderrLog } from "../log.ts";
import { chooseExport, type ExportPlace } from "./chooseExport.ts";
import { type JoinedRows, join } from "./join.ts";
import type { Ledger } from "./ledger.ts";
import type { ParsedExport } from "./parseExport.ts";
import { makeNamesPrintable } from "./printableNames.ts";
import { uniteTagSpellings } from "./tagSpellings.ts";

export interface ReadExportOptions extends ExportPlace {
  /** Viewings that make a Watched Date a bulk day, 10 unless told. */
  bulkDay?: number;
  /** Whether the order of days counts, by the kind of export; it does unless told. */
  knowsDays?: (kind: Ledger["kind"]) => boolean;
  log?: Log;
}

/**
 * Reads and joins what `chooseExport` takes. Throws Problem if that is none, or cannot be read; a file or row
 * that cannot be read is among the ledger's complaints.
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

/** Puts together what was read and what became of it. */
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
