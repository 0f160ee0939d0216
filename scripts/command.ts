import { isProblem } from "../src/problem.ts";

/**
 * Runs a command: 0 when it ends well, 1 with a message and no stack when the owner must act, and
 * any other error as the bug it is.
 */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!isProblem(error)) throw error;
    process.stderr.write(`\n${error.message}\n${error.hint ? `${error.hint}\n` : ""}`);
    process.exitCode = 1;
  }
}

/** Aborted by Ctrl-C, so that a command can put away what it holds; a second one ends at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => {
    process.once("SIGINT", () => process.exit(130));
    controller.abort(new Error("interrupted"));
  });
  return controller.signal;
}
