import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs an installed tool with the terminal of this process; its exit code. */
export async function runTool([name = "", ...args]: string[]): Promise<number> {
  const child = spawn(name, args, {
    stdio: "inherit",
    // npm puts node_modules/.bin on the path; Windows needs its shell to find the .cmd there.
    shell: process.platform === "win32",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const [code] = await once(child, "close");
  return code ?? 1;
}

/**
 * Runs the tools one after another. The first that fails ends it, unless the reports of all are wanted.
 */
export async function runAll(tools: string[][], { keepGoing = false } = {}): Promise<void> {
  for (const tool of tools) {
    const code = await runTool(tool);
    if (code !== 0) process.exitCode = code;
    if (code !== 0 && !keepGoing) return;
  }
}
