import { existsSync } from "node:fs";
import { dirname, relative } from "node:path";
import { Problem } from "./problem.ts";

/** Why the system refuses something, by the code it gives, and by Linux's number of it. */
const REFUSALS: { codes: string[]; number: number; say: (what: Refused) => Problem }[] = [
  {
    codes: ["ENOSPC"],
    number: 28,
    say: ({ place }) =>
      new Problem(`The disk is full${place ? `: ${place} could not be written` : ""}.`, {
        hint: "Make room, and run the same command again.",
      }),
  },
  {
    codes: ["EDQUOT"],
    number: 122,
    say: ({ place }) =>
      new Problem(`Your share of the disk is used up${place ? `: ${place} was refused` : ""}.`, {
        hint: "Make room, and run the same command again.",
      }),
  },
  {
    codes: ["EACCES", "EPERM"],
    number: 13,
    say: ({ path, place, verb }) =>
      new Problem(`You have no permission to ${verb} ${place || "a file"}.`, {
        hint: `It may belong to another user, after a command with sudo perhaps. Make it yours: sudo chown -R "$(id -un)" ${path ? shown(nearest(path)) : "."}`,
      }),
  },
  {
    codes: ["EROFS"],
    number: 30,
    say: ({ place }) =>
      new Problem(`${place || "The folder"} lies on a disk that may only be read.`, {
        hint: "Work in a copy of the project on another disk.",
      }),
  },
  {
    codes: ["ENOTDIR"],
    number: 20,
    say: ({ place }) =>
      new Problem(`${place || "A path"} leads through a file, which is no folder.`, {
        hint: "Choose another path, or move that file away.",
      }),
  },
  {
    codes: ["ENAMETOOLONG"],
    number: 36,
    say: ({ place }) =>
      new Problem(`A name is too long for this disk: ${place.slice(0, 80)}…`, {
        hint: "Choose a shorter one.",
      }),
  },
];

interface Refused {
  /** Empty where the error does not tell. */
  path: string;
  place: string;
  verb: string;
}

/** Calls whose refusals bear the same codes and mean something else: too many watched files, a port. */
const OTHER_CALLS = ["watch", "listen", "bind", "connect"];

/** What the calls of the system are for. */
const VERBS: Record<string, string> = {
  mkdir: "make",
  mkdtemp: "make",
  rename: "move",
  rm: "remove",
  rmdir: "remove",
  unlink: "remove",
  scandir: "read",
  access: "change",
  chmod: "change",
  utime: "change",
};

/**
 * What the file system refused, as the owner may understand it; null for an error of any other kind.
 * It looks into what caused the error too, and into its text: what is not written in JavaScript says
 * `os error 28` there.
 */
export function diskProblem(error: unknown): Problem | null {
  for (const cause of causesOf(error)) {
    const refusal = REFUSALS.find(({ codes, number }) =>
      "code" in cause && "syscall" in cause
        ? codes.includes(String(cause.code))
        : cause.message.includes(`(os error ${number})`),
    );
    if (!refusal || ("syscall" in cause && OTHER_CALLS.includes(String(cause.syscall)))) continue;
    const path = pathOf(cause);
    const verb = "syscall" in cause ? (VERBS[String(cause.syscall)] ?? "open") : "write";
    return refusal.say({ path, place: shown(path), verb });
  }
  return null;
}

function* causesOf(error: unknown): Generator<Error> {
  if (!(error instanceof Error)) return;
  yield error;
  yield* causesOf(error.cause);
  if ("errors" in error && Array.isArray(error.errors)) {
    for (const part of error.errors) yield* causesOf(part);
  }
}

const pathOf = (error: Error): string =>
  "path" in error && typeof error.path === "string"
    ? error.path
    : (/(?: in | to | file )"?((?:\/|[A-Z]:\\)[^"\n]+)/.exec(error.message)?.[1] ?? "");

/** From the project's folder, where it lies in there. */
function shown(path: string): string {
  const within = path && relative(process.cwd(), path);
  return within === "" || within.startsWith("..") ? path : within;
}

/** The path itself, or the folder around it that is there. */
const nearest = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
