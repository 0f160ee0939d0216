import type { IncomingHttpHeaders } from "node:http";
import type { LookupFunction } from "node:net";
import { gunzipSync } from "node:zlib";
import pLimit from "p-limit";
import pRetry from "p-retry";
import { Agent, request } from "undici";
import { redact } from "../../redact.ts";
import { createBreaker } from "./breaker.ts";
import { isAbsence, OutageError, RequestFailure } from "./failure.ts";
import { unreachedReason } from "./outage.ts";
import { createRate } from "./rate.ts";
import { backoff, type Timing } from "./timing.ts";
import { credentials, tokenRefused } from "./token.ts";

export interface ClientOptions {
  token: string;
  /** Ends in `/3`. */
  apiUrl: string;
  /** Ends in `/t/p`. Required for `image`. */
  imageUrl?: string;
  requestsPerSecond: number;
  /** Most requests in flight. */
  concurrency: number;
  timing: Timing;
  /** Resolves host names; the system's resolver by default. */
  lookup?: LookupFunction | undefined;
  signal?: AbortSignal | undefined;
}

/** How fast requests are being sent, and what slows them down. */
export interface Pace {
  /** Requests sent so far. */
  requests: number;
  /** Milliseconds left of a pause that TMDB asked for; 0 outside a pause. */
  pause: number;
  /** Requests a second after TMDB slowed them down; null at full speed. */
  slowedTo: number | null;
  /** Why the latest connection attempts failed; null once one succeeds. */
  unreached: string | null;
}

/** Sends requests to TMDB. Keeps to the rate limit, retries, and keeps the token out of messages. */
export interface Client {
  /**
   * @param parse reads the body; if it throws, the answer counts as broken and the request is retried
   * @throws RequestFailure after five failed attempts, or at once for a final status
   * @throws Problem if the token is refused, OutageError if TMDB cannot be reached; both end all other
   * requests too
   */
  get<T>(path: string, query: Record<string, string>, parse: (body: unknown) => T): Promise<T>;
  /**
   * Fetches a JPEG like `get`, but without the token, which images do not need.
   * @param path `/w154/abc.jpg`
   */
  image(path: string): Promise<Buffer>;
  /** Requests sent, and answers with status 429. */
  readonly counts: { requests: number; throttled: number };
  /** Aborted when no more requests are sent: by the caller's signal, a refused token or an outage. */
  readonly halted: AbortSignal;
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
    // With HTTP/2, all requests share one connection and would fail together.
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
      const found = `something other than ${source.what} (${answer.type})`;
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
        halt.abort(new OutageError(`TMDB cannot be reached. Last failure: ${error.message}`));
      }
      throw halted.aborted ? halted.reason : error;
    }
  }

  // The first request goes alone, so that a refused token costs a single request.
  let first: Promise<unknown> | null = null;
  async function afterFirst<T>(...args: Parameters<typeof attempt<T>>): Promise<T> {
    if (first !== null) {
      await first;
      return reportingOutage(...args);
    }
    const answer = reportingOutage(...args);
    // The caller gets its failure; the others only wait for its end.
    first = answer.catch(() => {});
    return answer;
  }

  const withRetries = <T>(...args: Parameters<typeof attempt<T>>): Promise<T> =>
    pRetry(() => limit(() => afterFirst(...args)), {
      retries: TRIES - 1,
      // `onFailedAttempt` waits instead, with the given timing. After a 429 all requests wait in `rate`.
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

/** One of TMDB's two servers, and the kind of answer it gives. */
interface Source {
  url: string;
  headers: Record<string, string>;
  query: Record<string, string>;
  what: string;
  /** Undefined if the answer is of another kind. */
  read(answer: { type: string; bytes: Buffer }): unknown;
}

function jpeg(body: unknown): Buffer {
  if (!Buffer.isBuffer(body)) throw new TypeError("an image must be bytes");
  return body;
}

/** Checks the first three bytes, because servers send wrong content types. */
const isJpeg = (bytes: Buffer): boolean =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Undefined marks broken JSON: no JSON text has that value.
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
 * Reads seconds or a date. Gives milliseconds, at most five minutes; null without a header or for a time
 * that is already over.
 */
function retryAfter(headers: IncomingHttpHeaders): number | null {
  if (headers["retry-after"] === undefined) return null;
  const text = String(headers["retry-after"]);
  // Compared with the server's own date, because our clock may be wrong.
  const now = Date.parse(headers.date ?? "") || Date.now();
  const isNumber = /^[+-]?\d*\.?\d+$/.test(text);
  const wait = isNumber ? Number(text) * 1000 : Date.parse(text) - now;
  return wait > 0 ? Math.min(300_000, wait) : null;
}

function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer in time";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // Node wraps failed connections to several addresses in an error without a message.
  const inner = error instanceof AggregateError ? error.errors.map(errorText).join("; ") : "";
  const text = error.message || inner;
  return code === "" || text.includes(code) ? text : `${code} ${text}`;
}
