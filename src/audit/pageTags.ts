import { Parser } from "htmlparser2";

/** What the tags of one page say; text, comments, scripts and styles are ignored. */
export interface PageTags {
  /** Text of the page's title, without the titles of drawings. */
  title: string;
  firstHeadings: number;
  isStyledInline: boolean;
  ids: Set<string>;
  /** Every href and src, unescaped. */
  addresses: Set<string>;
  /** Full addresses in the head for crawlers: of the page and of its picture. */
  fullAddresses: Set<string>;
}

const crawlerProperties = new Set(["og:url", "og:image"]);

export function readTags(html: string): PageTags {
  const tags: PageTags = {
    title: "",
    firstHeadings: 0,
    isStyledInline: false,
    ids: new Set(),
    addresses: new Set(),
    fullAddresses: new Set(),
  };
  let drawings = 0;
  let isTitle = false;
  const parser = new Parser({
    onopentagname(name) {
      if (name === "h1") tags.firstHeadings += 1;
      else if (name === "svg") drawings += 1;
      else if (name === "title") isTitle = drawings === 0;
    },
    onopentag(name, { property, content, rel, href }) {
      if (name === "meta" && crawlerProperties.has(property ?? ""))
        tags.fullAddresses.add(content ?? "");
      if (name === "link" && rel === "canonical") tags.fullAddresses.add(href ?? "");
    },
    onattribute(name, value) {
      if (name === "href" || name === "src") tags.addresses.add(value);
      else if (name === "id") tags.ids.add(value);
      else if (name === "style") tags.isStyledInline = true;
    },
    ontext(text) {
      if (isTitle) tags.title += text.trim();
    },
    onclosetag(name) {
      if (name === "svg") drawings -= 1;
      else if (name === "title") isTitle = false;
    },
  });
  parser.end(html);
  return tags;
}
