import { diary } from "./habits/diary.ts";
import { likes } from "./habits/likes.ts";
import { lists } from "./habits/lists.ts";
import { ratings } from "./habits/ratings.ts";
import { reviews } from "./habits/reviews.ts";
import { rewatches } from "./habits/rewatches.ts";
import { runtimes } from "./habits/runtimes.ts";
import { tags } from "./habits/tags.ts";
import { watchlist } from "./habits/watchlist.ts";
import type { Section } from "./section.ts";

/** What somebody does with films: sections that are no ranking of people or groups. */
export const habits: Section[] = [
  ratings,
  rewatches,
  likes,
  runtimes,
  watchlist,
  lists,
  tags,
  reviews,
  diary,
];
