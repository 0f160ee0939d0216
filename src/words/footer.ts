import type { Site } from "../site.ts";
import { type RichText, sentences } from "./richText.ts";

/** Whose films these are and up to which day, at the foot of every page. */
export const footerText = ({ library, settings, href }: Site): RichText =>
  sentences(
    library.kind === "sample" && [
      "The films, dates and ratings of an invented member: put your own export into ",
      { code: "data/" },
      " to see yours.",
    ],
    settings.publish.name && library.owner && `Kept by ${library.owner}.`,
    ["As of ", { day: library.asOf }, "."],
    { text: "What the figures mean", href: href("/about/") },
  );

/** The title of a page as a browser shows it. */
export const windowTitle = ({ settings }: Site, title: string): string =>
  title === settings.site.title ? title : `${title} · ${settings.site.title}`;
