import { isProblem, Problem } from "../src/problem.ts";

/**
 * Runs a command: 0 when it ends well, 1 with a message and no stack when the owner must act, and
 * any other error as the bug it is.
 */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!isProblem(error) && !isArgumentError(error)) throw error;
    const hint = isProblem(error) && error.hint ? `${error.hint}\n` : "";
    process.stderr.write(`\n${error.message}\n${hint}`);
    process.exitCode = 1;
  }
}

/** What `parseArgs` says of an option that does not exist or lacks its value. */
const isArgumentError = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && /^ERR_PARSE_ARGS/.test(String(error.code));

/** Aborted by Ctrl-C, so that a command can put away what it holds; a second one ends at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => {
    process.once("SIGINT", () => process.exit(130));
    const hint = "What TMDB answered is kept: the same command goes on from there.";
    controller.abort(new Problem("Interrupted. The last site is unchanged.", { hint }));
  });
  return controller.signal;
}
