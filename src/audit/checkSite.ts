import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { grouped } from "../counted.ts";
import { hasMarks } from "../dateMarks.ts";
import { readFileList, siteFiles } from "../publish/builtFiles.ts";
import { readTags } from "./pageTags.ts";

export interface SiteReport {
  pages: number;
  links: number;
}

/** Lists what is wrong with a built site. It is always a bug: no input may cause it. */
export class BrokenSite extends Error {
  override name = "BrokenSite";
}

const needed = [
  "index.html",
  "404.html",
  "films/index.html",
  "data/summary.json",
  "data/films.json",
];

/**
 * Checks a built site: every link and anchor works, and so do the addresses for crawlers and home
 * screens; every page has a title and exactly one h1; no page has inline styles or contains the token.
 *
 * @param maxFiles the most files that the site was made for; null if it may have any number
 *
 * @throws BrokenSite that lists the faults
 */
export async function checkSite(
  folder: string,
  {
    basePath = "/",
    siteUrl = null,
    token = null,
    maxFiles = null,
  }: {
    basePath?: string;
    siteUrl?: string | null;
    token?: string | null;
    maxFiles?: number | null;
  } = {},
): Promise<SiteReport> {
  const files = new Set(await siteFiles(folder));
  const listed = (await readFileList(folder)) ?? [];
  const missing = [...new Set([...needed, ...listed])].filter((file) => !files.has(file));
  const faults = missing.map((file) => `${file} is missing`);
  if (maxFiles !== null && files.size > maxFiles) {
    faults.push(`The site has ${grouped(files.size)} files, and ${grouped(maxFiles)} were planned`);
  }
  const anchors = new Map<string, Set<string>>();
  const links = new Map<string, string>();
  const add = (link: string | null, from: string) => {
    if (link !== null && !links.has(link)) links.set(link, from);
  };
  // An address from the root leads to the same place on every page.
  const fromRoot = new Set<string>();
  let pages = 0;

  for await (const [file, text] of textsOf(folder, files)) {
    if (hasMarks(text)) faults.push(`${file} contains a date mark`);
    if (token && text.includes(token)) faults.push(`${file} contains the TMDB token`);
    for (const address of addressesIn(file, text)) {
      add(resolveFull(address, { basePath, siteUrl }) ?? resolve(address, file, basePath), file);
    }
    if (!file.endsWith(".html")) continue;
    pages += 1;
    const tags = readTags(text);
    anchors.set(file, tags.ids);
    if (tags.title === "") faults.push(`${file} has no title`);
    if (tags.firstHeadings !== 1) faults.push(`${file} does not have exactly one h1`);
    if (tags.isStyledInline) faults.push(`${file} has inline styles`);
    for (const address of tags.addresses) {
      if (fromRoot.has(address)) continue;
      if (address.startsWith("/")) fromRoot.add(address);
      add(resolve(address, file, basePath), file);
    }
    // Only SITE_URL tells which full addresses belong to this site.
    for (const address of siteUrl === null ? [] : tags.fullAddresses) {
      const link = resolveFull(address, { basePath, siteUrl });
      if (link === null)
        faults.push(`${file} gives crawlers ${address}, which is outside this site`);
      else add(link, file);
    }
  }

  for (const [link, from] of links) {
    const [path = "", anchor] = link.split("#");
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (!files.has(file)) faults.push(`${from} links to ${link}, which does not exist`);
    else if (anchor && !anchors.get(file)?.has(anchor)) {
      faults.push(`${from} links to ${link}, which has no such anchor`);
    }
  }
  if (faults.length > 0) {
    const shown = faults.slice(0, 10).map((fault) => `  ${fault}`);
    const rest = faults.length > 10 ? [`  … and ${grouped(faults.length - 10)} more`] : [];
    const request = "This is a bug in Film Ledger. Please report it.";
    throw new BrokenSite(["The built site has faults:", ...shown, ...rest, request].join("\n"));
  }
  return { pages, links: links.size };
}

const readAtOnce = 32;

/** The files that are text, with their contents, in order. */
async function* textsOf(
  folder: string,
  files: Iterable<string>,
): AsyncGenerator<[file: string, text: string]> {
  const texts = [...files].filter((file) =>
    /\.(html|json|csv|js|css|svg|txt|xml|webmanifest)$/.test(file),
  );
  for (let i = 0; i < texts.length; i += readAtOnce) {
    yield* await Promise.all(
      texts
        .slice(i, i + readAtOnce)
        .map(
          async (file): Promise<[string, string]> => [
            file,
            await readFile(join(folder, file), "utf8"),
          ],
        ),
    );
  }
}

/** The file (and anchor) that a link of the page leads to; null if it leaves the site. */
function resolve(address: string, page: string, basePath: string): string | null {
  if (/^(?:[a-z]+:|\/\/)/i.test(address)) return null;
  const { pathname, hash } = new URL(address, `https://site.invalid${basePath}${page}`);
  const path = unescaped(pathname);
  return path.startsWith(basePath)
    ? path.slice(basePath.length) + unescaped(hash)
    : `outside the site: ${path}`;
}

/** The file that a full address below SITE_URL leads to; null for any other address. */
function resolveFull(
  address: string,
  { basePath, siteUrl }: { basePath: string; siteUrl: string | null },
): string | null {
  if (siteUrl === null || !URL.canParse(address)) return null;
  const { origin, pathname } = new URL(address);
  if (origin !== new URL(siteUrl).origin) return null;
  return resolve(pathname, "", basePath);
}

/** The addresses in a sitemap, robots.txt or web manifest. */
function addressesIn(file: string, text: string): string[] {
  if (/^sitemap.*\.xml$/.test(file)) return captured(text, /<loc>([^<]*)<\/loc>/g);
  if (file === "robots.txt") return captured(text, /^Sitemap: (.*)$/gm);
  if (file.endsWith(".webmanifest")) return captured(text, /"(?:src|start_url)":"([^"]*)"/g);
  return [];
}

const captured = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, address = ""]) => address);

/** An address with a stray percent sign stays as it is; no file has such a name. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
