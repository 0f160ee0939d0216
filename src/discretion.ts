import { counted } from "./counted.ts";
import { complaintLines, lineNumbers } from "./letterboxd/complaints.ts";
import type { Complaint, Ledger } from "./letterboxd/ledger.ts";
import type { Log } from "./log.ts";
import { isProblem, Problem } from "./problem.ts";
import { publishables, type Settings } from "./settings.ts";

/**
 * Whether messages may name only what is published: in a workflow on GitHub, whose log is as public
 * as its repository.
 */
export const isDiscreet = ({ isLogPublic, publish }: Settings): boolean =>
  isLogPublic && publishables.some((name) => !publish[name]);

/** Whether a film may be named: those seen are on the site, others where their list is. */
export function mayName(
  { films, lists }: Ledger,
  settings: Settings,
): (film: { key: string }) => boolean {
  if (!isDiscreet(settings)) return () => true;
  const { publish } = settings;
  const shown = new Set(
    [
      ...films.filter(
        ({ seen, watchlisted }) => seen || (publish.watchlist && watchlisted !== null),
      ),
      ...(publish.lists ? lists.flatMap(({ items }) => items.map(({ film }) => film)) : []),
    ].map(({ key }) => key),
  );
  return ({ key }) => shown.has(key);
}

/** Where to say what is about the export or overrides.csv, which may hold anything. */
export interface FileLog extends Log {
  /** Says those of the complaints that are warnings. */
  complain(complaints: readonly Complaint[]): void;
  /** Nothing more comes. */
  end(): void;
}

/**
 * Where nothing of the files may be quoted, it says of each warning no more than file, line and kind, all
 * of them together at the end.
 */
export function logOfFiles(settings: Settings, log: Log): FileLog {
  const warningsOf = (complaints: readonly Complaint[]) =>
    complaints.filter(({ level }) => level === "warning");
  if (!isDiscreet(settings)) {
    return {
      ...log,
      complain(complaints) {
        for (const { text } of complaintLines(warningsOf(complaints))) log.warn(text);
      },
      end() {},
    };
  }
  const warnings: Complaint[] = [];
  let others = 0;
  return {
    info() {},
    warn() {
      others += 1;
    },
    complain(complaints) {
      warnings.push(...warningsOf(complaints));
    },
    end() {
      for (const line of unquotedLines(warnings, settings)) log.warn(line);
      if (others > 0) log.warn(`${counted(others, "warning")} about which export is taken.`);
      if (warnings.length + others === 0) return;
      log.warn(
        "What these warnings quote is left out of this log, which all may be able to read. At home, npm run doctor shows it.",
      );
    },
  };
}

/** `diary.csv, lines 3 and 9: an unreadable Rating.` */
function unquotedLines(warnings: Complaint[], { publish }: Settings): string[] {
  const placeOf = ({ file }: Complaint) => {
    // Files of lists are called like these; where overrides.csv lies is the owner's affair.
    if (file.startsWith("lists/")) return publish.lists ? file : "lists/….csv";
    return /overrides?\.[^/\\]*$/i.exec(file)?.[0] ?? file;
  };
  const alike = Map.groupBy(
    warnings,
    (warning) => `${placeOf(warning)}\0${warning.kind ?? "something odd"}`,
  );
  return Array.from(alike, ([key, group]) => {
    const [place, kind] = key.split("\0");
    return `${place}${linesIn(group)}: ${kind}.`;
  });
}

/** `, lines 3 and 9`; of several lists, whose names are withheld, how many there are: ` in 2 files`. */
function linesIn(group: Complaint[]): string {
  const files = new Set(group.map(({ file }) => file)).size;
  if (files > 1) return ` in ${counted(files, "file")}`;
  const lines = group.flatMap(({ line }) => line ?? []).sort((a, b) => a - b);
  return lines.length > 0 ? `, ${lineNumbers(lines)}` : "";
}

/** Does the work; a problem in the owner's files is told without days, and without what it quotes. */
export async function quotingNothing<T>(settings: Settings, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isProblem(error) || !isDiscreet(settings)) throw error;
    const { message, hint } = error;
    throw new Problem(unquoted(message), { hint: hint && unquoted(hint), cause: error });
  }
}

/** Names of an export and of lists tell the member's user name and what the lists are called. */
const unquoted = (text: string): string =>
  text
    .replace(/"[^"\n]*"|“[^”\n]*”/g, '"…"')
    .replace(/letterboxd-[^\s/\\]*?-utc(?: ?\(\d+\))?(?:\.zip)?/gi, "the export")
    .replace(/(lists[/\\])[^/\\\n]*?\.csv/gi, "$1….csv")
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, "…");
