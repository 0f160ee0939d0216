import { viewingDotsChart } from "../../charts/viewingDots.ts";
import { monthOf } from "../../day.ts";
import type { Viewing } from "../../letterboxd/ledger.ts";
import { diaryPath, monthPath } from "../../library/address.ts";
import type { Film } from "../../library/film.ts";
import type { Site } from "../../site.ts";
import { neighbours } from "../../stats/neighbours.ts";
import { link, phrase, type RichText, withCommas } from "../../words/richText.ts";
import { sinceLast } from "../../words/sinceLast.ts";
import { tagPath } from "../habits/tags.ts";

/** The drawing and the table of two viewings or more, newest first; null with fewer. */
export function viewings(site: Site, { name, viewings: all }: Film) {
  if (all.length < 2) return null;
  const { library, format, href } = site;
  const since = sinceLast(all, format);
  const rows = all.map(({ date, rating, tags }, i) => {
    const shown = linkedTags(site, tags);
    return {
      date,
      href: href(diaryPath(date, library)),
      rating,
      note: phrase(since[i], since[i] && shown.length > 0 && " · ", shown),
    };
  });
  return {
    head: library.exactDates ? "Day" : "Month",
    chart: viewingDotsChart(rows, { title: `Viewings of ${name} by date and rating`, format }),
    rows: rows.toReversed(),
  };
}

/** The tags of a single viewing, which has no table. */
export function tagsOfOnly(site: Site, { viewings: [only, ...others] }: Film): RichText | null {
  const tags = only && others.length === 0 ? linkedTags(site, only.tags) : [];
  return tags.length > 0 ? ["Tagged ", ...tags] : null;
}

/** The tags with links to their pages; none unless tags are published. */
export const linkedTags = (site: Site, tags: readonly string[]): RichText =>
  site.settings.publish.tags
    ? withCommas(
        tags.map((tag) => {
          const path = tagPath(site, tag);
          return link(tag, path && site.href(path));
        }),
      )
    : [];

interface Neighbour {
  href: string;
  text: string;
  /** "Seen before it, 4 May 2024" */
  label: RichText;
}

/**
 * The films seen before and after this one, by its latest viewing. Where days are withheld the order
 * within a month is unknown, and the neighbours are months.
 */
export function inDiary({ library, format, href }: Site, { viewings: all }: Film) {
  const latest = all.at(-1);
  if (!latest) return null;
  const { before, after } = neighbours(library, latest);
  const neighbour = (viewing: Viewing | undefined, side: "before" | "after"): Neighbour | null => {
    if (!viewing) return null;
    const month = monthOf(viewing.date);
    return library.exactDates
      ? {
          href: href(library.filmOf(viewing).path),
          text: viewing.film.name,
          label: [`Seen ${side} it, `, { day: viewing.date }],
        }
      : {
          href: href(monthPath(month)),
          text: format.month(month),
          label: [`The month ${side} it in the diary`],
        };
  };
  return before || after
    ? { before: neighbour(before, "before"), after: neighbour(after, "after") }
    : null;
}
