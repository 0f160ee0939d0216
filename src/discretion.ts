import { counted } from "./counted.ts";
import { complaintLines, lineNumbers } from "./letterboxd/complaints.ts";
import type { Complaint, Ledger } from "./letterboxd/ledger.ts";
import type { Log } from "./log.ts";
import { isProblem, Problem } from "./problem.ts";
import { publishables } from "./publishables.ts";
import type { Settings } from "./settings.ts";

/**
 * Whether messages may name only what is on the site. True in a GitHub workflow, because its log is as
 * public as its repository.
 */
export const isDiscreet = ({ isLogPublic, publish, site: { hide } }: Settings): boolean =>
  isLogPublic &&
  (publishables.some((name) => !publish[name]) ||
    Object.values(hide).some((entries) => entries.length > 0));

/** Whether a film may be named: seen films are on the site, others only if their list is public. */
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

/** A log for messages about the export and overrides.csv, which may quote private text. */
export interface FileLog extends Log {
  /** Logs the complaints that are warnings. */
  complain(complaints: readonly Complaint[]): void;
  /** Must be called last. */
  end(): void;
}

/**
 * In a public log it gives only the file, line and kind of each warning, all together at the end.
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
        "Details of these warnings are left out of this log, because others may be able to read it. At home, npm run doctor shows them.",
      );
    },
  };
}

/** `diary.csv, lines 3 and 9: an unreadable Rating.` */
function unquotedLines(warnings: Complaint[], { publish }: Settings): string[] {
  const placeOf = ({ file }: Complaint) => {
    // The file of a list has the list's name. The folder of overrides.csv is private.
    if (file.startsWith("lists/")) return publish.lists ? file : "lists/….csv";
    return /(?:overrides?|favourites|history)\.[^/\\]*$/i.exec(file)?.[0] ?? file;
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

/** `, lines 3 and 9`; for several lists with withheld names ` in 2 files`. */
function linesIn(group: Complaint[]): string {
  const files = new Set(group.map(({ file }) => file)).size;
  if (files > 1) return ` in ${counted(files, "file")}`;
  const lines = group.flatMap(({ line }) => line ?? []).sort((a, b) => a - b);
  return lines.length > 0 ? `, ${lineNumbers(lines)}` : "";
}

/** Does the work. In a public log, quotes and days are removed from its Problem. */
export async function quotingNothing<T>(settings: Settings, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isProblem(error) || !isDiscreet(settings)) throw error;
    const { message, hint } = error;
    throw new Problem(unquoted(message), { hint: hint && unquoted(hint), cause: error });
  }
}

/** File names of exports and lists contain the user name and the names of lists. */
const unquoted = (text: string): string =>
  text
    .replace(/"[^"\n]*"|“[^”\n]*”/g, '"…"')
    .replace(/letterboxd-[^\s/\\]*?-utc(?: ?\(\d+\))?(?:\.zip)?/gi, "the export")
    .replace(/(lists[/\\])[^/\\\n]*?\.csv/gi, "$1….csv")
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, "…");
