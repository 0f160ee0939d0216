import { existsSync, realpathSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isAbsolute, join, resolve } from "node:path";
import type { ViteUserConfig } from "astro";
import { createPrivateTest, isWithin } from "../privatePlaces.ts";

/** What pages are made of. */
const FOLDERS = ["src", "public", "node_modules"];

/** Vite's own, which a list of ours replaces: https://vite.dev/config/server-options#server-fs-deny */
const ALWAYS_DENIED = [".env", ".env.*", "*.{crt,pem}", "**/.git/**"];

/**
 * Has Vite serve no file but those pages are made of: export, cache and settings lie in the project
 * as well, and `--host` shows it to a whole network. An export or a cache among what pages are made of
 * is not served either.
 *
 * @param root the project's folder, absolute
 * @param privatePlaces files and folders of the owner's, absolute
 */
export function restrictServedFiles(root: string, privatePlaces: string[]): ViteUserConfig {
  const given = FOLDERS.map((name) => join(root, name));
  // node_modules may be a link, and Vite names the files behind it.
  const allowed = [...new Set([...given, ...given.map((folder) => realpathSync(folder))])];
  const isPrivate = createPrivateTest(privatePlaces, allowed);
  const isPagePart = (file: string) => allowed.some((folder) => isWithin(resolve(file), folder));
  const globs = allowed.map((folder) => `${escapeGlob(folder)}/**`);

  /** Which file is meant depends on who answers: Vite looks for it at three places. */
  const asksForPrivate = (address: string, base: string) =>
    possiblePaths(address, base)
      .flatMap((path) => [
        resolve(join(root, "public", path)),
        // Elsewhere in the project nothing is served, and pages have such addresses too: /data/.
        ...[resolve(join(root, path)), resolve(path)].filter(isPagePart),
      ])
      .some((file) => isFile(file) && isPrivate(file));

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
        configureServer({ config, middlewares }) {
          // Vite asks no rule about what it serves out of public/, nor where a link leads to.
          middlewares.use(
            (request: IncomingMessage, response: ServerResponse, next: () => void) => {
              if (!asksForPrivate(request.url ?? "", config.base)) next();
              else response.writeHead(403, { "content-type": "text/plain" }).end("Not served.\n");
            },
          );
        },
        load: {
          // Before the plugins that read files themselves and ask nobody, as Astro's for Markdown.
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

/** No server decodes an address more often than this. */
const MAX_DECODINGS = 4;

/** All that may be meant by an address: as it is and decoded, with and without what Vite puts before a path. */
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

/** A path within a glob: Vite's have forward slashes. */
const escapeGlob = (path: string): string =>
  path.replaceAll("\\", "/").replace(/[$()*+!?@[\]{}|^,]/g, "\\$&");
