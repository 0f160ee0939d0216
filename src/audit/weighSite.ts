import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { siteFiles } from "../publish/builtFiles.ts";
import { readParts, staticImports } from "./pageParts.ts";
import { readStyles } from "./styleParts.ts";
import type { PageWeight } from "./weight.ts";

/** A placeholder for the site's own host. */
const ownOrigin = "https://site.invalid";

/** Measures what each page of a built site loads. Pages are in order of their file names. */
export async function weighSite(
  folder: string,
  { basePath = "/" }: { basePath?: string } = {},
): Promise<PageWeight[]> {
  const root = ownOrigin + basePath;
  const read = memoised((path) => readFile(join(folder, path), "utf8"));
  // Fonts are compressed already, so hosts do not compress them.
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
    /** The site's own files among the addresses; hosts of the others are noted. */
    const own = (addresses: Iterable<string>, from: string): string[] =>
      Array.from(addresses, (address) => new URL(address, root + from)).flatMap((url) => {
        if (url.origin === ownOrigin) return [decodeURI(url.pathname.slice(basePath.length))];
        if (/^https?:$/.test(url.protocol)) hosts.add(url.hostname);
        return [];
      });

    const inline = parts.inlineScripts.join("\n");
    const scripts = new Set(own([...parts.scripts, ...staticImports(inline)], file));
    // The set grows during the loop, so imports of imports are included.
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
