import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import { ANY_MAIN_FILE, isZip } from "../letterboxd/exportNames.ts";
import { type ExportSearch, type FoundExport, findExports } from "../letterboxd/findExports.ts";
import { exists, lastExportOf } from "../letterboxd/importFolder.ts";
import { type JoinedRows, join } from "../letterboxd/join.ts";
import { sentence } from "../letterboxd/readErrors.ts";
import { inOneLine, refuseNewerFailure, takeNewest } from "../letterboxd/takeNewest.ts";
import { isSamePlace } from "../letterboxd/walk.ts";
import { type Log, stderrLog } from "../log.ts";
import { npmRun } from "../npmRun.ts";
import { isProblem, Problem } from "../problem.ts";
import type { Settings } from "../settings.ts";
import { hasCode, isSystemError } from "../systemErrors.ts";
import {
  changeLines,
  damageLines,
  dataDirLines,
  obsoleteExportLines,
  ownerNameLines,
  shortCounts,
  warningLines,
} from "./changeLines.ts";
import { changesBetween } from "./changes.ts";
import { type ConfirmOptions, confirmLosses } from "./confirmLosses.ts";
import { countExport } from "./exportCounts.ts";
import { type KeptFiles, keptFiles } from "./keptFiles.ts";
import { lockDataDir } from "./lockDataDir.ts";
import { lossWarnings, warnedFiles } from "./lossWarnings.ts";
import { ownFiles } from "./ownFiles.ts";
import { publicLines, withheldLines, withheldThings } from "./publicLines.ts";
import { refuseDamaged, refuseLookalikes, refuseNewer, refuseWithheld } from "./refusals.ts";
import { stage } from "./stage.ts";
import { swapIn } from "./swap.ts";
import { withheldBy, withoutWithheld } from "./withheld.ts";

export interface ImportOptions {
  /** Also imports an export that is older than the last one or lacks much of it. */
  force?: boolean;
  /** Also imports what the site does not publish. */
  keepAll?: boolean;
  log?: Log;
  /** Asks the owner; null without a terminal. */
  confirm?: ConfirmOptions["confirm"];
  /** Aborting it stops the import, unless the files are already being swapped. */
  signal?: AbortSignal | null;
}

export type ImportSettings = Pick<
  Settings,
  "dataDir" | "isDataDirFromShell" | "isLogPublic" | "sampleDir" | "buildDate" | "publish" | "site"
>;

/**
 * Replaces the export in the data folder with the files that the site uses of the export at `path` (a
 * zip, a folder, or a folder of several exports), and reports what changed. The data folder stays
 * unchanged until the new export has been read, written beside it and read again.
 *
 * @throws Problem if the owner must act; the data folder is then unchanged
 */
export async function importExport(
  path: string,
  settings: ImportSettings,
  {
    force = false,
    keepAll = false,
    log = stderrLog,
    confirm = null,
    signal = null,
  }: ImportOptions = {},
): Promise<void> {
  const { dataDir, sampleDir } = settings;
  if (await isSamePlace(dataDir, sampleDir)) {
    throw new Problem(`DATA_DIR is ${dataDir}, and an export never replaces the sample.`, {
      hint: "Leave DATA_DIR out to use data/, or set it to a folder of your own.",
    });
  }
  await refuseFile(dataDir);
  try {
    const release = await lockDataDir(dataDir);
    const run = (command: string) => npmRun(settings, command);
    const context = { force, keepAll, log, run, confirm, signal };
    const lines = await replaceExport(path, settings, context).finally(release);
    for (const line of lines) log.info(line);
  } catch (error) {
    const problem = isSystemError(error) ? cannotWrite(dataDir, error) : error;
    throw isProblem(problem) ? await withNothingImported(problem, dataDir) : problem;
  }
}

/** Adds that nothing was changed, unless the previous files could not be restored. */
async function withNothingImported(
  { message, hint, cause }: Problem,
  dataDir: string,
): Promise<Problem> {
  const isHalf = await exists(lastExportOf(dataDir));
  const end = isHalf ? "" : "\nNothing was imported, nothing was changed.";
  return new Problem(`${message}${end}`, { hint, cause });
}

type ImportContext = Required<ImportOptions> & Pick<ConfirmOptions, "run">;

