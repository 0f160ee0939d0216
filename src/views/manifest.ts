import { colours } from "../cards/colours.ts";
import type { Site } from "../site.ts";
import { manifestIcons } from "./icons.ts";

/** What a phone needs to keep the site on its home screen: the web app manifest. */
export function manifest({ settings, href }: Site) {
  return {
    name: settings.site.title,
    short_name: settings.site.title,
    start_url: href("/"),
    scope: href("/"),
    display: "minimal-ui",
    background_color: colours.paper,
    theme_color: colours.paper,
    icons: [
      { src: href("/favicon.svg"), type: "image/svg+xml", sizes: "any" },
      ...manifestIcons.map(({ name, size }) => ({
        src: href(`/${name}.png`),
        type: "image/png",
        sizes: `${size}x${size}`,
        // A phone may cut out a circle, and the mark is inside it.
        purpose: "any maskable",
      })),
    ],
  };
}
