import type { IncomingMessage, ServerResponse } from "node:http";

export interface Gate {
  /** Middleware that runs before any other. */
  pass(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void>;
  /** Runs `task` while no request is being answered; new requests wait until it ends. */
  exchange(task: () => void | Promise<void>): Promise<void>;
}

/**
 * Keeps the data from changing while a page is being rendered.
 *
 * @param patience milliseconds after which an exchange cuts off unfinished responses, such as one whose
 *   client has stopped reading
 */
export function createGate({ patience = 10_000 } = {}): Gate {
  const underWay = new Set<ServerResponse>();
  let closed: Promise<void> | null = null;

  async function drained(): Promise<void> {
    const impatience = setTimeout(() => {
      for (const response of underWay) response.destroy();
    }, patience);
    await Promise.all(
      Array.from(underWay, (response) => new Promise((done) => response.once("close", done))),
    );
    clearTimeout(impatience);
  }

  return {
    async pass(_request, response, next) {
      while (closed) await closed;
      if (response.closed) return;
      underWay.add(response);
      response.once("close", () => underWay.delete(response));
      next();
    },
    async exchange(task) {
      const { promise, resolve } = Promise.withResolvers<void>();
      closed = promise;
      try {
        await drained();
        await task();
      } finally {
        closed = null;
        resolve();
      }
    },
  };
}
