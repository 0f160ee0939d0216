import type { Library } from "../library/library.ts";
import { count, type Section } from "../section.ts";
import { changeSinceLogged, type Drift, drift, rewatchDrift } from "../stats/drift.ts";
import { listFacts } from "../stats/lists.ts";
import { logDelay } from "../stats/logDelay.ts";
import { releaseAge } from "../stats/releaseAge.ts";
import { reviewFacts } from "../stats/reviews.ts";
import { tagFacts } from "../stats/tags.ts";
import { watchlistFacts } from "../stats/watchlist.ts";

/** What the export says beyond films and viewings. */
export function diarySection(library: Library): Section {
  const { films, viewings, asOf, lists, watchlist, bulkDay } = library;
  const reviews = reviewFacts(films);
  const tags = tagFacts(films);
  const onLists = listFacts(lists);
  const wanted = watchlistFacts(watchlist, asOf);
  const delay = logDelay(viewings, bulkDay);
  const age = releaseAge(viewings);
  return {
    title: "Diary, lists, watchlist",
    fields: [
      ["rated anew", driftText(drift(films, rewatchDrift))],
      ["rating changed", driftText(drift(films, changeSinceLogged))],
      ["logged promptly", `${delay.prompt} of ${delay.counted} viewings within a day`],
      [
        "age when seen",
        age.median === null
          ? "unknown"
          : `${age.median} years in the middle, of ${count(age.counted, "first watch", "first watches")}`,
      ],
      [
        "reviews",
        `${reviews.reviews}: ${reviews.dated} of a viewing, ${reviews.undated} without${reviews.undatedWithDay > 0 ? `, ${reviews.undatedWithDay} of these with a day` : ""}`,
      ],
      [
        "tags",
        `${tags.tags}, on ${tags.viewings} of ${count(tags.of, "viewing")}${tags.first && tags.last ? `, ${tags.first} to ${tags.last}` : ""}`,
      ],
      [
        "lists",
        `${onLists.lists} with ${count(onLists.films, "film")}, ${onLists.seen} of them seen`,
      ],
      [
        "watchlist",
        `${count(wanted.films, "film")}, ${wanted.seen} of them seen${wanted.oldest ? `; the oldest since ${wanted.oldest.since}` : ""}`,
      ],
    ],
  };
}

const driftText = ({ films, up, down, mean }: Drift): string =>
  mean === null
    ? "no film"
    : `${count(films, "film")}: ${up} up, ${down} down, ${mean > 0 ? "+" : ""}${mean.toFixed(2)} on average`;
