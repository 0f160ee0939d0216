import type { IncomingHttpHeaders } from "node:http";
import type { LookupFunction } from "node:net";
import { gunzipSync } from "node:zlib";
import pLimit from "p-limit";
import pRetry from "p-retry";
import { Agent, request } from "undici";
import type { Pace } from "../report/progress.ts";
import { createBreaker } from "./breaker.ts";
import { isAbsence, OutageError, RequestFailure } from "./failure.ts";
import { unreachedReason } from "./outage.ts";
import { createRate } from "./rate.ts";
import { backoff, type Timing } from "./timing.ts";
import { credentials, redact, tokenRefused } from "./token.ts";

export interface ClientOptions {
  token: string;
  /** Ends in `/3`. */
  apiUrl: string;
  /** Ends in `/t/p`. Without it `image` cannot be called. */
  imageUrl?: string;
  requestsPerSecond: number;
  /** Most requests in flight. */
  concurrency: number;
  timing: Timing;
  /** How names become addresses; the system's own way by default. */
  lookup?: LookupFunction | undefined;
  signal?: AbortSignal | undefined;
}

/** Asks TMDB: never faster than allowed, again where that may help, never with the token in a message. */
export interface Client {
  /**
   * @param parse reads the body; what it throws counts as a broken answer and is asked for again.
   * @throws RequestFailure when five tries brought nothing, or at once for a final status.
   * @throws Problem when the token is refused, OutageError when TMDB is out of reach; both end
   * every other request too.
   */
  get<T>(path: string, query: Record<string, string>, parse: (body: unknown) => T): Promise<T>;
  /**
   * A JPEG, asked for without the token, which images do not need; else as `get`.
   * @param path `/w154/abc.jpg`
   */
  image(path: string): Promise<Buffer>;
  /** Requests sent, and those answered with 429. */
  readonly counts: { requests: number; throttled: number };
  /** Aborted when nothing more will be asked: by the caller's signal, a refused token or an outage. */
  readonly halted: AbortSignal;
  /** How it stands with the rate. */
  pace(): Pace;
  close(): Promise<void>;
}

const TRIES = 5;
const USER_AGENT = "film-ledger/0.1 (statistics of one person's films)";

