import { createInterface } from "node:readline/promises";

/** Asks a question on the terminal; Ctrl-C and the end of the input mean no. */
export async function confirm(question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new AbortController();
  lines.once("SIGINT", () => ended.abort());
  lines.once("close", () => ended.abort());
  try {
    const answer = await lines.question(`\n${question} [y/N] `, {
      signal: AbortSignal.any([signal, ended.signal]),
    });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (ended.signal.aborted || signal.aborted) return false;
    throw error;
  } finally {
    lines.close();
  }
}
