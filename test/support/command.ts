import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

export interface Outcome {
  /** Null when a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  outcome: Promise<Outcome>;
}

/** The settings a test does not choose, empty, so that neither a shell nor `.env` chooses them. */
const noSettings = Object.fromEntries(
  [
    "TMDB_API_TOKEN",
    "TMDB_API_URL",
    "TMDB_IMAGE_URL",
    "TMDB_REQUESTS_PER_SECOND",
    "TMDB_CONCURRENCY",
    "DATA_DIR",
    "CACHE_DIR",
    "BUILD_DATE",
    "OFFLINE",
    "SITE_URL",
    "BASE_PATH",
    "PUBLISH",
    "GITHUB_ACTIONS",
  ].map((name) => [name, ""]),
);

/** Starts `scripts/NAME.ts`, or `tools/NAME.ts` where that is the name, as `npm run` would, in a process of its own. */
export function startScript(
  name: string,
  {
    args = [],
    env = {},
    root = process.cwd(),
    user,
    isGroup = false,
  }: {
    args?: string[];
    env?: Record<string, string | undefined>;
    root?: string;
    /** Whose process it is, by number; ours unless told. */
    user?: number | undefined;
    /** Whether it leads a group of processes, which a terminal's Ctrl-C reaches all. */
    isGroup?: boolean;
  } = {},
): Running {
  const child = spawn(
    process.execPath,
    [name.includes("/") ? `${name}.ts` : `scripts/${name}.ts`, ...args],
    {
      cwd: root,
      detached: isGroup,
      ...(user !== undefined && { uid: user, gid: user }),
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env.PATH ?? "",
        HOME: process.env.HOME ?? "",
        ASTRO_TELEMETRY_DISABLED: "1",
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? "",
        ...noSettings,
        ...env,
      },
    },
  );
  const outcome = async (): Promise<Outcome> => {
    const [stdout, stderr] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close"),
    ]);
    return { code: child.exitCode, stdout, stderr };
  };
  return { child, outcome: outcome() };
}

export const runScript = (...args: Parameters<typeof startScript>): Promise<Outcome> =>
  startScript(...args).outcome;

/** A stack, as Node prints it for what is a bug. */
export const stackPattern = /^\s+at .+:\d+:\d+\)?$/m;
