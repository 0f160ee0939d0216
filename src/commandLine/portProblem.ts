import { once } from "node:events";
import { createServer } from "node:net";
import { Problem } from "../problem.ts";

/** Why nobody can listen at an address, as the owner may understand it; null for any other error. */
export function portProblem(error: unknown): Problem | null {
  if (!(error instanceof Error && "code" in error)) return null;
  const of = (name: "port" | "address" | "hostname") =>
    name in error ? (error as unknown as Record<string, unknown>)[name] : "";
  const port = "Choose another with --port, or leave it out: any free one is taken then.";
  const host = "Choose another with --host, or leave it out: only this machine is served then.";
  switch (`${"syscall" in error && error.syscall} ${error.code}`) {
    case "listen EADDRINUSE":
      return new Problem(`Port ${of("port")} is in use.`, { hint: port });
    case "listen EACCES":
      return new Problem(`Port ${of("port")} is forbidden.`, { hint: port });
    case "listen EADDRNOTAVAIL":
      return new Problem(`${of("address")} is no address of this machine.`, { hint: host });
    case "getaddrinfo ENOTFOUND":
    case "getaddrinfo EAI_AGAIN":
      return new Problem(`${of("hostname")} is no address of this machine.`, { hint: host });
    default:
      return null;
  }
}

/**
 * Listens for a moment where Astro's servers are to: they print a stack where they cannot. A port in use
 * is no hindrance, since they take the next.
 *
 * @throws what the system says, which `portProblem` puts into words
 */
export async function tryListening({ port = 0, host }: { port?: number; host?: string }) {
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
    server.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
  }
}
