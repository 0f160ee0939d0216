import type { Site } from "../../site.ts";
import { enoughRatings } from "../../stats/finding.ts";
import type { ListProgress } from "../../stats/listProgress.ts";
import { seenOf } from "../../words/canon.ts";
import { knownFor } from "../../words/known.ts";
import type { Figure } from "../block.ts";

/** The figures of a list: how much of it is seen, how it is rated, and what is left. */
export function listFigures(site: Site, progress: ListProgress): Figure[] {
  const { format, href, settings } = site;
  const { all, seen, rated, average, unseen, wanted, timed, minutesLeft } = progress;
  return [
    {
      label: "Seen",
      value: seenOf(site, progress),
      ...(seen < all && all >= enoughRatings && { note: format.percent(seen / all) }),
    },
    ...(average !== null && rated >= enoughRatings
      ? [
          {
            label: "Average rating",
            value: format.average(average),
            note: `of ${format.count(rated, "rated film")}`,
          },
        ]
      : []),
    ...(minutesLeft === null
      ? []
      : [
          {
            label: minutesLeft < 60 ? "Minutes left" : "Hours left",
            value: minutesLeft < 60 ? format.integer(minutesLeft) : format.hours(minutesLeft),
            note: knownFor("runtime", { known: timed, all: unseen, unit: "unseen film", format }),
          },
        ]),
    ...(settings.publish.watchlist && wanted > 0
      ? [
          {
            label: "On the watchlist",
            value: format.integer(wanted),
            note: `of ${format.count(unseen, "unseen film")}`,
            href: href("/watchlist/"),
          },
        ]
      : []),
  ];
}
