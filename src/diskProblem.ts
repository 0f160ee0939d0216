import { lstatSync, realpathSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { Problem } from "./problem.ts";
import { isMissing, isSystemError } from "./systemErrors.ts";

/** Explanations by the system's error code and by its number on Linux. */
const REFUSALS: { codes: string[]; number: number; say: (what: Refused) => Problem }[] = [
  {
    codes: ["ENOSPC"],
    number: 28,
    say: ({ place }) =>
      new Problem(`The disk is full${place ? `: ${place} could not be written` : ""}.`, {
        hint: "Free some space and run the same command again.",
      }),
  },
  {
    codes: ["EDQUOT"],
    number: 122,
    say: ({ place }) =>
      new Problem(`Your disk quota is used up${place ? `: ${place} could not be written` : ""}.`, {
        hint: "Free some space and run the same command again.",
      }),
  },
  {
    codes: ["EACCES", "EPERM"],
    number: 13,
    say: ({ path, place, verb, within }) => {
      const others = othersPath(path, within);
      return new Problem(`You have no permission to ${verb} ${place || "a file"}.`, {
        hint: others
          ? `It belongs to another user, perhaps after a command with sudo. Make it yours: sudo chown -R "$(id -un)" ${quoted(shown(others))}`
          : "Ask for permission, or choose another folder for the site: npm run build -- --out FOLDER",
      });
    },
  },
  {
    codes: ["EROFS"],
    number: 30,
    say: ({ place }) =>
      new Problem(`${place || "The folder"} is on a read-only disk.`, {
        hint: "Work in a copy of the project on another disk.",
      }),
  },
  {
    codes: ["ENOTDIR"],
    number: 20,
    say: ({ place }) =>
      new Problem(`${place || "A path"} leads through a file instead of a folder.`, {
        hint: "Choose another path, or move that file away.",
      }),
  },
  {
    codes: ["ENAMETOOLONG"],
    number: 36,
    say: ({ place }) =>
      new Problem(`A name is too long for this disk: ${place.slice(0, 80)}…`, {
        hint: "Choose a shorter name.",
      }),
  },
];

interface Refused {
  /** Empty if the error does not name it. */
  path: string;
  place: string;
  verb: string;
  /** Folders whose files may safely be chowned to the owner. */
  within: string[];
}

/** What each file system call does. Other calls (ports, programs) are not listed. */
const VERBS: Record<string, string> = {
  ...verbs("make", "mkdir mkdtemp link symlink"),
  ...verbs("move", "rename"),
  ...verbs("remove", "rm rmdir unlink"),
  ...verbs("read", "scandir opendir read readlink realpath stat lstat fstat statfs"),
  ...verbs("change", "access chmod fchmod lchmod chown fchown lchown utime futime lutime"),
  ...verbs("write", "write ftruncate fsync fdatasync close"),
  ...verbs("open", "open"),
  ...verbs("copy", "copyfile cp"),
};

function verbs(verb: string, calls: string): Record<string, string> {
  return Object.fromEntries(calls.split(" ").map((call) => [call, verb]));
}

/**
 * Explains an error of the file system to the owner; null for any other error. Looks at causes too, and
 * at the text, because native code says only `os error 28` there.
 *
 * @param within absolute folders; only for paths inside them does the hint suggest chown
 */
export function diskProblem(error: unknown, { within = [process.cwd()] } = {}): Problem | null {
  for (const cause of causesOf(error)) {
    const call = "syscall" in cause ? String(cause.syscall) : null;
    // A port, a program, or too many watched files.
    if (call !== null && !Object.hasOwn(VERBS, call)) continue;
    const refusal = REFUSALS.find(({ codes, number }) =>
      "code" in cause && call !== null
        ? codes.includes(String(cause.code))
        : cause.message.includes(`(os error ${number})`),
    );
    if (!refusal) continue;
    const path = pathOf(cause);
    const verb = (call !== null && VERBS[call]) || "write";
    return refusal.say({ path, place: shown(path), verb, within });
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

/** Relative to the project's folder if it is inside, else absolute. */
function shown(path: string): string {
  const within = path && relative(process.cwd(), path);
  return within === "" || within.startsWith("..") ? path : within;
}

/**
 * The path, or its nearest existing folder, if it belongs to another user and is inside one of the
 * folders; else null. Changing the owner of a system folder could break the system.
 */
function othersPath(path: string, within: string[]): string | null {
  if (path === "") return null;
  try {
    const { uid } = lstatSync(path);
    const real = realpathSync(path);
    const isOurs = within.some((folder) => {
      const around = realpathSync(folder);
      return around !== sep && (real === around || real.startsWith(around + sep));
    });
    return isOurs && uid !== process.getuid?.() ? path : null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return isMissing(error) && dirname(path) !== path ? othersPath(dirname(path), within) : null;
  }
}

/** Quotes a path for a shell. */
const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;
