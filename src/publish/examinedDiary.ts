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
      ["rated anew", driftText(drift(films, rewatchDrift), "rated twice or more")],
      [
        "rating changed",
        driftText(drift(films, changeSinceLogged), "with a rating now and at logging"),
      ],
      ["logged promptly", `${delay.prompt} of ${delay.counted} viewings within a day`],
      [
        "age when seen",
        age.median === null
          ? "unknown"
          : `${count(age.median, "year")} in the middle, of ${count(age.counted, "first watch", "first watches")}`,
      ],
      ["reviews", `${reviews.reviews}: ${reviews.dated} of a viewing, ${reviews.undated} without`],
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

function driftText({ films, up, down, same, mean }: Drift, which: string): string {
  if (mean === null) return "no film";
  const change = mean.toFixed(2).replace("-0.00", "0.00");
  const average = `; ${mean > 0 ? "+" : ""}${change} on average`;
  return `${count(films, "film")} ${which}: ${up} up, ${down} down, ${same} the same${up + down > 0 ? average : ""}`;
}
