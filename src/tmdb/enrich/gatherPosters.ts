import { basename } from "node:path";
import type { Log } from "../../log.ts";
import { isSystemError } from "../../systemErrors.ts";
import { type LocalPosters, type PosterStore, readPosters } from "../cache/posterStore.ts";
import type { Connection } from "../client/connection.ts";
import { RequestFailure } from "../client/failure.ts";
import { orWarn } from "../fileErrors.ts";
import { type ExtraReport, POSTERS } from "../report/extrasReport.ts";
import type { Progress } from "../report/progress.ts";
import { askEach } from "./askEach.ts";

export interface GatherPostersOptions {
  /** Null: only cached data is used. */
  connection: Connection | null;
  /** Most requests in flight. */
  concurrency: number;
  now: () => number;
  log: Log;
  progress: Progress;
  /** Called if a poster could not be saved. */
  onLost?: () => void;
}

/**
 * Finds the wanted posters in the folder and downloads the missing and old ones. Failures are reported;
 * an old poster stays in use if its download fails.
 *
 * @param wanted `w154/abc.jpg`
 */
export async function gatherPosters(
  folder: string,
  wanted: string[],
  options: GatherPostersOptions,
): Promise<{ posters: LocalPosters; report: ExtraReport }> {
  const { connection, now, log } = options;
  const read = await orWarn(() => readPosters(folder, wanted, now), {
    what: `Posters in ${folder} cannot be read`,
    log,
    otherwise: null,
  });
  if (!read) return none(folder, wanted);
  const store: PosterStore = read;
  /** Files for which the server answered 404, with the messages. */
  const notFound = new Map<string, string>();
  let downloaded = 0;
  let isFolderUnwritable = false;
  /** Files that could not be saved, and the files skipped after the first of these. */
  const unsaved: string[] = [];

  async function save(file: string, bytes: Buffer): Promise<void> {
    try {
      await store.save(file, bytes);
    } catch (error) {
      // A full or write-protected disk is the owner's to fix; the site is built without posters.
      if (!isSystemError(error)) throw error;
      if (!isFolderUnwritable) log.warn(`Posters cannot be saved in ${folder} (${error.message}).`);
      isFolderUnwritable = true;
      options.onLost?.();
      if (bytes.length > 0) unsaved.push(file);
    }
  }

  async function fetch(file: string): Promise<void> {
    if (!connection) return;
    if (isFolderUnwritable) {
      unsaved.push(file);
      return;
    }
    try {
      const bytes = await connection.client().image(`/${file}`);
      downloaded++;
      await save(file, bytes);
    } catch (error) {
      if (!isNotFound(error) || store.isSaved(file)) throw error;
      notFound.set(file, error.message);
    }
  }

  const asked = await askEach(store.due, fetch, "poster files", options);
  const failures = [...asked.failures, ...(await saveAbsences())];
  const files = store.known();
  return {
    posters: { folder, files },
    report: {
      what: POSTERS,
      wanted: countPosters(wanted),
      known: countPosters(wanted) - countPosters(wanted.filter((file) => !files.has(file))),
      ...asked,
      failures,
      lost: countPosters(unsaved),
    },
  };

  /**
   * Saves an empty file for each poster that TMDB lacks, so that the next builds do not ask for it. Only
   * if other posters arrived in the same run: otherwise the address may be that of some other server.
   */
  async function saveAbsences(): Promise<string[]> {
    if (downloaded === 0) return [...notFound.values()];
    for (const file of notFound.keys()) if (!isFolderUnwritable) await save(file, Buffer.alloc(0));
    return [];
  }
}

const none = (folder: string, wanted: string[]) => ({
  posters: { folder, files: new Set<string>() },
  report: { what: POSTERS, wanted: countPosters(wanted), known: 0, failures: [], stopped: null },
});

/** Counts posters; each has a file per size. */
const countPosters = (files: string[]): number => new Set(files.map((file) => basename(file))).size;

/** The image server's 404 has no JSON body, unlike the API's. */
const isNotFound = (error: unknown): error is RequestFailure =>
  error instanceof RequestFailure && error.status === 404;
