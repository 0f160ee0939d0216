import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { quietLog } from "../../src/log.ts";
import { enrich } from "../../src/tmdb/enrich/enrich.ts";
import type { ExportFilm } from "../../src/tmdb/metadata.ts";
import type { EnrichReport } from "../../src/tmdb/report/enrichReport.ts";
import { noProgress } from "../../src/tmdb/report/progress.ts";

export interface EnrichOrder {
  films: ExportFilm[];
  cacheDir: string;
  apiUrl: string;
  requestsPerSecond: number;
}

/** Enriches in a process of its own, as a command does; null if it was killed after `killAfter` ms. */
export async function enrichApart(
  order: EnrichOrder,
  { killAfter = null }: { killAfter?: number | null } = {},
): Promise<EnrichReport | null> {
  const child = fork(import.meta.filename, { serialization: "advanced" });
  const closed = once(child, "close");
  const answered = once(child, "message").then(([report]) => report as EnrichReport);
  child.send(order);
  if (killAfter !== null) {
    await delay(killAfter);
    child.kill("SIGKILL");
    await closed;
    return null;
  }
  const report = await Promise.race([
    answered,
    closed.then(([code]) => {
      throw new Error(`the enriching process ended with ${code}`);
    }),
  ]);
  await closed;
  return report;
}

if (process.send) {
  const reply = process.send.bind(process);
  process.once("message", async ({ films, cacheDir, apiUrl, requestsPerSecond }: EnrichOrder) => {
    const { report } = await enrich({
      films,
      seenCount: films.length,
      overrides: [],
      cacheDir,
      tmdb: { token: "test-token", apiUrl, requestsPerSecond, concurrency: 16 },
      offline: false,
      log: quietLog,
      progress: noProgress,
    });
    reply(report, () => process.disconnect());
  });
}
