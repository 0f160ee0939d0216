import { type ParseArgsConfig, parseArgs } from "node:util";

/** Whoever called a command wants to know, or has to be told, how it is called. */
export class Usage extends Error {
  override name = "Usage";
  /** It was asked for with --help: no error. */
  readonly isAsked: boolean;

  constructor(message: string, { isAsked = false } = {}) {
    super(message);
    this.isAsked = isAsked;
  }
}

/**
 * The options and arguments of a command. `usage` says in its first line how it is called, then what
 * it does and what its options mean. An option that npm took for itself, since the `--` was missing,
 * is warned about.
 *
 * @throws Usage for `--help`, and for an option or argument that does not exist or lacks its value
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
    throw new Usage(`There is no option ${unknown.rawName}. There is: ${known}.\n${call}`);
  }
  for (const name of Object.keys(options)) {
    const isTaken = Boolean(env[`npm_config_${name.replaceAll("-", "_")}`]);
    if (!isTaken || given.some((option) => option.name === name)) continue;
    const [command] = call.split(" -- ");
    warn(`npm took --${name} for itself. Write a -- before it: ${command} -- --${name}`);
  }
  const surplus = config.allowPositionals
    ? undefined
    : tokens.find((token) => token.kind === "positional");
  if (surplus) throw new Usage(`“${surplus.value}” is too much: only options are taken.\n${call}`);
  try {
    return parseArgs(config);
  } catch (error) {
    const isArgument =
      error instanceof Error && "code" in error && /^ERR_PARSE_ARGS/.test(String(error.code));
    throw isArgument ? new Usage(`${error.message}\n${call}`) : error;
  }
}

/**
 * The value of an option that counts something.
 *
 * @param name `--films`
 * @throws Usage for anything but a whole number above 0
 */
export function countOption(name: string, value: string, usage: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  const [call = ""] = usage.split("\n");
  throw new Usage(`${name} ${value} is no whole number above 0.\n${call}`);
}

const warnOnStderr = (message: string): void => void process.stderr.write(`! ${message}\n`);
