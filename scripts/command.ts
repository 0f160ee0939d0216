import { constants } from "node:os";
import { inspect } from "node:util";
import { isProblem, Problem } from "../src/problem.ts";

/** Exit code of a bug: `EX_SOFTWARE` of sysexits. Node's own for an uncaught error is 1. */
const BUG = 70;

/**
 * Runs a command: 0 when it ends well, 1 with a message and no stack when the owner must act, and
 * any other error as the bug it is, with its stack and 70.
 */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Writes what went wrong; gives the exit code it calls for. */
export function report(error: unknown): number {
  if (!isProblem(error) && !isArgumentError(error)) {
    process.stderr.write(`\n${inspect(error)}\n`);
    return BUG;
  }
  const hint = isProblem(error) && error.hint ? `${error.hint}\n` : "";
  process.stderr.write(`\n${error.message}\n${hint}`);
  return 1;
}

/** What `parseArgs` says of an option that does not exist or lacks its value. */
const isArgumentError = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && /^ERR_PARSE_ARGS/.test(String(error.code));

/**
 * Aborted by Ctrl-C or SIGTERM, so that a command can put away what it holds; a second signal ends
 * the process at once.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  const stop = (signal: "SIGINT" | "SIGTERM") => {
    if (controller.signal.aborted) process.exit(128 + constants.signals[signal]);
    // Astro cannot be interrupted, so the end may be a while away.
    process.stderr.write("\nStopping …\n");
    const hint = "What TMDB answered is kept: the same command goes on from there.";
    controller.abort(new Problem("Interrupted. The last site is unchanged.", { hint }));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}
