import { grouped } from "./counted.ts";
import type { Ledger } from "./export/ledger.ts";
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

/**
 * Where to say what is about the export or overrides.csv, which may hold anything. Where nothing of
 * it may be named, the warnings are counted, and `end` says how many there were.
 */
export function logOfFiles(settings: Settings, log: Log): Log & { end(): void } {
  if (!isDiscreet(settings)) return { ...log, end() {} };
  let warnings = 0;
  return {
    info() {},
    warn() {
      warnings += 1;
    },
    end() {
      if (warnings === 0) return;
      const are = warnings === 1 ? "warning about your files is" : "warnings about your files are";
      log.warn(
        `${grouped(warnings)} ${are} left out of this log, which all may be able to read. At home, npm run doctor shows them.`,
      );
    },
  };
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
