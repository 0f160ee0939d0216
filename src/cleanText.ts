import sanitizeHtml from "sanitize-html";
import { printable } from "./printable.ts";

/**
 * Reviews and list texts are HTML as somebody typed it: neither clean nor balanced. What comes out
 * is balanced, runs nothing and leads nowhere but to http addresses.
 */
export const cleanText = (text: string): string =>
  // Twice, since tags that are taken out may have stood between paragraphs that end each other; and
  // characters last, since one may have been written as a number.
  printable(sanitise(sanitise(closeRepeated(text))));

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
    const tags = new RegExp(`<(/?)${name}>`, "gi");
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
