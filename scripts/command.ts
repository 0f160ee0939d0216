import { constants } from "node:os";
import { inspect } from "node:util";
import { isProblem, Problem } from "../src/problem.ts";
import { Usage } from "./options.ts";

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

/** Writes what went wrong, or the usage that was asked for; gives the exit code it calls for. */
export function report(error: unknown): number {
  if (error instanceof Usage && error.isAsked) {
    process.stdout.write(`${error.message}\n`);
    return 0;
  }
  if (!isProblem(error) && !(error instanceof Usage)) {
    process.stderr.write(`\n${inspect(error)}\n`);
    return BUG;
  }
  const hint = isProblem(error) && error.hint ? `${error.hint}\n` : "";
  process.stderr.write(`\n${error.message}\n${hint}`);
  return 1;
}

const BUILD_INTERRUPTED = new Problem("Interrupted. The last site is unchanged.", {
  hint: "What TMDB answered is kept: the same command goes on from there.",
});

/**
 * Aborted with `reason` by Ctrl-C or SIGTERM, so that a command can put away what it holds; a second
 * signal ends the process at once.
 */
export function interruption(reason: Problem = BUILD_INTERRUPTED): AbortSignal {
  const controller = new AbortController();
  const stop = (signal: "SIGINT" | "SIGTERM") => {
    if (controller.signal.aborted) process.exit(128 + constants.signals[signal]);
    // Astro cannot be interrupted, so the end may be a while away.
    process.stderr.write("\nStopping …\n");
    controller.abort(reason);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}
