import { type Api, createApi } from "./api.ts";
import { type Client, type ClientOptions, createClient } from "./client.ts";

/** A client that is made when first needed: what is all in the cache needs neither token nor network. */
export interface Connection {
  client(): Client;
  api(): Api;
  /** Requests sent so far, and those answered with 429. */
  counts(): Client["counts"];
  close(): Promise<void>;
}

export function createConnection(options: ClientOptions): Connection {
  let made: { client: Client; api: Api } | null = null;
  const make = () => {
    if (made) return made;
    const client = createClient(options);
    made = { client, api: createApi(client) };
    return made;
  };
  return {
    client: () => make().client,
    api: () => make().api,
    counts: () => ({ requests: 0, throttled: 0, ...made?.client.counts }),
    close: async () => made?.client.close(),
  };
}
