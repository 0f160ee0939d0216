import { readOptions, Usage } from "./options.ts";

/**
 * The address at which a server listens, from its options; Astro has defaults for the rest.
 *
 * @throws Usage for an invalid port
 */
export function serverOptions(
  usage: string,
  { args = process.argv.slice(2) } = {},
): { port?: number; host?: string } {
  const { values } = readOptions(
    { args, options: { port: { type: "string" }, host: { type: "string" } } },
    usage,
  );
  return {
    ...(values.port !== undefined && { port: portOf(values.port, usage) }),
    ...(values.host !== undefined && { host: values.host }),
  };
}

/** 0 means any free port. */
function portOf(value: string, usage: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Usage(
    `--port ${value} is not a whole number from 0 to 65535.\n${usage.split("\n")[0]}`,
  );
}
