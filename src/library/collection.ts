import type { ListedFilm } from "../tmdb/client/filmList.ts";
import type { Group } from "./group.ts";

/** Seen films that TMDB counts among the parts of one work. Its page needs two of them. */
export interface Collection extends Group {
  /** All its parts as TMDB lists them; null when TMDB was not asked. */
  parts: ListedFilm[] | null;
}

/** TMDB ends every name with the word, which a page headed Collections need not repeat. */
export const collectionName = (name: string): string => name.replace(/(?<=\S) Collection$/, "");
