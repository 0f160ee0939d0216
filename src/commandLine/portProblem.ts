import { once } from "node:events";
import { createServer } from "node:net";
import { Problem } from "../problem.ts";
import { hasCode } from "../systemErrors.ts";

/** Explains why a server cannot listen at an address; null for any other error. */
export function portProblem(error: unknown): Problem | null {
  if (!(error instanceof Error && "code" in error)) return null;
  const of = (name: "port" | "address" | "hostname") =>
    name in error ? (error as unknown as Record<string, unknown>)[name] : "";
  const port = "Choose another port with --port, or leave it out to use any free one.";
  const host = "Choose another address with --host, or leave it out to serve this machine only.";
  switch (`${"syscall" in error && error.syscall} ${error.code}`) {
    case "listen EADDRINUSE":
      return new Problem(`Port ${of("port")} is in use.`, { hint: port });
    case "listen EACCES":
      return new Problem(`Port ${of("port")} is forbidden.`, { hint: port });
    case "listen EADDRNOTAVAIL":
      return new Problem(`${of("address")} is not an address of this machine.`, { hint: host });
    case "getaddrinfo ENOTFOUND":
    case "getaddrinfo EAI_AGAIN":
      return new Problem(`${of("hostname")} is not an address of this machine.`, { hint: host });
    default:
      return null;
  }
}

/**
 * Tries to listen at the address before Astro's server does, because Astro would print a stack. A port
 * in use is fine, because Astro takes the next one.
 *
 * @throws the system's error, which `portProblem` explains
 */
export async function tryListening({ port = 0, host }: { port?: number; host?: string }) {
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
    server.close();
  } catch (error) {
    if (!hasCode(error, "EADDRINUSE")) throw error;
  }
}
