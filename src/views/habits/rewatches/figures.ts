import type { Film } from "../../../library/film.ts";
import type { Site } from "../../../site.ts";
import { drift, rewatchDrift } from "../../../stats/drift.ts";
import { enoughRatings, enoughToDraw } from "../../../stats/finding.ts";
import { mostViewed } from "../../../stats/seenAgain.ts";
import type { Figure } from "../../block.ts";

/** How often, how many films, and how ratings changed. */
export function rewatchFigures({ library, format }: Site, films: readonly Film[]): Figure[] {
  const { viewings } = library;
  const rewatches = viewings.filter(({ rewatch }) => rewatch).length;
  const several = mostViewed(films).length;
  const [most] = films;
  const rated = drift([...films], rewatchDrift);
  return [
    {
      label: "Rewatches",
      value: format.integer(rewatches),
      note: `${format.percent(rewatches / viewings.length)} of ${format.count(viewings.length, "viewing")}`,
    },
    {
      label: "Films seen again",
      value: format.integer(films.length),
      href: several > 0 || viewings.length < enoughToDraw ? "#films" : "#seen-before",
      ...(several < films.length && {
        note: `${format.integer(films.length - several)} of them once in the diary`,
      }),
    },
    ...(most && most.viewings.length > 1
      ? [
          {
            label: "Most viewings",
            value: format.integer(most.viewings.length),
            note: "of one film",
          },
        ]
      : []),
    ...(rated.mean !== null && rated.films >= enoughRatings
      ? [
          {
            label: "Rating, first to last",
            value: format.change(rated.mean),
            note: `mean of ${format.count(rated.films, "film")} rated twice: ${format.integer(rated.up)} up, ${format.integer(rated.down)} down`,
          },
        ]
      : []),
  ];
}
