import sanitizeHtml from "sanitize-html";

/**
 * Reviews and list texts are HTML as somebody typed it: neither clean nor balanced. What comes out
 * is balanced, runs nothing and leads nowhere but to http addresses.
 */
export const cleanText = (text: string): string =>
  sanitizeHtml(text, {
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
