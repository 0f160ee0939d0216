import { realpathSync } from "node:fs";
import { isAbsolute, join, resolve, sep } from "node:path";
import type { ViteUserConfig } from "astro";

/** What pages are made of. */
const FOLDERS = ["src", "public", "node_modules"];

/** Vite's own, which a list of ours replaces: https://vite.dev/config/server-options#server-fs-deny */
const ALWAYS_DENIED = [".env", ".env.*", "*.{crt,pem}", "**/.git/**"];

/**
 * Has Vite serve no file but those pages are made of: export, cache and settings lie in the project
 * as well, and `--host` shows it to a whole network.
 *
 * @param root the project's folder, absolute
 */
export function onlyPageParts(root: string): ViteUserConfig {
  const given = FOLDERS.map((name) => join(root, name));
  // node_modules may be a link, and Vite names the files behind it.
  const allowed = [...new Set([...given, ...given.map((folder) => realpathSync(folder))])];
  const isAllowed = (file: string) =>
    allowed.some((folder) => resolve(file).startsWith(folder + sep));
  const globs = allowed.map((folder) => `${literal(folder)}/**`);
  return {
    server: {
      fs: {
        allow: allowed,
        // Vite lets through what any module imports, whatever is allowed, unless it is denied.
        deny: [...ALWAYS_DENIED, `!{${globs.join(",")}}`],
      },
    },
    plugins: [
      {
        name: "film-ledger-access",
        // A build serves nobody.
        apply: "serve",
        applyToEnvironment: ({ name }) => name === "client",
        load: {
          // Before the plugins that read files themselves and ask nobody, as Astro's for Markdown.
          order: "pre",
          handler(id) {
            const [file = ""] = id.split(/[?#]/);
            if (!isAbsolute(file) || isAllowed(file)) return;
            throw Object.assign(new Error(`${file} is not served.`), { code: "ERR_LOAD_URL" });
          },
        },
      },
    ],
  };
}

/** A path within a glob: Vite's have forward slashes. */
const literal = (path: string): string =>
  path.replaceAll("\\", "/").replace(/[$()*+!?@[\]{}|^,]/g, "\\$&");
