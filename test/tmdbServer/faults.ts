import type { ServerResponse } from "node:http";

export type Fault =
  /** Any status with any body: HTML, nothing, the wrong JSON. */
  | { status: number; body?: string; headers?: Record<string, string> }
  /** The socket is destroyed before an answer. */
  | "reset"
  /** Never an answer. */
  | "hang"
  /** Headers and half of the body, then nothing. */
  | "hang-body"
  /** Half of the body with the full content-length, then the socket is destroyed. */
  | "truncate"
  /** The true answer, a few bytes at a time. */
  | "drip";

/** A request as a fault function sees it. `number` counts from 1. */
export interface FaultRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  number: number;
}

export type FaultChooser = (request: FaultRequest) => Fault | undefined;

/** What goes out over the wire when nothing goes wrong. */
export interface Reply {
  status: number;
  headers: Record<string, string | number>;
  body: Buffer;
}

/** Answers 503 to this share of the requests, evenly spread and the same in every run. */
export function failEvenly(rate: number): FaultChooser {
  return ({ number }) =>
    Math.floor(number * rate) > Math.floor((number - 1) * rate)
      ? { status: 503, body: "<html><body><h1>503 Service Unavailable</h1></body></html>" }
      : undefined;
}

/** The status and body of a fault that is a whole, if wrong, answer. */
export function statusReply(fault: Exclude<Fault, string>): Reply {
  const body = Buffer.from(fault.body ?? "");
  const guess = /^\s*[[{]/.test(fault.body ?? "") ? "application/json" : "text/html";
  const headers = body.length > 0 ? { "content-type": guess } : {};
  return { status: fault.status, headers: { ...headers, ...fault.headers }, body };
}

/** Misbehaves; `finished` is called when the server has nothing more to say. */
export function misbehave(
  response: ServerResponse,
  fault: Extract<Fault, string>,
  reply: Reply,
  dripInterval: number,
  finished: () => void,
): void {
  if (fault === "hang") return;
  if (fault === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers, body } = reply;
  response.writeHead(status, { ...headers, "content-length": body.length });
  const half = body.subarray(0, body.length >> 1);
  if (fault === "hang-body") {
    response.write(half);
  } else if (fault === "truncate") {
    response.write(half, () => response.socket?.destroy());
  } else {
    drip(response, body, dripInterval, finished);
  }
}

const drops = 20;

function drip(response: ServerResponse, body: Buffer, interval: number, finished: () => void) {
  const size = Math.max(1, Math.ceil(body.length / drops));
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + size));
    sent += size;
    if (sent < body.length) return;
    clearInterval(timer);
    finished();
    response.end();
  }, interval);
  response.once("close", () => clearInterval(timer));
}
