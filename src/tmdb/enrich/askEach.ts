import type { Connection } from "../client/connection.ts";
import { OutageError, RequestFailure } from "../client/failure.ts";
import type { ExtraReport } from "../report/extrasReport.ts";
import type { Progress } from "../report/progress.ts";
import { mapConcurrently } from "./mapConcurrently.ts";

/**
 * Does the task for each item as long as TMDB can be reached. One that fails stops no other.
 *
 * @param what is counted: "posters"
 */
export async function askEach<T>(
  items: T[],
  task: (item: T) => Promise<void>,
  what: string,
  {
    connection,
    concurrency,
    progress,
  }: { connection: Connection | null; concurrency: number; progress: Progress },
): Promise<Pick<ExtraReport, "failures" | "stopped">> {
  const failures: string[] = [];
  const client = items.length > 0 ? connection?.client() : null;
  if (!client || client.halted.aborted) return { failures, stopped: null };
  const before = client.counts.requests;
  let done = 0;
  const pace = () => {
    const all = client.pace();
    return { ...all, requests: all.requests - before };
  };
  progress.start(items.length, what, pace);
  try {
    // More than may be in flight, so that one that waits for its retry holds nobody up.
    await mapConcurrently(items, 2 * concurrency, async (item) => {
      try {
        await task(item);
        done++;
      } catch (error) {
        if (!(error instanceof RequestFailure)) throw error;
        failures.push(error.message);
      }
      progress.update(done, failures.length);
    });
    return { failures, stopped: null };
  } catch (error) {
    if (!(error instanceof OutageError)) throw error;
    return { failures, stopped: error.message };
  } finally {
    progress.stop();
  }
}
