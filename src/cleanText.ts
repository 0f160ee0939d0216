import sanitizeHtml from "sanitize-html";
import { printable } from "./printable.ts";

/**
 * Cleans a review or list text, which is HTML as somebody typed it. The result is balanced, has no
 * scripts, and links only to http addresses.
 */
export const cleanText = (text: string): string =>
  // Sanitised twice, because a removed tag may have been between paragraphs that end each other.
  // Characters come last, because one may have been written as a number.
  printable(sanitise(sanitise(limitTags(closeRepeated(text)))));

/** More than any real text has. The parser's time grows with the square of the depth. */
const MAX_DEPTH = 100;
const MAX_TAGS = 10_000;

/** Tags without content, or that end where the next begins. */
const FLAT = new Set(["br", "hr", "img", "li", "p", "wbr"]);

/** Removes tags nested deeper than MAX_DEPTH, and tags after the first MAX_TAGS. */
function limitTags(text: string): string {
  const open = new Map<string, number>();
  let depth = 0;
  let tags = 0;
  return text.replace(
    /<(\/?)([a-z][a-z0-9]*)(?:[^<>]*>)?/gi,
    (tag, slash: string, written: string) => {
      const name = written.toLowerCase();
      const times = open.get(name) ?? 0;
      if (slash !== "") {
        open.set(name, Math.max(0, times - 1));
        if (times > 0) depth -= 1;
        return tag;
      }
      tags += 1;
      if (depth >= MAX_DEPTH || tags > MAX_TAGS) return "";
      if (FLAT.has(name)) return tag;
      open.set(name, times + 1);
      depth += 1;
      return tag;
    },
  );
}

const sanitise = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: ["a", "b", "blockquote", "br", "em", "i", "p", "strong"],
    allowedAttributes: { a: ["href", "rel"] },
    allowedSchemes: ["http", "https"],
    transformTags: {
      // A relative address would be a link within this site.
      a: (tagName, { href = "" }) => ({
        tagName,
        attribs: /^https?:\/\//i.test(href) ? { href, rel: "nofollow noopener" } : {},
      }),
    },
  });

/**
 * Corrects `<i>Title<i>`: if a tag is opened an even number of times more than it is closed, each opening
 * while it is already open is read as its end. Otherwise the rest of the text would be in italics.
 */
function closeRepeated(text: string): string {
  return ["b", "blockquote", "em", "i", "strong"].reduce((closed, name) => {
    const tags = new RegExp(`<(/?)${name}(?:\\s[^<>]*|/)?>`, "gi");
    const ends = Array.from(closed.matchAll(tags), ([, slash]) => slash !== "");
    const surplus = ends.reduce((sum, isEnd) => sum + (isEnd ? -1 : 1), 0);
    if (surplus <= 0 || surplus % 2 === 1) return closed;
    let isOpen = false;
    return closed.replace(tags, (tag, slash: string) => {
      const isEnd = slash !== "" || isOpen;
      isOpen = !isEnd;
      return isEnd ? `</${name}>` : tag;
    });
  }, text);
}
