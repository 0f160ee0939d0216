import type { Site } from "../site.ts";
import type { Drift } from "../stats/drift.ts";
import type { RichText } from "./richText.ts";
import { headline } from "./sentences.ts";

/** The sentences on the page of ratings that changed. */

export const changesTitle = "Ratings that changed";

/** "21 films went up on rewatching, 9 went down" */
export function changesHeading(
  { format }: Pick<Site, "format">,
  rewatched: Drift,
  sinceLogged: Drift,
): string {
  const { up, down } = rewatched;
  if (up + down === 0) {
    return `${format.count(sinceLogged.changed.length, "rating")} changed since the last viewing`;
  }
  if (up === 0) return `${format.count(down, "film")} went down on rewatching`;
  return headline(
    `${format.count(up, "film")} went up on rewatching`,
    down > 0 && `, ${format.integer(down)} went down`,
  );
}

export const describeChanges = (
  { format }: Pick<Site, "format">,
  rewatched: Drift,
  sinceLogged: Drift,
): string =>
  [
    rewatched.films > 0 &&
      `${format.count(rewatched.films, "film")} rated at two viewings or more: ${format.integer(rewatched.up)} went up, ${format.integer(rewatched.down)} down.`,
    sinceLogged.changed.length > 0 &&
      `${format.count(sinceLogged.changed.length, "rating")} changed since the last viewing.`,
  ]
    .filter(Boolean)
    .join(" ");

/** The order of a list, and how many it leaves out. */
export const changesNote = (
  { format }: Pick<Site, "format">,
  shown: number,
  all: number,
): RichText => [
  shown < all
    ? `The largest changes first: ${format.integer(shown)} of ${format.integer(all)}.`
    : "The largest changes first.",
];
