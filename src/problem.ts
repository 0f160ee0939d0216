/**
 * Something the owner must act on: a bad file, a bad setting, a rejected token. Commands print it
 * without a stack and exit with 1. Any other error is a bug and is printed with its stack.
 */
export class Problem extends Error {
  override name = "Problem";
  /** What to do about it, a full sentence. */
  readonly hint: string | null;

  constructor(
    message: string,
    { hint = null, cause }: { hint?: string | null; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.hint = hint;
  }
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;
