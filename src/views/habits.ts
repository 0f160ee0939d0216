import { diary } from "./habits/diary.ts";
import { likes } from "./habits/likes.ts";
import { countLists, listsPages } from "./habits/lists.ts";
import { ratings } from "./habits/ratings.ts";
import { countReviews, reviewsPages } from "./habits/reviews.ts";
import { rewatches } from "./habits/rewatches.ts";
import { runtimes } from "./habits/runtimes.ts";
import { countTags, tagsPages } from "./habits/tags.ts";
import { countWatchlist, watchlistPages } from "./habits/watchlist.ts";
import type { Section } from "./section.ts";

/** What somebody does with films: sections that are no ranking of people or groups. */
export const habits: Section[] = [
  ratings,
  rewatches,
  likes,
  runtimes,
  {
    folder: "watchlist",
    name: "Watchlist",
    part: "Films",
    count: countWatchlist,
    pages: watchlistPages,
  },
  { folder: "lists", name: "Lists", part: "Films", count: countLists, pages: listsPages },
  { folder: "tags", name: "Tags", part: "Films", count: countTags, pages: tagsPages },
  { folder: "reviews", name: "Reviews", part: "Films", count: countReviews, pages: reviewsPages },
  diary,
];
