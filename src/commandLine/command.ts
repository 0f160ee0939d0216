import { constants } from "node:os";
import { inspect } from "node:util";
import { diskProblem } from "../diskProblem.ts";
import { isProblem, Problem } from "../problem.ts";
import { Usage } from "./options.ts";
import { portProblem } from "./portProblem.ts";

/** Exit code of a bug: `EX_SOFTWARE` of sysexits. Node's own for an uncaught error is 1. */
const BUG = 70;

/**
 * Runs a command and sets the exit code: 0 for success, 1 with a message if the owner must act, 70 with
 * a stack for a bug.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  // Errors outside the awaited command get the same exit codes; Node's own would be 1.
  process.once("uncaughtException", (error) => process.exit(reportError(error)));
  try {
    await command();
  } catch (error) {
    process.exitCode = reportError(error);
    // Astro would go on with the pages in its queue. The message is written first.
    process.stderr.write("", () => process.exit());
  }
}

/** Prints the error, or the usage that was asked for; returns the exit code. */
export function reportError(error: unknown): number {
  if (error instanceof Usage && error.isAsked) {
    process.stdout.write(`${error.message}\n`);
    return 0;
  }
  const message = messageFor(error);
  if (!message) {
    process.stderr.write(`\n${inspect(error)}\n`);
    return BUG;
  }
  process.stderr.write(`\n${message}\n`);
  return 1;
}

/** The message for the owner; null for a bug. */
function messageFor(error: unknown): string | null {
  if (error instanceof Usage) return error.message;
  // A signal also ends a command's child processes, whose errors say nothing useful. The command's own
  // problem may say more than the interruption.
  const isOwn = isProblem(error) && error.message.startsWith(interrupted?.message ?? "");
  const problem = isOwn ? error : (interrupted ?? diskProblem(error) ?? portProblem(error));
  if (!problem) return null;
  const hint = problem.hint === ANSWERS_KEPT && isLosing ? ANSWERS_LOST : problem.hint;
  return [problem.message, hint].filter(Boolean).join("\n");
}

/** Why the command was interrupted, if it was. */
let interrupted: Problem | null = null;

/** Said after an interruption, unless `noteLostAnswers` was called. */
export const ANSWERS_KEPT = "TMDB's answers are kept. Run the same command again to continue.";

const ANSWERS_LOST =
  "Some of TMDB's answers could not be kept. Run the same command again to fetch them.";

const BUILD_INTERRUPTED = new Problem("Interrupted. The last site is unchanged.", {
  hint: ANSWERS_KEPT,
});

const REPLACEMENT_INTERRUPTED = new Problem(
  "Interrupted while the new site was replacing the last one.",
  {
    hint: "Run the same command again to make sure that the new site is in place.",
  },
);

/** From now on an interruption may leave either site: the new one is replacing the last one. */
export function noteReplacing(): void {
  isReplacing = true;
}

let isReplacing = false;

/** From now on an interruption says that some of TMDB's answers are lost. */
export function noteLostAnswers(): void {
  isLosing = true;
}

let isLosing = false;

/**
 * A signal that Ctrl-C or SIGTERM aborts with `reason`, so that a command can clean up. A second Ctrl-C
 * ends the process at once.
 */
export function interruptionSignal(reason: Problem = BUILD_INTERRUPTED): AbortSignal {
  const controller = new AbortController();
  const stop = (signal: "SIGINT" | "SIGTERM") => {
    if (controller.signal.aborted) process.exit(128 + constants.signals[signal]);
    // Astro cannot be interrupted, so this may take a while.
    process.stderr.write("\nStopping …\n");
    interrupted = isReplacing ? REPLACEMENT_INTERRUPTED : reason;
    controller.abort(interrupted);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}
