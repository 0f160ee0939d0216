import { createHash } from "node:crypto";
import type { FilmList } from "../letterboxd/ledger.ts";
import { addresses, slug } from "./address.ts";

const codeOf = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 8);

/** Addresses of the pages of the owner's lists: `/lists/own/rainy-sundays/`. */
export const listPaths = (lists: readonly FilmList[]): Map<FilmList, string> =>
  addresses("lists/own", lists, (list) => {
    const key = `${list.name}\0${list.date ?? ""}`;
    return { title: slug(list.name), code: codeOf(key), key };
  });

/** Addresses of the pages of tags: `/tags/the-rialto/`. */
export const tagPaths = (tags: readonly string[]): Map<string, string> =>
  addresses("tags", tags, (tag) => ({ title: slug(tag), code: codeOf(tag), key: tag }));
