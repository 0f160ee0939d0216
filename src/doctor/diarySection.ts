import { counted, grouped } from "../counted.ts";
import type { FilmList } from "../letterboxd/ledger.ts";
import type { Library } from "../library/library.ts";
import type { ReportSection } from "../reportSection.ts";
import { changeSinceLogged, type Drift, drift, rewatchDrift } from "../stats/drift.ts";
import { listFacts, listRows } from "../stats/lists.ts";
import { logDelay } from "../stats/logDelay.ts";
import { releaseAge } from "../stats/releaseAge.ts";
import { reviewFacts } from "../stats/reviews.ts";
import { type TagRow, tagFacts, tagRows } from "../stats/tags.ts";
import { watchlistFacts } from "../stats/watchlist.ts";

/** Changes of ratings, reviews, tags, lists and watchlist. */
export function diarySection(library: Library): ReportSection {
  const { films, viewings, asOf, lists, watchlist, bulkDay } = library;
  const reviews = reviewFacts(films);
  const tags = tagFacts(films);
  const onLists = listFacts(lists);
  const wanted = watchlistFacts(watchlist, asOf);
  const delay = logDelay(viewings, { bulkDay, asOf });
  const age = releaseAge(viewings);
  const span = tags.first && tags.last ? `, ${tags.first} to ${tags.last}` : "";
  const waiting = wanted.oldest
    ? `; half of them for ${grouped(Math.round(wanted.medianAge ?? 0))} days or more, the oldest since ${wanted.oldest.since}`
    : "";
  const withDay = reviews.undatedWithDay;
  return {
    title: "Diary, lists, watchlist",
    fields: [
      ["rated again", driftText(drift(films, rewatchDrift), "rated twice or more")],
      ["rating changed", driftText(drift(films, changeSinceLogged), "rated when logged and now")],
      [
        "logged soon",
        `${grouped(delay.prompt)} of ${counted(delay.counted, "viewing")}, by the next day`,
      ],
      [
        "age when seen",
        age.median === null
          ? "unknown"
          : `${counted(age.median, "year")} or less for half of ${counted(age.counted, "first watch", "first watches")}`,
      ],
      [
        "reviews",
        `${grouped(reviews.reviews)} of ${counted(reviews.films, "film")}: ${grouped(reviews.dated)} of a viewing, ${grouped(reviews.undated)} without${withDay > 0 ? `, ${grouped(withDay)} of these with a day` : ""}`,
      ],
      [
        "tags",
        `${grouped(tags.tags)}, on ${grouped(tags.viewings)} of ${counted(tags.of, "viewing")}${span}`,
      ],
      ["most tagged", tagRows(films).map(tagText).join(", ") || "none"],
      [
        "lists",
        `${grouped(onLists.lists)} with ${counted(onLists.films, "film")}, ${grouped(onLists.seen)} of them seen, and ${counted(onLists.notes, "note")}`,
      ],
      [
        "watchlist",
        `${counted(wanted.films, "film")}, ${grouped(wanted.seen)} of them seen${waiting}`,
      ],
    ],
    notes: listTexts(lists),
  };
}

const tagText = ({ tag, viewings, films }: TagRow): string =>
  `"${tag}" ${counted(viewings, "viewing")} of ${counted(films, "film")}`;

const listTexts = (lists: FilmList[]): string[] =>
  listRows(lists).map(({ list: { name }, items, seen }) => {
    const [first, last] = [items[0], items.at(-1)];
    const span = first && last ? `, from ${first.film.name} to ${last.film.name}` : "";
    return `  "${name}": ${grouped(seen)} of ${counted(items.length, "film")} seen${span}`;
  });

function driftText({ films, up, down, same, mean }: Drift, which: string): string {
  if (mean === null) return "no film";
  const change = mean.toFixed(2).replace("-0.00", "0.00");
  const average = `; ${mean > 0 ? "+" : ""}${change} on average`;
  return `${counted(films, "film")} ${which}: ${grouped(up)} up, ${grouped(down)} down, ${grouped(same)} the same${up + down > 0 ? average : ""}`;
}
