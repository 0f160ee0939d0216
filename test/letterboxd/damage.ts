import { CsvError, parse } from "csv-parse/sync";
import type { Chance } from "./chance.ts";
import { byteDamages } from "./damageBytes.ts";
import { tableDamages } from "./damageTable.ts";

export interface DamagedExport {
  files: Map<string, Buffer>;
  /** What was done, in order: `diary.csv: a quote`. */
  damages: string[];
}

/** Up to five damages to an export: to bytes, to tables, or to which file is which. */
export function damageExport(whole: Map<string, Buffer>, chance: Chance): DamagedExport {
  const files = new Map(whole);
  const damages: string[] = [];
  for (let left = chance.below(6); left > 0 && files.size > 0; left -= 1) {
    const file = chance.pick([...files.keys()]);
    const bytes = files.get(file) ?? Buffer.alloc(0);
    const kind = chance.below(10);
    if (kind < 4) {
      const name = chance.pick(Object.keys(byteDamages));
      files.set(file, byteDamages[name]?.(bytes, chance) ?? bytes);
      damages.push(`${file}: ${name}`);
    } else if (kind < 9) {
      const name = chance.pick([...Object.keys(tableDamages), ...Object.keys(SEPARATORS)]);
      files.set(file, damageTable(bytes, name, chance) ?? bytes);
      damages.push(`${file}: ${name}`);
    } else {
      damages.push(misplace(file, files, chance));
    }
  }
  return { files, damages };
}

const SEPARATORS: Record<string, string> = { semicolons: ";", tabs: "\t", bars: "|" };

/** A table saved again by something that reads CSV leniently; null if not even that is possible. */
function damageTable(bytes: Buffer, name: string, chance: Chance): Buffer | null {
  const rows = recordsOf(bytes);
  if (rows === null) return null;
  const separator = SEPARATORS[name] ?? (chance.happens(0.1) ? ";" : ",");
  const damaged = tableDamages[name]?.(rows, chance) ?? rows;
  const isPlain = (cell: string) => !/["\r\n]/.test(cell) && !cell.includes(separator);
  const lines = damaged.map((row) =>
    row.map((cell) => (isPlain(cell) ? cell : `"${cell.replaceAll('"', '""')}"`)).join(separator),
  );
  return Buffer.from(`${lines.join("\r\n")}\r\n`);
}

function recordsOf(bytes: Buffer): string[][] | null {
  const head = bytes.subarray(0, bytes.indexOf("\n"));
  try {
    return parse(bytes, {
      relax_column_count: true,
      relax_quotes: true,
      delimiter: [",", ";", "\t"].find((separator) => head.includes(separator)) ?? ",",
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return null;
  }
}

const OTHER_NAMES = [
  "diary (1).csv",
  "Watched.csv",
  "__proto__.csv",
  "lists/null-1.csv",
  "lists/-.csv",
];

/** Puts a file where another belongs. */
function misplace(file: string, files: Map<string, Buffer>, chance: Chance): string {
  const bytes = files.get(file) ?? Buffer.alloc(0);
  const other = chance.pick([...files.keys(), ...OTHER_NAMES]);
  const how = chance.pick(["lost", "moved to", "copied to", "swapped with"]);
  if (how === "swapped with") files.set(file, files.get(other) ?? bytes);
  if (how === "lost" || how === "moved to") files.delete(file);
  if (how !== "lost") files.set(other, bytes);
  return how === "lost" ? `${file}: lost` : `${file}: ${how} ${other}`;
}
