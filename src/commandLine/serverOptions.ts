import { readOptions, Usage } from "./options.ts";

/**
 * Where a server of pages listens, as its options say; Astro's own defaults serve for the rest.
 *
 * @throws Usage for a port that is none
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

/** 0 is any free one. */
function portOf(value: string, usage: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Usage(`--port ${value} is no whole number from 0 to 65535.\n${usage.split("\n")[0]}`);
}
