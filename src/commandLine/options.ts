import { type ParseArgsConfig, parseArgs } from "node:util";

/** Tells how a command is called, after `--help` or a wrong call. */
export class Usage extends Error {
  override name = "Usage";
  /** Asked for with --help, so not an error. */
  readonly isAsked: boolean;

  constructor(message: string, { isAsked = false } = {}) {
    super(message);
    this.isAsked = isAsked;
  }
}

/**
 * The options and arguments of a command. The first line of `usage` is the call; the rest says what the
 * command and its options do. Warns about an option that npm read as its own because `--` was missing.
 *
 * @throws Usage for `--help`, an unknown option or argument, or a missing value
 */
export function readOptions<T extends ParseArgsConfig>(
  config: T,
  usage: string,
  { env = process.env, warn = warnOnStderr } = {},
): ReturnType<typeof parseArgs<T>> {
  const [call = ""] = usage.split("\n");
  const { options = {}, args = process.argv.slice(2) } = config;
  const { tokens } = parseArgs({ options, args: [...args], strict: false, tokens: true });
  const given = tokens.filter((token) => token.kind === "option");
  if (given.some(({ rawName }) => rawName === "--help" || rawName === "-h")) {
    throw new Usage(usage, { isAsked: true });
  }
  const unknown = given.find(({ name }) => !(name in options));
  if (unknown) {
    const known = [...Object.keys(options), "help"].map((name) => `--${name}`).join(", ");
    throw new Usage(`There is no option ${unknown.rawName}. The options are: ${known}.\n${call}`);
  }
  for (const name of Object.keys(options)) {
    const isTaken = Boolean(env[`npm_config_${name.replaceAll("-", "_")}`]);
    if (!isTaken || given.some((option) => option.name === name)) continue;
    const [command] = call.split(" -- ");
    warn(`npm read --${name} as its own option. Put -- before it: ${command} -- --${name}`);
  }
  const surplus = config.allowPositionals
    ? undefined
    : tokens.find((token) => token.kind === "positional");
  if (surplus)
    throw new Usage(
      `“${surplus.value}” is not an option, and this command takes only options.\n${call}`,
    );
  try {
    return parseArgs(config);
  } catch (error) {
    const isArgument =
      error instanceof Error && "code" in error && /^ERR_PARSE_ARGS/.test(String(error.code));
    throw isArgument ? new Usage(`${error.message}\n${call}`) : error;
  }
}

/**
 * The value of an option that is a count.
 *
 * @param name `--films`
 * @throws Usage unless it is a whole number above 0
 */
export function countOption(name: string, value: string, usage: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  const [call = ""] = usage.split("\n");
  throw new Usage(`${name} ${value} is not a whole number above 0.\n${call}`);
}

const warnOnStderr = (message: string): void => void process.stderr.write(`! ${message}\n`);
