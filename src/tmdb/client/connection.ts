import { type Api, createApi } from "./api.ts";
import { type Client, type ClientOptions, createClient } from "./client.ts";

/** A client created on first use, because a run with a full cache needs neither token nor network. */
export interface Connection {
  client(): Client;
  api(): Api;
  /** Requests sent so far, and answers with status 429. */
  counts(): Client["counts"];
  close(): Promise<void>;
}

export function createConnection(options: ClientOptions): Connection {
  let created: { client: Client; api: Api } | null = null;
  const getClient = () => {
    if (created) return created;
    const client = createClient(options);
    created = { client, api: createApi(client) };
    return created;
  };
  return {
    client: () => getClient().client,
    api: () => getClient().api,
    counts: () => ({ requests: 0, throttled: 0, ...created?.client.counts }),
    close: async () => created?.client.close(),
  };
}
