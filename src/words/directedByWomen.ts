import type { Site } from "../site.ts";
import { type DirectedByWomen, isShareKnown } from "../stats/directedByWomen.ts";
import { type RichText, sentences } from "./richText.ts";

/** What pages say about the films that women directed. */

/** "14%"; null if the setting is off, too little is recorded, or no film is by a woman. */
export const shareByWomen = (
  { settings, format }: Pick<Site, "settings" | "format">,
  counts: DirectedByWomen,
): string | null =>
  settings.site.womenDirectors && isShareKnown(counts) && counts.women > 0
    ? format.percent(counts.women / counts.known)
    : null;

/** The numbers behind the share, and what it leaves out. */
export const byWomenText = (
  { format }: Pick<Site, "format">,
  { women, known, unrecorded }: DirectedByWomen,
): RichText =>
  sentences(
    `${format.integer(women)} of ${format.count(known, "film")} ${women === 1 ? "has" : "have"} a woman among the directors, as TMDB records it.`,
    unrecorded > 0 &&
      `For ${format.count(unrecorded, "more film")} TMDB records no director’s gender.`,
  );

/** The same beside a figure. */
export const byWomenNote = (
  { format }: Pick<Site, "format">,
  { women, known, unrecorded }: DirectedByWomen,
): string =>
  `${format.integer(women)} of ${format.count(known, "film")}, as TMDB records it${unrecorded > 0 ? `; not recorded for ${format.integer(unrecorded)}` : ""}`;
