import type { Site } from "../site.ts";
import { cardOf } from "./cards/cards.ts";

/**
 * What the head of a page tells link previews, search engines and home screens. Crawlers follow only
 * full addresses, so without an origin the address and the picture are null.
 */
export function sharing(
  site: Site,
  { pathname, origin }: { pathname: string; origin?: URL | undefined },
) {
  const { settings, href } = site;
  const isMissing = pathname.endsWith("/404/");
  const from = isMissing ? undefined : origin;
  const card = from && cardOf(site, `/${pathname.slice(settings.basePath.length)}`);
  return {
    siteTitle: settings.site.title,
    icon: href("/favicon.svg"),
    touchIcon: href("/apple-touch-icon.png"),
    manifest: href("/manifest.webmanifest"),
    isMissing,
    address: from ? new URL(pathname, from).href : null,
    sitemap: from ? href("/sitemap-index.xml") : null,
    picture: card
      ? {
          src: new URL(href(card.path), from).href,
          width: `${card.picture.width}`,
          height: `${card.picture.height}`,
          alt: card.alt,
        }
      : null,
  };
}
