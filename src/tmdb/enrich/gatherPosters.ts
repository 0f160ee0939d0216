import { basename } from "node:path";
import type { Log } from "../../log.ts";
import { type LocalPosters, type PosterStore, readPosters } from "../cache/posterStore.ts";
import type { Connection } from "../client/connection.ts";
import { RequestFailure } from "../client/failure.ts";
import { codeOf, orWarn } from "../fileErrors.ts";
import { type ExtraReport, POSTERS } from "../report/extrasReport.ts";
import type { Progress } from "../report/progress.ts";
import { askEach } from "./askEach.ts";

export interface GatherPostersOptions {
  /** Null: nothing is asked. */
  connection: Connection | null;
  /** Most requests in flight. */
  concurrency: number;
  now: () => number;
  log: Log;
  progress: Progress;
  /** Called when a poster could not be kept. */
  onLost?: () => void;
}

/**
 * The wanted posters that lie in the folder, and those that are missing there or old from TMDB's image
 * server. What fails is reported and absent, or stays as it was.
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
  /** Those the server says it does not have, with its words. */
  const denied = new Map<string, string>();
  let given = 0;
  let isRefused = false;
  /** Those that could not be kept, and those that were not asked for then. */
  const lost: string[] = [];

  async function keep(file: string, bytes: Buffer): Promise<void> {
    try {
      await store.save(file, bytes);
    } catch (error) {
      // A disk that is full or may not be written to is the owner's; the site does without posters.
      if (!(error instanceof Error) || codeOf(error) === null) throw error;
      if (!isRefused) log.warn(`Posters cannot be kept in ${folder} (${error.message}).`);
      isRefused = true;
      options.onLost?.();
      if (bytes.length > 0) lost.push(file);
    }
  }

  async function fetch(file: string): Promise<void> {
    if (!connection) return;
    if (isRefused) {
      lost.push(file);
      return;
    }
    try {
      const bytes = await connection.client().image(`/${file}`);
      given++;
      await keep(file, bytes);
    } catch (error) {
      if (!isDenial(error) || store.isSaved(file)) throw error;
      denied.set(file, error.message);
    }
  }

  const asked = await askEach(store.due, fetch, "poster files", options);
  const failures = [...asked.failures, ...(await rememberDenied())];
  const files = store.known();
  return {
    posters: { folder, files },
    report: {
      what: POSTERS,
      wanted: postersAmong(wanted),
      known: postersAmong(wanted) - postersAmong(wanted.filter((file) => !files.has(file))),
      ...asked,
      failures,
      lost: postersAmong(lost),
    },
  };

  /**
   * A server that gave other posters in the same run is believed that it lacks these: kept as nothing
   * at all, they are not asked for in every build. One that gave none may be any server.
   */
  async function rememberDenied(): Promise<string[]> {
    if (given === 0) return [...denied.values()];
    for (const file of denied.keys()) if (!isRefused) await keep(file, Buffer.alloc(0));
    return [];
  }
}

const none = (folder: string, wanted: string[]) => ({
  posters: { folder, files: new Set<string>() },
  report: { what: POSTERS, wanted: postersAmong(wanted), known: 0, failures: [], stopped: null },
});

/** Each lies there in several sizes. */
const postersAmong = (files: string[]): number => new Set(files.map((file) => basename(file))).size;

/** The image server has no JSON to say more than this. */
const isDenial = (error: unknown): error is RequestFailure =>
  error instanceof RequestFailure && error.status === 404;
