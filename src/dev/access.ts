import { existsSync, realpathSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isAbsolute, join, resolve } from "node:path";
import type { ViteUserConfig } from "astro";
import { createPrivateTest, isWithin } from "../privatePlaces.ts";

/** The folders that pages are built from. */
const FOLDERS = ["src", "public", "node_modules"];

/** Vite's defaults, which our list would replace: https://vite.dev/config/server-options#server-fs-deny */
const ALWAYS_DENIED = [".env", ".env.*", "*.{crt,pem}", "**/.git/**"];

/**
 * Limits Vite to files that pages are built from: the project also contains export, cache and settings,
 * and `--host` opens it to a whole network. An export or cache inside those folders is not served either.
 *
 * @param root the project's folder, absolute
 * @param privatePlaces the owner's files and folders, absolute
 */
export function restrictServedFiles(root: string, privatePlaces: string[]): ViteUserConfig {
  const given = FOLDERS.map((name) => join(root, name));
  // node_modules may be a link, and Vite uses the paths behind it.
  const allowed = [...new Set([...given, ...given.map((folder) => realpathSync(folder))])];
  const isPrivate = createPrivateTest(privatePlaces, allowed);
  const isPagePart = (file: string) => allowed.some((folder) => isWithin(resolve(file), folder));
  const globs = allowed.map((folder) => `${escapeGlob(folder)}/**`);

  /** Vite looks for a requested file in three places. */
  const asksForPrivate = (address: string, base: string) =>
    possiblePaths(address, base)
      .flatMap((path) => [
        resolve(join(root, "public", path)),
        // Other paths of the project are never served, and may be addresses of pages, such as /data/.
        ...[resolve(join(root, path)), resolve(path)].filter(isPagePart),
      ])
      .some((file) => isFile(file) && isPrivate(file));

  return {
    server: {
      fs: {
        allow: allowed,
        // Vite serves whatever a module imports, allowed or not, unless it is denied.
        deny: [...ALWAYS_DENIED, `!{${globs.join(",")}}`],
      },
    },
    plugins: [
      {
        name: "film-ledger-access",
        // A build has no server.
        apply: "serve",
        applyToEnvironment: ({ name }) => name === "client",
        configureServer({ config, middlewares }) {
          // Vite applies no rule to public/ and does not check where a link leads.
          middlewares.use(
            (request: IncomingMessage, response: ServerResponse, next: () => void) => {
              if (!asksForPrivate(request.url ?? "", config.base)) next();
              else response.writeHead(403, { "content-type": "text/plain" }).end("Not served.\n");
            },
          );
        },
        load: {
          // Runs before plugins that read files without a check, such as Astro's for Markdown.
          order: "pre",
          handler(id) {
            const [file = ""] = id.split(/[?#]/);
            if (!isAbsolute(file) || (isPagePart(file) && !isPrivate(file))) return;
            throw Object.assign(new Error(`${file} is not served.`), { code: "ERR_LOAD_URL" });
          },
        },
      },
    ],
  };
}

/** No server decodes an address more often. */
const MAX_DECODINGS = 4;

/** Every path an address may mean: as written and decoded, with and without Vite's prefixes. */
function possiblePaths(address: string, base: string): string[] {
  const found = new Set<string>();
  function add(path: string, decodings: number): void {
    if (found.has(path) || decodings > MAX_DECODINGS) return;
    found.add(path);
    add(path.replace(/[?#].*/s, ""), decodings);
    add(path.replace(/^\/+@(?:fs|id)(?:\/__x00__)?(?=\/)/, ""), decodings);
    if (path.startsWith(base)) add(`/${path.slice(base.length)}`, decodings);
    for (const decode of [decodeURI, decodeURIComponent]) add(decoded(path, decode), decodings + 1);
  }
  add(address, 0);
  return [...found];
}

function decoded(path: string, decode: (text: string) => string): string {
  try {
    return decode(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile();

/** A path for use in a glob. Vite's globs have forward slashes. */
const escapeGlob = (path: string): string =>
  path.replaceAll("\\", "/").replace(/[$()*+!?@[\]{}|^,]/g, "\\$&");
