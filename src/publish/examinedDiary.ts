import type { FilmList } from "../export/ledger.ts";
import type { Library } from "../library/library.ts";
import { count, type Section, several } from "../section.ts";
import { changeSinceLogged, type Drift, drift, rewatchDrift } from "../stats/drift.ts";
import { listFacts, listRows } from "../stats/lists.ts";
import { logDelay } from "../stats/logDelay.ts";
import { releaseAge } from "../stats/releaseAge.ts";
import { reviewFacts } from "../stats/reviews.ts";
import { type TagRow, tagFacts, tagRows } from "../stats/tags.ts";
import { watchlistFacts } from "../stats/watchlist.ts";

/** What the export says beyond films and viewings. */
export function diarySection(library: Library, all = false): Section {
  const { films, viewings, asOf, lists, watchlist, bulkDay } = library;
  const shown = all ? Number.POSITIVE_INFINITY : SHOWN;
  const reviews = reviewFacts(films);
  const tags = tagFacts(films);
  const onLists = listFacts(lists);
  const wanted = watchlistFacts(watchlist, asOf);
  const delay = logDelay(viewings, { bulkDay, asOf });
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
      [
        "reviews",
        `${reviews.reviews} of ${count(reviews.films, "film")}: ${reviews.dated} of a viewing, ${reviews.undated} without${reviews.undatedWithDay > 0 ? `, ${reviews.undatedWithDay} of these with a day` : ""}`,
      ],
      [
        "tags",
        `${tags.tags}, on ${tags.viewings} of ${count(tags.of, "viewing")}${tags.first && tags.last ? `, ${tags.first} to ${tags.last}` : ""}`,
      ],
      ["most tagged", several(tagRows(films).map(tagText), shown) || "none"],
      [
        "lists",
        `${onLists.lists} with ${count(onLists.films, "film")}, ${onLists.seen} of them seen, and ${count(onLists.notes, "note")}`,
      ],
      [
        "watchlist",
        `${count(wanted.films, "film")}, ${wanted.seen} of them seen${wanted.oldest ? `; there for ${Math.round(wanted.medianAge ?? 0)} days in the middle, the oldest since ${wanted.oldest.since}` : ""}`,
      ],
    ],
    notes: listTexts(lists, shown),
  };
}

/** Tags and lists that are named unasked. */
const SHOWN = 3;

const tagText = ({ tag, viewings, films }: TagRow): string =>
  `"${tag}" ${count(viewings, "viewing")} of ${count(films, "film")}`;

function listTexts(lists: FilmList[], shown: number): string[] {
  const rows = listRows(lists);
  const named = rows.length <= shown + 1 ? rows : rows.slice(0, shown);
  const texts = named.map(({ list: { name }, items, seen }) => {
    const [first, last] = [items[0], items.at(-1)];
    const span = first && last ? `, from ${first.film.name} to ${last.film.name}` : "";
    return `  "${name}": ${seen} of ${count(items.length, "film")} seen${span}`;
  });
  const rest = rows.length - named.length;
  return rest > 0 ? [...texts, `  … and ${rest} more lists`] : texts;
}

function driftText({ films, up, down, same, mean }: Drift, which: string): string {
  if (mean === null) return "no film";
  const change = mean.toFixed(2).replace("-0.00", "0.00");
  const average = `; ${mean > 0 ? "+" : ""}${change} on average`;
  return `${count(films, "film")} ${which}: ${up} up, ${down} down, ${same} the same${up + down > 0 ? average : ""}`;
}
