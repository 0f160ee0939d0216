import { stripVTControlCharacters } from "node:util";
import { build } from "astro";
import type { Log } from "../log.ts";

/** Has Astro write the pages of the site in hand into a folder. */
export async function renderSite(root: string, folder: string, log: Log): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  const warned = new Set<string>();
  const warn = (message: string) => {
    const text = stripVTControlCharacters(message);
    if (!warned.has(text)) log.warn(text);
    warned.add(text);
  };
  await build({
    root,
    outDir: folder,
    logLevel: "warn",
    vite: {
      // Vite prints what it throws as well, with a stack, before anybody can tell whose fault it is.
      customLogger: {
        info() {},
        warn,
        warnOnce: warn,
        error() {},
        clearScreen() {},
        hasErrorLogged: () => true,
        hasWarned: false,
      },
    },
  });
}
