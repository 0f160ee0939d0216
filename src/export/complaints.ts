import type { Complaint } from "./ledger.ts";

const SHOWN_PER_KIND = 5;

/** Collects what was odd about one export. */
export interface ComplaintBook {
  note(file: string, line: number | null, message: string): void;
  warn(file: string, line: number | null, message: string): void;
  /**
   * A fault that many rows of a file may share: the first five of a kind are kept in full, the
   * others as one complaint that counts them.
   */
  warnRow(file: string, line: number, kind: string, message: string): void;
  /** The file as a whole cannot be read: that alone is kept of what was said about it. */
  refuse(file: string, line: number | null, message: string): void;
  all(): Complaint[];
}

export function complaintBook(): ComplaintBook {
  let complaints: Complaint[] = [];
  const kinds = new Map<string, { file: string; kind: string; count: number; lastLine: number }>();

  return {
    note: (file, line, message) => void complaints.push({ level: "note", file, line, message }),
    warn: (file, line, message) => void complaints.push({ level: "warning", file, line, message }),
    warnRow(file, line, kind, message) {
      const key = `${file}\0${kind}`;
      const seen = kinds.get(key) ?? { file, kind, count: 0, lastLine: line };
      seen.count += 1;
      seen.lastLine = line;
      kinds.set(key, seen);
      if (seen.count <= SHOWN_PER_KIND) complaints.push({ level: "warning", file, line, message });
    },
    refuse(file, line, message) {
      complaints = complaints.filter((complaint) => complaint.file !== file);
      for (const [key, seen] of kinds) if (seen.file === file) kinds.delete(key);
      complaints.push({ level: "warning", file, line, message });
    },
    all() {
      const rest = [...kinds.values()]
        .filter(({ count }) => count > SHOWN_PER_KIND)
        .map(({ file, kind, count, lastLine }): Complaint => {
          const message = `${count} rows in all with ${kind}, the last one in line ${lastLine}.`;
          return { level: "warning", file, line: null, message };
        });
      return [...complaints, ...rest];
    },
  };
}

/** `lines 3, 5 and 9`; long enumerations end in a count. */
export function lineNumbers(lines: number[]): string {
  if (lines.length === 1) return `line ${lines[0]}`;
  if (lines.length > 6) return `lines ${lines.slice(0, 5).join(", ")} and ${lines.length - 5} more`;
  return `lines ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}`;
}
