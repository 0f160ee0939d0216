import { stripVTControlCharacters } from "node:util";
import { build } from "astro";
import type { Log } from "../log.ts";

/** Lets Astro write the pages of the current site into a folder. */
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
      // Vite also prints the errors it throws, with a stack, before we can put them into words.
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
