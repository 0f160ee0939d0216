import sanitizeHtml from "sanitize-html";
import { printable } from "./printable.ts";

/**
 * Reviews and list texts are HTML as somebody typed it: neither clean nor balanced. What comes out
 * is balanced, runs nothing and leads nowhere but to http addresses.
 */
export const cleanText = (text: string): string =>
  // Twice, since tags that are taken out may have stood between paragraphs that end each other; and
  // characters last, since one may have been written as a number.
  printable(sanitise(sanitise(limitTags(closeRepeated(text)))));

/** No text that somebody wrote has so many; the parser takes the square of the depth. */
const MAX_DEPTH = 100;
const MAX_TAGS = 10_000;

/** They hold nothing, or end where the next begins. */
const FLAT = new Set(["br", "hr", "img", "li", "p", "wbr"]);

/** Takes out the tags that are opened inside a hundred others, and those behind the ten-thousandth. */
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
      // Without a host of its own an address would lead into this site.
      a: (tagName, { href = "" }) => ({
        tagName,
        attribs: /^https?:\/\//i.test(href) ? { href, rel: "nofollow noopener" } : {},
      }),
    },
  });

/**
 * Some write `<i>Title<i>`. Where a tag is opened more often than closed, and by an even number, one
 * that is opened while it is open means its end. Without that, all that follows would be in italics.
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