export function createClient(options: ClientOptions): Client {
  const { token, timing } = options;
  const { headers, query: key } = credentials(token);
  const rate = createRate(options.requestsPerSecond, timing);
  const breaker = createBreaker(timing);
  const limit = pLimit(options.concurrency);
  const counts = { requests: 0, throttled: 0 };
  let unreached: string | null = null;
  const halt = new AbortController();
  const halted = options.signal ? AbortSignal.any([options.signal, halt.signal]) : halt.signal;
  const agent = new Agent({
    connections: options.concurrency,
    connect: {
      timeout: timing.connectTimeout,
      ...(options.lookup && { lookup: options.lookup }),
    },
    headersTimeout: timing.requestTimeout,
    bodyTimeout: timing.requestTimeout,
    // One fault of a shared HTTP/2 connection would hit every request on it.
    allowH2: false,
  });

  const api: Source = {
    url: options.apiUrl,
    headers: { ...headers, accept: "application/json" },
    query: key,
    what: "JSON",
    read: ({ type, bytes }) => (/\bjson\b/.test(type) ? json(bytes.toString("utf8")) : undefined),
  };
  const images: Source = {
    url: options.imageUrl ?? "",
    headers: { accept: "image/jpeg" },
    query: {},
    what: "JPEG",
    read: ({ bytes }) => (isJpeg(bytes) ? bytes : undefined),
  };

  async function send(path: string, query: Record<string, string>, source: Source) {
    const url = new URL(`${source.url.replace(/\/$/, "")}${path}`);
    url.search = new URLSearchParams({ ...query, ...source.query }).toString();
    try {
      const response = await request(url, {
        dispatcher: agent,
        headers: { ...source.headers, "accept-encoding": "gzip", "user-agent": USER_AGENT },
        signal: AbortSignal.any([halted, AbortSignal.timeout(timing.requestTimeout)]),
      });
      const bytes = Buffer.from(await response.body.arrayBuffer());
      return {
        status: response.statusCode,
        headers: response.headers,
        type: String(response.headers["content-type"] ?? "nothing"),
        bytes: response.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes,
      };
    } catch (error) {
      halted.throwIfAborted();
      throw new RequestFailure(`${path}: ${redact(errorText(error), token)}`);
    }
  }

  async function attempt<T>(
    path: string,
    query: Record<string, string>,
    parse: (body: unknown) => T,
    source: Source,
  ): Promise<T> {
    const started = await rate.slot(halted);
    counts.requests++;
    const answer = await send(path, query, source).catch((error: unknown) => {
      rate.failed(started);
      throw error;
    });
    const pause = retryAfter(answer.headers);
    if (answer.status === 429) {
      counts.throttled++;
      rate.throttled(started, pause);
    } else {
      rate.answered(started);
    }
    const body = source.read(answer);
    if (answer.status !== 200) {
      const message = redact(statusMessage(body) ?? "no explanation", token);
      if (answer.status === 401 && source === api) throw tokenRefused(message);
      throw new RequestFailure(`${path}: TMDB answered ${answer.status} (${message})`, {
        status: answer.status,
        code: statusCode(body),
        retriable: answer.status < 400 || answer.status === 429 || answer.status >= 500,
        retryAfter: pause,
      });
    }
    if (body === undefined) {
      const found = `something that is no ${source.what} (${answer.type})`;
      throw new RequestFailure(`${path}: TMDB answered ${found}`);
    }
    try {
      return parse(body);
    } catch (error) {
      throw new RequestFailure(`${path}: TMDB's answer is not what was asked for`, {
        cause: error,
      });
    }
  }

  async function reportingOutage<T>(...args: Parameters<typeof attempt<T>>): Promise<T> {
    try {
      const value = await attempt(...args);
      unreached = null;
      breaker.success();
      return value;
    } catch (error) {
      if (halted.aborted) throw halted.reason;
      unreached = error instanceof RequestFailure ? unreachedReason(error.message) : null;
      if (!(error instanceof RequestFailure)) {
        halt.abort(error);
      } else if (isAbsence(error)) {
        breaker.success();
      } else if (breaker.failure(error.retryAfter ?? 0)) {
        halt.abort(new OutageError(`TMDB is out of reach. Last: ${error.message}`));
      }
      throw halted.aborted ? halted.reason : error;
    }
  }

  // The first request goes alone: a refused token costs one request, and not one of each connection.
  let first: Promise<unknown> | null = null;
  async function afterFirst<T>(...args: Parameters<typeof attempt<T>>): Promise<T> {
    if (first !== null) {
      await first;
      return reportingOutage(...args);
    }
    const answer = reportingOutage(...args);
    // Its failure reaches its own caller; the others wait for its end alone.
    first = answer.catch(() => {});
    return answer;
  }

  const withRetries = <T>(...args: Parameters<typeof attempt<T>>): Promise<T> =>
    pRetry(() => limit(() => afterFirst(...args)), {
      retries: TRIES - 1,
      // The waiting is done below, where it can be replaced; a 429 makes everybody wait in the rate.
      minTimeout: 0,
      signal: halted,
      shouldRetry: ({ error }) => error instanceof RequestFailure && error.retriable,
      async onFailedAttempt({ error, attemptNumber, retriesLeft }) {
        if (!(error instanceof RequestFailure) || !error.retriable || retriesLeft === 0) return;
        if (error.status === 429) return;
        const pause = Math.max(backoff(attemptNumber, timing.random), error.retryAfter ?? 0);
        await timing.sleep(pause, halted);
      },
    });

  return {
    get: (path, query, parse) => withRetries(path, query, parse, api),
    image: (path) => withRetries(path, {}, jpeg, images),
    counts,
    halted,
    pace() {
      const current = rate.current();
      const slowedTo = current < options.requestsPerSecond ? current : null;
      return { requests: counts.requests, pause: rate.pause(), slowedTo, unreached };
    },
    close: () => agent.destroy(),
  };
}

/** One of TMDB's two servers, and what it is asked for. */
interface Source {
  url: string;
  headers: Record<string, string>;
  query: Record<string, string>;
  what: string;
  /** Undefined when the answer is of another kind. */
  read(answer: { type: string; bytes: Buffer }): unknown;
}

function jpeg(body: unknown): Buffer {
  if (!Buffer.isBuffer(body)) throw new TypeError("an image is bytes");
  return body;
}

/** Whatever else a server may call one, a JPEG begins with these three bytes. */
const isJpeg = (bytes: Buffer): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Broken JSON is told apart from JSON by being undefined, which no JSON text is.
    return undefined;
  }
}

function statusMessage(body: unknown): string | null {
  if (typeof body !== "object" || body === null) return null;
  if ("status_message" in body) return String(body.status_message);
  return "errors" in body ? String(body.errors) : null;
}

function statusCode(body: unknown): number | null {
  const isCoded = typeof body === "object" && body !== null && "status_code" in body;
  return isCoded && typeof body.status_code === "number" ? body.status_code : null;
}

/**
 * Seconds or a date, in milliseconds. More than five minutes are not believed, and what is no time to
 * come says nothing: null.
 */
function retryAfter(headers: IncomingHttpHeaders): number | null {
  if (headers["retry-after"] === undefined) return null;
  const text = String(headers["retry-after"]);
  // The date is of the server's clock, and ours may be wrong.
  const now = Date.parse(headers.date ?? "") || Date.now();
  const isNumber = /^[+-]?\d*\.?\d+$/.test(text);
  const wait = isNumber ? Number(text) * 1000 : Date.parse(text) - now;
  return wait > 0 ? Math.min(300_000, wait) : null;
}

function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer in time";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // Node packs a failed connection to several addresses into an error without a message.
  const inner = error instanceof AggregateError ? error.errors.map(errorText).join("; ") : "";
  const text = error.message || inner;
  return code === "" || text.includes(code) ? text : `${code} ${text}`;
}
