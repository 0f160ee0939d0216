import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readTags } from "../src/audit/pageTags.ts";
import { grouped } from "../src/counted.ts";
import { builtBasePath } from "../src/publish/builtBasePath.ts";
import { siteFiles } from "../src/publish/builtFiles.ts";
import { creditNames } from "./links/creditNames.ts";

// Says what share of the names on film pages are links, and which pages no other page links to.
// `npm run check:site` says whether a link is broken.

const [folder = "dist"] = process.argv.slice(2);
const basePath = builtBasePath(folder, "/");
const pages = (await siteFiles(folder)).filter((file) => file.endsWith(".html"));
const linkedPages = new Set<string>();
const names = new Map<string, { linked: number; all: number }>();

for (const page of pages) {
  const html = await readFile(join(folder, page), "utf8");
  for (const address of readTags(html).addresses) {
    const { origin, pathname } = new URL(address, `https://site.invalid${basePath}${page}`);
    const path = decodeURIComponent(pathname).slice(basePath.length);
    const target = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (origin === "https://site.invalid" && target !== page) linkedPages.add(target);
  }
  if (!/^films\/[^/]+\//.test(page)) continue;
  for (const { label, isLinked } of creditNames(html)) {
    const { linked, all } = names.get(label) ?? { linked: 0, all: 0 };
    names.set(label, { linked: linked + Number(isLinked), all: all + 1 });
  }
}

const orphans = pages.filter((page) => !linkedPages.has(page) && page !== "404.html");
const lines = [...names]
  .sort(([, a], [, b]) => b.all - a.all)
  .map(
    ([label, { linked, all }]) =>
      `${label}: ${grouped(linked)} of ${grouped(all)} names are links (${((100 * linked) / all).toFixed(1)}%)`,
  );
const rest = orphans.slice(0, 10).map((page) => `  ${page}`);
process.stdout.write(
  `${[...lines, `${grouped(orphans.length)} of ${grouped(pages.length)} pages have no link from another page`, ...rest].join("\n")}\n`,
);
