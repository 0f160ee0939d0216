import type { Log } from "../../src/log.ts";

/** A log that keeps its lines, information and warnings alike. */
export function recordingLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  return { lines, info: (line) => void lines.push(line), warn: (line) => void lines.push(line) };
}
