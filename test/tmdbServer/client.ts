import { afterEach } from "vitest";
import type { Json } from "./json.ts";
import { startTmdbServer, type TmdbServer, type TmdbServerOptions } from "./server.ts";

const running: TmdbServer[] = [];

/** A server that is closed after the test. */
export async function runTmdbServer(options: TmdbServerOptions): Promise<TmdbServer> {
  const server = await startTmdbServer(options);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const bearer = { authorization: "Bearer test-token" };

/** A request with the v4 token; `path` begins with a slash. */
export const request = (server: TmdbServer, path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { headers: bearer, ...init });

export async function get(server: TmdbServer, path: string): Promise<Json> {
  const response = await request(server, path);
  return (await response.json()) as Json;
}
