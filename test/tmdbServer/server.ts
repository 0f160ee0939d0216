import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { type Catalogue, createCatalogue } from "./catalogue.ts";
import { type Counters, countRequest, newCounters, slidingSecond } from "./counters.ts";
import { type Answer, errorAnswer, throttledAnswer } from "./errors.ts";
import { type FaultChooser, misbehave, type Reply, statusReply } from "./faults.ts";
import { image } from "./image.ts";
import { hash } from "./json.ts";
import { loadSources } from "./records.ts";
import { answer, isAuthorised } from "./routes.ts";

export type { Counters } from "./counters.ts";
export type { Fault, FaultChooser, FaultRequest } from "./faults.ts";

export interface TmdbServerOptions {
  /**
   * JSON lines (plain or .gz) in the shape of `/movie/{id}` with credits, or the objects.
   * Default: the bundled sample.
   */
  films?: string | readonly object[];
  /** The same for `/tv/{id}`. Default: the sample's if the films are the sample's, else none. */
  series?: string | readonly object[];
  /** Default 0: any free one. */
  port?: number;
  /** Milliseconds an answer takes at least. Default 0. */
  latency?: number;
  /** API requests accepted in any sliding second; more get 429. Default null: no limit. */
  limit?: number | null;
  /** Seconds sent as Retry-After with a 429; null: no such header. Default 1. */
  retryAfter?: number | null;
  /** Milliseconds between two pieces of a "drip". Default 25, for 20 pieces. */
  dripInterval?: number;
  /** Whether crews are filled up to 40 to 300 people, made up but always the same. Default false. */
  madeUpCrews?: boolean;
  /** Accepted v3 keys (32 hex digits) and v4 tokens. Default: one of each, see `testTokens`. */
  tokens?: readonly string[];
}

/** The v4 token and the v3 key that are accepted unless others are given. */
export const testTokens = ["test-token", "0123456789abcdef0123456789abcdef"] as const;

export interface TmdbServer {
  /** Ends in /3. */
  url: string;
  /** Ends in /t/p. */
  imageUrl: string;
  readonly counters: Counters;
  /** Decides for each request whether to misbehave; undefined: answer properly. */
  fault: FaultChooser | null;
  /** May be changed while the server runs. */
  options: Required<
    Pick<TmdbServerOptions, "latency" | "limit" | "retryAfter" | "dripInterval" | "tokens">
  >;
  /** Sets all counters to nothing and forgets which addresses were asked for. */
  resetCounters(): void;
  /** Drops open sockets at once; a second call waits for the first. */
  close(): Promise<void>;
}

/**
 * Plays TMDB on this machine: same addresses, shapes, errors and search order as far as they are
 * known, and every kind of failure on demand.
 * @throws {Problem} for film data that cannot be read.
 */
