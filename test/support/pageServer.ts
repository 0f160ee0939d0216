import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { text as readText } from "node:stream/consumers";
import { parseHTML } from "linkedom";
import { expect } from "vitest";
import { type Outcome, startScript } from "./command.ts";

/** `npm run dev` or `npm run preview`, running. */
export interface PageServer {
  /** `http://localhost:4321`, without a slash at the end. */
  address: string;
  /** All it has printed so far. */
  said(): string;
  /** The answer to a path, which is sent as it is, by a browser unless other headers are named. */
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; body: string }>;
  /** The words of a page's main part. */
  words(path: string): Promise<string>;
  /** Asks for the page until its words match. */
  until(path: string, words: RegExp | number): Promise<void>;
  stop(): Promise<Outcome>;
}

/** However many ask at once, a server gets so many requests at a time. */
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Starts it in a copy of the project, and waits until it serves. */
export async function startServer(
  name: "dev" | "preview",
  { root, env }: { root: string; env: Record<string, string | undefined> },
): Promise<PageServer> {
  const { child, outcome } = startScript(name, { args: ["--port", "0"], env, root });
  let text = "";
  const listening = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk;
      const [, address] = /Local\s+(http:\/\/localhost:\d+)/.exec(text) ?? [];
      if (address && (name === "preview" || text.includes("watching for"))) resolve(address);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("close", () => reject(new Error(`It ended:\n${text}`)));
  });
  const address = await listening;
  async function get(path: string, headers: Record<string, string> = { accept: "text/html" }) {
    // fetch would put a path such as /../ in order.
    const { port } = new URL(address);
    const asked = request({ agent, host: "localhost", port, path, headers }).end();
    const [response] = (await once(asked, "response")) as [IncomingMessage];
    return { status: response.statusCode ?? 0, body: await readText(response) };
  }
  async function words(path: string) {
    const { status, body } = await get(path);
    if (status !== 200) return `${status}`;
    const { document } = parseHTML(body);
    return (document.querySelector("main")?.textContent ?? body).replace(/\s+/g, " ");
  }
  return {
    address,
    said: () => text,
    get,
    words,
    until: (path, wanted) =>
      expect
        .poll(() => words(path).catch(String), { timeout: 60_000, interval: 100, message: path })
        .toMatch(typeof wanted === "number" ? `${wanted}` : wanted),
    stop() {
      child.kill("SIGTERM");
      return outcome;
    },
  };
}
