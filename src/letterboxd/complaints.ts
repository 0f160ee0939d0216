import { grouped } from "../counted.ts";
import type { Complaint } from "./ledger.ts";

const SHOWN_PER_KIND = 5;

/** Complaints that `doctor` shows without `--all`, so that its answer fits on one screen. */
export const SHOWN_COMPLAINTS = 4;

/** Collects the complaints about one export. */
export interface ComplaintBook {
  note(file: string, line: number | null, message: string): void;
  /** `kind` names the fault without quoting the file; see `Complaint`. */
  warn(file: string, line: number | null, kind: string, message: string): void;
  /**
   * Reports a fault that many rows of a file may share. The first five of a kind are kept in full, and
   * one complaint counts all of them.
   */
  warnRow(file: string, line: number, kind: string, message: string): void;
  /** Reports a row that is left out, and counts it. */
  leaveOut(file: string, line: number, kind: string, message: string): void;
  /** Reports rows that are left out for one reason in one complaint, and counts them. */
  leaveOutAll(file: string, lines: readonly number[], kind: string, message: string): void;
  /** Reports a file that cannot be read. This replaces all earlier complaints about the file. */
  refuse(file: string, line: number | null, message: string): void;
  all(): Complaint[];
  /** Number of rows left out, by file. */
  leftOut(): Record<string, number>;
}

export function complaintBook(): ComplaintBook {
  let complaints: Complaint[] = [];
  const leftOut = new Map<string, number>();
  const kinds = new Map<string, { file: string; kind: string; count: number; lastLine: number }>();

  const countLeftOut = (file: string, rows: number) =>
    leftOut.set(file, (leftOut.get(file) ?? 0) + rows);

  const book: ComplaintBook = {
    note: (file, line, message) => void complaints.push({ level: "note", file, line, message }),
    warn: (file, line, kind, message) =>
      void complaints.push({ level: "warning", file, line, kind, message }),
    warnRow(file, line, kind, message) {
      const key = `${file}\0${kind}`;
      const seen = kinds.get(key) ?? { file, kind, count: 0, lastLine: line };
      seen.count += 1;
      seen.lastLine = line;
      kinds.set(key, seen);
      if (seen.count <= SHOWN_PER_KIND) book.warn(file, line, kind, message);
    },
    leaveOut(file, line, kind, message) {
      countLeftOut(file, 1);
      book.warnRow(file, line, kind, message);
    },
    leaveOutAll(file, lines, kind, message) {
      countLeftOut(file, lines.length);
      book.warn(file, lines[0] ?? null, kind, message);
    },
    refuse(file, line, message) {
      leftOut.delete(file);
      complaints = complaints.filter((complaint) => complaint.file !== file);
      for (const [key, seen] of kinds) if (seen.file === file) kinds.delete(key);
      book.warn(file, line, "a file that cannot be read", message);
    },
    all() {
      const rest = [...kinds.values()]
        .filter(({ count }) => count > SHOWN_PER_KIND)
        .map(({ file, kind, count, lastLine }): Complaint => {
          const message = `${grouped(count)} rows in all with ${kind}, the last one in line ${lastLine}.`;
          return { level: "warning", file, line: null, kind: `more rows with ${kind}`, message };
        });
      return [...complaints, ...rest];
    },
    leftOut: () => Object.fromEntries(leftOut),
  };
  return book;
}

export interface ComplaintLine {
  level: Complaint["level"];
  text: string;
}

/** Complaints as lines for the owner. One line covers all files with the same complaint. */
export function complaintLines(complaints: readonly Complaint[]): ComplaintLine[] {
  const groups = Map.groupBy(complaints, ({ level, line, message, file }) =>
    line === null ? `${level}\0${message}` : `${level}\0${file}\0${line}\0${message}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { level, line, message } = first;
    const where = fileNames(group.map(({ file }) => file));
    return [{ level, text: `${where}${line === null ? "" : `, line ${line}`}: ${message}` }];
  });
}

/** `a, b and 7 more files`. At most three are named. */
function fileNames(files: readonly string[]): string {
  const distinct = [...new Set(files)];
  if (distinct.length <= 3) return distinct.join(", ");
  return `${distinct.slice(0, 2).join(", ")} and ${grouped(distinct.length - 2)} more files`;
}

/** `lines 3, 5 and 9`. A long list ends in a count. */
export function lineNumbers(lines: number[]): string {
  if (lines.length === 1) return `line ${lines[0]}`;
  if (lines.length > 6)
    return `lines ${lines.slice(0, 5).join(", ")} and ${grouped(lines.length - 5)} more`;
  return `lines ${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}`;
}
