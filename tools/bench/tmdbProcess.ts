import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { type Counters, startTmdbServer } from "../../test/tmdbServer/server.ts";

/** The server that plays TMDB, in a separate process, so that it takes no time from the client. */
export interface TmdbProcess {
  /** Ends in /3. */
  url: string;
  /** Changes the limit (requests a second) or the latency (milliseconds) while it runs. */
  set(options: { limit?: number | null; latency?: number }): Promise<void>;
  /** The requests since the last call. */
  counters(): Promise<Counters>;
  close(): Promise<void>;
}

type Order =
  | { start: { films: object[] } }
  | { set: { limit?: number | null; latency?: number } }
  | { count: true };

export async function startTmdbProcess(films: object[]): Promise<TmdbProcess> {
  const child = fork(import.meta.filename, { serialization: "advanced" });
  const { url } = (await tell(child, { start: { films } })) as { url: string };
  return {
    url,
    async set(options) {
      await tell(child, { set: options });
    },
    counters: async () => (await tell(child, { count: true })) as Counters,
    async close() {
      const closed = once(child, "close");
      child.kill();
      await closed;
    },
  };
}

/** Each order has one answer, so orders are sent one at a time. */
async function tell(child: ChildProcess, order: Order): Promise<unknown> {
  const answered = once(child, "message");
  child.send(order);
  const [answer] = await answered;
  return answer;
}

if (process.send) {
  const reply = process.send.bind(process);
  let server: Awaited<ReturnType<typeof startTmdbServer>> | null = null;
  process.on("message", async (order: Order) => {
    if ("start" in order) {
      server = await startTmdbServer({ films: order.start.films });
      reply({ url: server.url });
    } else if (server && "set" in order) {
      Object.assign(server.options, order.set);
      reply({});
    } else if (server) {
      reply({ ...server.counters });
      server.resetCounters();
    }
  });
  process.on("disconnect", () => process.exit());
}
