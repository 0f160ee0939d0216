import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { hasCode, isMissing } from "../../src/systemErrors.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
};

export interface StaticServer {
  /** Where the site begins; ends with a slash. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site as a plain host does: `…/` is its index.html, what does not exist is 404.html
 * with status 404, and so is everything outside of `basePath`. With `isCompressed` text is sent as
 * hosts send it.
 */
export async function serveFolder(
  folder: string,
  basePath = "/",
  { isCompressed = false }: { isCompressed?: boolean } = {},
): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const found = pathname.startsWith(basePath)
      ? await readSite(folder, decodeURIComponent(pathname.slice(basePath.length)))
      : null;
    const body = found?.body ?? (await readSite(folder, "404.html"))?.body ?? "";
    const type = found?.type ?? "text/html; charset=utf-8";
    const isText = /charset|svg/.test(type);
    response.writeHead(found ? 200 : 404, {
      "content-type": type,
      "cache-control": "no-store",
      ...(isCompressed && isText && { "content-encoding": "gzip" }),
    });
    response.end(isCompressed && isText ? gzipSync(body) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${basePath}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function readSite(folder: string, path: string) {
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const inside = normalize(join("/", file));
  try {
    return {
      body: await readFile(join(folder, inside)),
      type: types[extname(file)] ?? "application/octet-stream",
    };
  } catch (error) {
    if (isMissing(error) || hasCode(error, "EISDIR")) return null;
    throw error;
  }
}
