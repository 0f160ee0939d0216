import { Parser } from "htmlparser2";

/** What a browser fetches for a page (addresses as written in it), and the page's inline scripts. */
export interface PageParts {
  /** Scripts, islands and their renderers, without what these import. */
  scripts: Set<string>;
  styles: Set<string>;
  /** Pictures, icons, preloads and anything else that is fetched without a click. */
  others: Set<string>;
  /** Text of the scripts inside the page. */
  inlineScripts: string[];
}

const islandScripts = ["component-url", "renderer-url", "before-hydration-url"];
const fetchedLinks = /\b(?:icon|manifest|preload|prefetch|apple-touch-icon)\b/;

/** Reads from a page's tags what it loads. Links to click load nothing. */
export function readParts(html: string): PageParts {
  const parts: PageParts = {
    scripts: new Set(),
    styles: new Set(),
    others: new Set(),
    inlineScripts: [],
  };
  let isScript = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      isScript = name === "script" && isCode(attributes.type);
      for (const address of sources(name, attributes)) {
        if (name === "script") parts.scripts.add(address);
        else if (name === "link") parts[linked(attributes.rel)].add(address);
        else parts.others.add(address);
      }
      for (const key of islandScripts) {
        const address = attributes[key];
        if (name === "astro-island" && address) parts.scripts.add(address);
      }
      if (isScript) parts.inlineScripts.push("");
    },
    ontext(text) {
      if (isScript) parts.inlineScripts.push((parts.inlineScripts.pop() ?? "") + text);
    },
    onclosetag() {
      isScript = false;
    },
  });
  parser.end(html);
  parts.inlineScripts = parts.inlineScripts.filter((text) => text.trim() !== "");
  return parts;
}

/** The scripts that a script imports when it starts, without dynamic imports. */
export const staticImports = (script: string): string[] =>
  Array.from(
    script.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]+?\bfrom\s*)?(["'])([^"']+)\1/g),
    ([, , address]) => `${address}`,
  );

/** A script of another type is data for the browser, such as JSON for search engines. */
const isCode = (type = "") => /^(?:|module|(?:text|application)\/javascript)$/i.test(type);

const linked = (rel = "") =>
  rel === "stylesheet" ? "styles" : rel === "modulepreload" ? "scripts" : "others";

function sources(name: string, attributes: Record<string, string>): string[] {
  const { href, src, srcset, rel = "", poster, data } = attributes;
  if (name === "link") {
    const isFetched = rel === "stylesheet" || rel === "modulepreload" || fetchedLinks.test(rel);
    return isFetched && href ? [href] : [];
  }
  // In an SVG these elements fetch their href; elsewhere an href is a link to click.
  const drawn = ["image", "use", "feimage"].includes(name) ? [href, attributes["xlink:href"]] : [];
  const sets = (srcset ?? "").split(",").map((one) => one.trim().split(/\s/)[0]);
  const found = [src, poster, ...(name === "object" ? [data] : []), ...drawn, ...sets];
  return found.flatMap((address) => address || []);
}