export async function startTmdbServer(options: TmdbServerOptions = {}): Promise<TmdbServer> {
  const { films, series } = loadSources(options.films, options.series);
  const catalogue = createCatalogue(films, series, options.madeUpCrews);
  const counters = newCounters();
  const answered = new Set<string>();
  const arrivals = slidingSecond();
  const accepted = slidingSecond();
  let inFlight = 0;
  let open = 0;
  let closed: Promise<void> | null = null;

  const http = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A fault in here must not pass for one of the client's.
      console.error("The TMDB test server failed:", error);
      if (!response.headersSent) send(response, jsonReply(errorAnswer(11)));
    });
  });
  http.on("connection", (socket) => {
    open += 1;
    counters.connections += 1;
    counters.maxConnections = Math.max(counters.maxConnections, open);
    socket.once("close", () => {
      open -= 1;
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;

  const server: TmdbServer = {
    url: `${origin}/3`,
    imageUrl: `${origin}/t/p`,
    counters,
    fault: null,
    options: {
      latency: options.latency ?? 0,
      limit: options.limit ?? null,
      retryAfter: options.retryAfter === undefined ? 1 : options.retryAfter,
      dripInterval: options.dripInterval ?? 25,
      tokens: options.tokens ?? testTokens,
    },
    resetCounters() {
      Object.assign(counters, newCounters());
      counters.maxConnections = open;
      answered.clear();
    },
    close() {
      closed ??= new Promise((resolve, reject) => {
        http.close((error) => (error ? reject(error) : resolve()));
        http.closeAllConnections();
      });
      return closed;
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, search, searchParams: query } = new URL(`${origin}${request.url}`);
    const method = request.method ?? "GET";
    const isApi = !path.startsWith("/t/p/");
    countRequest(counters, path);
    const { requests: number } = counters;
    if (isApi) {
      arrivals.add();
      counters.maxPerSecond = Math.max(counters.maxPerSecond, arrivals.count());
    }
    const finished = trackInFlight(response);
    const address = `${path}${search}`;
    if (answered.has(address)) counters.repeated += 1;

    const fault = server.fault?.({ method, path, query, number });
    const { limit, latency, dripInterval } = server.options;
    const count = accepted.count();
    const throttled = isApi && fault === undefined && limit !== null && count >= limit;
    if (isApi && !throttled) accepted.add();
    if (throttled) counters.throttled += 1;

    if (latency > 0 && fault !== "reset") await delay(latency);
    if (typeof fault === "object") {
      finished();
      send(response, statusReply(fault));
      return;
    }
    const reply = throttled ? throttledReply(count) : properReply(request, path, query);
    if (fault === undefined) {
      if (reply.status === 200) answered.add(address);
      finished();
      send(response, compressed(reply, request));
    } else {
      misbehave(response, fault, reply, dripInterval, finished);
    }
  }

  /** The count falls before the last byte leaves, or a quick client would seem to have one more. */
  function trackInFlight(response: ServerResponse): () => void {
    inFlight += 1;
    counters.maxInFlight = Math.max(counters.maxInFlight, inFlight);
    let running = true;
    const finished = () => {
      if (running) inFlight -= 1;
      running = false;
    };
    response.once("close", finished);
    return finished;
  }

  function throttledReply(count: number): Reply {
    const reply = jsonReply(throttledAnswer(count + 1));
    const { retryAfter } = server.options;
    if (retryAfter !== null) reply.headers["retry-after"] = retryAfter;
    return reply;
  }

  function properReply(request: IncomingMessage, path: string, query: URLSearchParams): Reply {
    if (path.startsWith("/t/p/")) return imageReply(request, path);
    return jsonReply(apiAnswer(catalogue, request, path, query));
  }

  function apiAnswer(
    from: Catalogue,
    request: IncomingMessage,
    path: string,
    query: URLSearchParams,
  ): Answer {
    if (!isAuthorised(request.headers, query, server.options.tokens)) return errorAnswer(7);
    if (request.method !== "GET") return errorAnswer(42);
    if (!path.startsWith("/3/")) return errorAnswer(34);
    return answer(from, path.slice("/3".length), query, server.imageUrl);
  }

  return server;
}

function jsonReply({ status, body }: Answer): Reply {
  const headers: Reply["headers"] = { "content-type": "application/json;charset=utf-8" };
  if (status === 200) headers["cache-control"] = "public, max-age=28800";
  return { status, headers, body: Buffer.from(JSON.stringify(body)) };
}

function imageReply(request: IncomingMessage, path: string): Reply {
  const [, , , size = "", file = "", ...rest] = path.split("/");
  const body = rest.length === 0 ? image(size, file) : null;
  if (!body) {
    return {
      status: 404,
      headers: { "content-type": "text/html" },
      body: Buffer.from("Not found"),
    };
  }
  const etag = `"${hash(path).toString(16)}"`;
  const headers = { "content-type": "image/jpeg", etag, "cache-control": "max-age=31919000" };
  const unchanged = request.headers["if-none-match"] === etag;
  return unchanged
    ? { status: 304, headers, body: Buffer.alloc(0) }
    : { status: 200, headers, body };
}

function compressed(reply: Reply, request: IncomingMessage): Reply {
  const accepts = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  if (!accepts || reply.body.length < 1024 || "etag" in reply.headers) return reply;
  const headers = { ...reply.headers, "content-encoding": "gzip", vary: "Accept-Encoding" };
  return { ...reply, headers, body: gzipSync(reply.body, { level: 1 }) };
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, "content-length": body.length });
  response.end(body);
}
