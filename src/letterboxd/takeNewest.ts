import { grouped } from "../counted.ts";
import type { Log } from "../log.ts";
import { Problem } from "../problem.ts";
import { dateInName, lastLoggedText, newestDate, newestFirst } from "./exportAge.ts";
import {
  type ExportSearch,
  type FoundExport,
  isExportName,
  type UnreadableSource,
} from "./findExports.ts";
import { ZipInZip } from "./zip.ts";

/**
 * Takes the newest export, or null if there is none. The log says why it was chosen and names the others.
 *
 * @throws Problem if the newest export cannot be read, or if an unreadable one is newer by its name: an
 *   older export would silently remove films from the site
 */
export function takeNewest(
  { exports, failures, otherZips }: ExportSearch,
  log: Log,
): FoundExport | null {
  const [newest, ...others] = exports;
  if (!newest) {
    const [failure] = failures;
    if (failure) throw failure.problem;
    return null;
  }
  if (newest.parsed.problem) throw newest.parsed.problem;
  refuseNewerFailure(newest, failures);
  log.info(`Export: ${newest.source} (${lastLoggedText(newest)})${whyChosen(newest, others)}.`);
  const problems = failures.map(({ problem }) => problem);
  for (const other of others) {
    if (other.parsed.problem) problems.push(other.parsed.problem);
    else log.info(`Not used: ${other.source} (${lastLoggedText(other)}).`);
  }
  for (const sentence of otherZips) log.info(`Not used: ${sentence}`);
  for (const { message } of problems) log.warn(`Not used: ${inOneLine(message)}`);
  return newest;
}

/**
 * @throws Problem if something unreadable is named like an export and the date in its name is later than
 *   both the name and the newest Date of `newest`
 */
export function refuseNewerFailure(
  newest: FoundExport,
  failures: readonly UnreadableSource[],
): void {
  const isNewer = (name: string): boolean => {
    const date = dateInName(name);
    return date > dateInName(newest.source) && date.slice(0, DAY_LENGTH) > newestDate(newest);
  };
  const newer = failures.find(({ names }) => names.filter(isExportName).some(isNewer));
  if (!newer) return;
  const { message, hint, cause } = newer.problem;
  const removal = `Remove ${newer.source}, or download the export again in its place.`;
  throw new Problem(
    `${message}\nBy its name it is newer than ${newest.source} (${lastLoggedText(newest)}), which would be used instead.`,
    { hint: newer.problem instanceof ZipInZip ? hint : removal, cause },
  );
}

const DAY_LENGTH = "2024-01-01".length;

/** Joins the lines of a message into one. */
export const inOneLine = (message: string): string => message.replaceAll("\n", " ");

function whyChosen(newest: FoundExport, others: readonly FoundExport[]): string {
  const [next] = others;
  if (!next) return "";
  if (newestFirst(newest, next) === 0) return ", the first of several that are equally new";
  return newestDate(newest) === newestDate(next)
    ? `, as new as ${next.source}, but with a later date in its name`
    : `, the newest of ${grouped(others.length + 1)}`;
}
