import type { Connection } from "../client/connection.ts";
import { OutageError, RequestFailure } from "../client/failure.ts";
import type { ExtraReport } from "../report/extrasReport.ts";
import type { Progress } from "../report/progress.ts";
import { mapConcurrently } from "./mapConcurrently.ts";

/**
 * Runs the task for each item for as long as TMDB can be reached. The failure of one item is reported
 * and the others go on.
 *
 * @param what the plural for the progress display: "posters"
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
    // Twice as many tasks as requests: a task that waits for its retry then delays no other.
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
