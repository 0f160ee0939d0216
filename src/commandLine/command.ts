import { constants } from "node:os";
import { inspect } from "node:util";
import { diskProblem } from "../diskProblem.ts";
import { isProblem, Problem } from "../problem.ts";
import { Usage } from "./options.ts";
import { portProblem } from "./portProblem.ts";

/** Exit code of a bug: `EX_SOFTWARE` of sysexits. Node's own for an uncaught error is 1. */
const BUG = 70;

/**
 * Runs a command: 0 when it ends well, 1 with a message and no stack when the owner must act, and
 * any other error as the bug it is, with its stack and 70.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  // What nobody waits for ends the process in the same ways. Node itself would say 1.
  process.once("uncaughtException", (error) => process.exit(reportError(error)));
  try {
    await command();
  } catch (error) {
    process.exitCode = reportError(error);
  }
}

/** Writes what went wrong, or the usage that was asked for; gives the exit code it calls for. */
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

/** What the owner is told; null for a bug. */
function messageFor(error: unknown): string | null {
  if (error instanceof Usage) return error.message;
  // A signal ends the helpers of a command too, whose last words say nothing. What the command itself
  // says of its interruption may say more.
  const isOwn = isProblem(error) && error.message.startsWith(interrupted?.message ?? "");
  const problem = isOwn ? error : (interrupted ?? diskProblem(error) ?? portProblem(error));
  if (!problem) return null;
  const hint = problem.hint === ANSWERS_KEPT && isLosing ? ANSWERS_LOST : problem.hint;
  return [problem.message, hint].filter(Boolean).join("\n");
}

/** Why the command was broken off, once it was. */
let interrupted: Problem | null = null;

/** Said after an interruption, unless `noteLostAnswers` was called. */
export const ANSWERS_KEPT = "What TMDB answered is kept: the same command goes on from there.";

const ANSWERS_LOST =
  "Not all that TMDB answered could be kept: the same command asks for the rest again.";

const BUILD_INTERRUPTED = new Problem("Interrupted. The last site is unchanged.", {
  hint: ANSWERS_KEPT,
});

const REPLACEMENT_INTERRUPTED = new Problem("Interrupted while the new site took its place.", {
  hint: "Run the same command again, to be sure that the site is the new one.",
});

/** Says that the site is no longer sure to be the last one: it is being exchanged for the new one. */
export function noteReplacing(): void {
  isReplacing = true;
}

let isReplacing = false;

/** Says that something TMDB answered could not be kept. */
export function noteLostAnswers(): void {
  isLosing = true;
}

let isLosing = false;

/**
 * Aborted with `reason` by Ctrl-C or SIGTERM, so that a command can put away what it holds; a second
 * signal ends the process at once.
 */
export function interruptionSignal(reason: Problem = BUILD_INTERRUPTED): AbortSignal {
  const controller = new AbortController();
  const stop = (signal: "SIGINT" | "SIGTERM") => {
    if (controller.signal.aborted) process.exit(128 + constants.signals[signal]);
    // Astro cannot be interrupted, so the end may be a while away.
    process.stderr.write("\nStopping …\n");
    interrupted = isReplacing ? REPLACEMENT_INTERRUPTED : reason;
    controller.abort(interrupted);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}
