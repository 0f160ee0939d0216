import { lstatSync, realpathSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { Problem } from "./problem.ts";
import { isMissing, isSystemError } from "./systemErrors.ts";

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
    say: ({ path, place, verb, within }) => {
      const others = othersPath(path, within);
      return new Problem(`You have no permission to ${verb} ${place || "a file"}.`, {
        hint: others
          ? `It belongs to another user, after a command with sudo perhaps. Make it yours: sudo chown -R "$(id -un)" ${quoted(shown(others))}`
          : "Get the permission, or choose another place, for the site with: npm run build -- --out FOLDER",
      });
    },
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
  /** Folders whose files may be given to the owner. */
  within: string[];
}

/** What the calls of the file system are for; a port or another program may be refused too. */
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
 * What the file system refused, as the owner may understand it; null for an error of any other kind.
 * It looks into what caused the error too, and into its text: what is not written in JavaScript says
 * `os error 28` there.
 *
 * @param within folders of ours, absolute: only what lies in them is anybody told to take as his own
 */
export function diskProblem(error: unknown, { within = [process.cwd()] } = {}): Problem | null {
  for (const cause of causesOf(error)) {
    const call = "syscall" in cause ? String(cause.syscall) : null;
    // No file: a port, a program, or too many files to watch.
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

/** From the project's folder, where it lies in there. */
function shown(path: string): string {
  const within = path && relative(process.cwd(), path);
  return within === "" || within.startsWith("..") ? path : within;
}

/**
 * The path itself, or the folder around it that is there, if it is another user's and lies in one of
 * the folders; else null. To take a system's folder as one's own can ruin the system.
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

/** As one word of a shell. */
const quoted = (path: string): string => `'${path.replaceAll("'", "'\\''")}'`;
