import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { siteFiles } from "../publish/builtFiles.ts";
import { readParts, staticImports } from "./pageParts.ts";
import { readStyles } from "./styleParts.ts";
import type { PageWeight } from "./weight.ts";

/** Stands for the site's own host. */
const ownOrigin = "https://site.invalid";

/** Weighs every page of a built site, in the order of their names. */
export async function weighSite(
  folder: string,
  { basePath = "/" }: { basePath?: string } = {},
): Promise<PageWeight[]> {
  const root = ownOrigin + basePath;
  const read = memoised((path) => readFile(join(folder, path), "utf8"));
  // A font is compressed already: no host compresses it again.
  const weigh = memoised(async (path) =>
    path.endsWith(".woff2") ? (await readFile(join(folder, path))).length : gzip(await read(path)),
  );
  const importsOf = memoised(async (path) => staticImports(await read(path)));
  const stylesOf = memoised(async (path) => readStyles(await read(path)));
  const sum = async (paths: Iterable<string>) =>
    (await Promise.all(Array.from(new Set(paths), weigh))).reduce((all, bytes) => all + bytes, 0);

  async function weighPage(file: string): Promise<PageWeight> {
    const parts = readParts(await read(file));
    const hosts = new Set<string>();
    /** Files of the site that the addresses lead to; of the others the host is noted. */
    const own = (addresses: Iterable<string>, from: string): string[] =>
      Array.from(addresses, (address) => new URL(address, root + from)).flatMap((url) => {
        if (url.origin === ownOrigin) return [decodeURI(url.pathname.slice(basePath.length))];
        if (/^https?:$/.test(url.protocol)) hosts.add(url.hostname);
        return [];
      });

    const inline = parts.inlineScripts.join("\n");
    const scripts = new Set(own([...parts.scripts, ...staticImports(inline)], file));
    // A set that grows while it is walked: imports of imports come too.
    for (const script of scripts) {
      for (const imported of own(await importsOf(script), script)) scripts.add(imported);
    }
    const sheets = own(parts.styles, file);
    const fonts: string[] = [];
    for (const sheet of sheets) {
      const { plainFonts, all } = await stylesOf(sheet);
      fonts.push(...own(plainFonts, sheet));
      own(all, sheet);
    }
    own(parts.others, file);

    const html = await weigh(file);
    const styles = await sum(sheets);
    const loaded = await sum(scripts);
    const fontBytes = await sum(fonts);
    return {
      file,
      html,
      styles,
      scripts: loaded + (inline === "" ? 0 : gzip(inline)),
      fonts: fontBytes,
      total: html + styles + loaded + fontBytes,
      hosts: [...hosts].sort(),
    };
  }

  const pages: PageWeight[] = [];
  const files = (await siteFiles(folder)).filter((file) => file.endsWith(".html"));
  for (const file of files.sort()) pages.push(await weighPage(file));
  return pages;
}

const gzip = (text: string): number => gzipSync(text, { level: 9 }).length;

/** Does the work once for each path. */
function memoised<T>(work: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (path) => {
    const result = known.get(path) ?? work(path);
    known.set(path, result);
    return result;
  };
}
