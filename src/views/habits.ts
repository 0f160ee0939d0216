import { countLists, listsPages } from "./habits/lists.ts";
import { countReviews, reviewsPages } from "./habits/reviews.ts";
import { countTags, tagsPages } from "./habits/tags.ts";
import { countWatchlist, watchlistPages } from "./habits/watchlist.ts";
import type { Section } from "./section.ts";

/** What somebody does with films: sections that are no ranking of people or groups. */
export const habits: Section[] = [
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
];