/** Runs while the data folder is locked. Returns the lines to log after it is unlocked. */
async function replaceExport(
  path: string,
  settings: ImportSettings,
  context: ImportContext,
): Promise<string[]> {
  const { dataDir, sampleDir, buildDate, publish, site } = settings;
  const { log, signal, keepAll } = context;
  const incoming = await newestAt(path, settings, log);
  const withheld = withheldBy(publish, { keepAll });
  const wanted = withoutWithheld(incoming, withheld);
  const kept = keptFiles(wanted);
  signal?.throwIfAborted();

  const present = await findExports(dataDir, { sampleDir, buildDate, hint: "" });
  // What is withheld now is no loss.
  const [last = null] = present.exports.map((found) => withoutWithheld(found, withheld));
  const isItself = resolve(incoming.source) === resolve(dataDir);
  const own = await ownFiles({
    dataDir,
    favourites: publish.favourites || keepAll ? incoming.parsed.rows.favourites : [],
    next: isItself ? null : wanted.parsed,
    last: last && !last.parsed.problem ? last.parsed : null,
    hide: site.hide,
    log,
  });
  const staged = await stage(kept, wanted, own, settings);
  const others = present.exports.filter(({ source }) => source !== dataDir);
  refuseNewer(staged, others, incoming.source);
  refuseNewerFailure(staged, present.failures);
  await refuseLookalikes(dataDir);

  const joined = join(staged.parsed);
  const complaints = [...staged.parsed.complaints, ...joined.complaints];
  for (const line of [...damageLines(kept), ...warningLines(complaints, context.run)]) {
    log.warn(line);
  }
  const left = withheldThings(incoming.parsed, withheld);
  if (isItself) {
    log.info(`It is ${dataDir}/ itself: whatever the site does not use is removed.`);
    log.info(`It has ${shortCounts(countExport(joined.films))}.`);
    if (!context.force) {
      refuseDamaged(kept, dataDir, context.run);
      refuseWithheld(left, dataDir, context.run);
    }
  } else {
    const imported = { path, incoming, staged, kept, joined };
    await compare(imported, { last, present }, settings, context);
  }
  // Yield to the event loop so that a pending signal is delivered.
  await yieldToEventLoop();
  signal?.throwIfAborted();
  await swapIn(dataDir);
  return [
    ...dataDirLines({ staged, kept, incoming, own }),
    ...withheldLines(left),
    ...publicLines(staged, settings),
    ...ownerNameLines(incoming, settings),
    ...obsoleteExportLines(others),
    `\nNext: ${context.run("build")}`,
  ];
}

interface Imported {
  path: string;
  incoming: FoundExport;
  staged: FoundExport;
  kept: KeptFiles;
  joined: JoinedRows;
}

/**
 * Reports what changed, and asks the owner to confirm losses.
 *
 * @param last the export that the data folder has so far, without what is withheld
 */
async function compare(
  { path, incoming, staged, kept, joined }: Imported,
  { last, present }: { last: FoundExport | null; present: ExportSearch },
  { dataDir }: ImportSettings,
  context: ImportContext,
): Promise<void> {
  const { log } = context;
  const now = countExport(joined.films);
  warnOfUnreadable(present, dataDir, log);
  const before = last && !last.parsed.problem ? join(last.parsed) : null;
  const changes = before && changesBetween(before, joined);
  const losses = last ? lossWarnings({ last, next: staged, changes, damaged: kept.damaged }) : [];
  if (last && changes) {
    for (const line of changeLines(changes, now, last, warnedFiles(losses))) log.info(line);
  } else {
    const isFirst = present.exports.length + present.failures.length === 0;
    log.info(`${isFirst ? "This is the first import:" : "It has"} ${shortCounts(now)}.`);
  }
  const [lastAsItIs] = present.exports;
  if (!lastAsItIs) return;
  await confirmLosses({ last: lastAsItIs, next: incoming, losses }, path, context);
}

const HINT = "Name the zip from letterboxd.com/settings/data, or the folder it was unpacked to.";

const AGAIN = "Download the export again at letterboxd.com/settings/data and import it again.";

async function newestAt(
  path: string,
  { sampleDir, buildDate }: ImportSettings,
  log: Log,
): Promise<FoundExport> {
  const found = await findExports(path, { sampleDir, buildDate, hint: HINT });
  const unreadable = found.exports[0]?.parsed.problem;
  if (unreadable) throw new Problem(unreadable.message, { hint: AGAIN, cause: unreadable });
  const newest = takeNewest(found, log);
  if (newest) return newest;
  const what = [`${path} contains no ${ANY_MAIN_FILE}.`, ...found.otherZips];
  throw new Problem(what.join("\n"), { hint: HINT });
}

function warnOfUnreadable({ exports: [first], failures }: ExportSearch, dataDir: string, log: Log) {
  const problem = first ? first.parsed.problem : failures[0]?.problem;
  if (!problem) return;
  const why = inOneLine(problem.message);
  log.warn(`The present export in ${dataDir}/ cannot be read, so it is not compared: ${why}`);
}

async function refuseFile(dataDir: string): Promise<void> {
  try {
    if ((await stat(dataDir)).isDirectory()) return;
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    if (!isZip(dataDir)) return;
  }
  throw new Problem(`DATA_DIR is ${dataDir}, but an export can only be imported into a folder.`, {
    hint: "Set DATA_DIR to a folder, or leave it out to use data/.",
  });
}

const cannotWrite = (dataDir: string, error: Error): Problem =>
  new Problem(`Cannot write to ${dataDir}/: ${sentence(error.message)}`, {
    hint: "Is a file there open in another program, is the disk full, or is the folder not yours?",
    cause: error,
  });
