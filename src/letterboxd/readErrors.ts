import { Problem } from "../problem.ts";
import { messageOf } from "../systemErrors.ts";

/** The problem for an error of the file system or of the zip reader. */
export function cannotRead(path: string, error: unknown): Problem {
  return new Problem(`Cannot read ${path}: ${sentence(messageOf(error))}`, { cause: error });
}

/** Adds a full stop if there is none: libraries differ in that. */
export const sentence = (text: string): string => (text.endsWith(".") ? text : `${text}.`);

/** The problem for content that no real export has: too much data, or data made to do harm. */
export function refused(path: string, what: string): Problem {
  return new Problem(`${path} is not a Letterboxd export: ${what}.`, {
    hint: "Use the zip as downloaded from letterboxd.com/settings/data.",
  });
}
