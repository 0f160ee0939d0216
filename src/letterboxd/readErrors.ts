import { Problem } from "../problem.ts";

/** Turns what the file system or a zip reader threw into words for the owner. */
export function cannotRead(path: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem(`Cannot read ${path}: ${sentence(reason)}`, { cause: error });
}

/** Libraries differ in whether their messages end in a full stop. */
export const sentence = (text: string): string => (text.endsWith(".") ? text : `${text}.`);

export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "syscall" in error && "code" in error;

/** A file whose content no export has: too much of it, or made to do harm. */
export function refused(path: string, what: string): Problem {
  return new Problem(`${path} is no Letterboxd export: ${what}.`, {
    hint: "Use the zip as downloaded from letterboxd.com/settings/data.",
  });
}
