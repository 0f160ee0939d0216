import { compareText } from "../../compareText.ts";
import { formsOf, smallWords, withoutArticle } from "../../searchText.ts";
import type { Entry } from "./entries.ts";

/** A name from the start of one of its words on, under which it can be found. */
export interface Key {
  text: string;
  /** The place of the entry among all entries. */
  entry: number;
  weight: number;
  /** Whether it is the whole name, or all but an article at its start. */
  isStart: boolean;
}

/** More names than these with one key cannot be told apart by it; the rest have other keys. */
const mostAlike = 400;

/** All keys, sorted. Equal ones begin with what was seen most. */
export function sortedKeys(entries: readonly Entry[]): Key[] {
  const keys: Key[] = [];
  for (const [entry, { name, sort }] of entries.entries()) {
    for (const [text, isStart] of keysOf(name))
      keys.push({ text, entry, weight: sort[0], isStart });
  }
  keys.sort((a, b) => compareText(a.text, b.text) || b.weight - a.weight);
  let alike = 0;
  return keys.filter(({ text }, i) => {
    alike = text === keys[i - 1]?.text ? alike + 1 : 1;
    return alike <= mostAlike;
  });
}

/** The keys of a name, and whether each is the start of the name. */
export function keysOf(name: string): Map<string, boolean> {
  const keys = new Map<string, boolean>();
  for (const form of formsOf(name)) {
    const bare = withoutArticle(form);
    keys.set(form, true);
    keys.set(bare, true);
    for (let at = form.indexOf(" ") + 1; at > 0; at = form.indexOf(" ", at) + 1) {
      const key = form.slice(at);
      const end = key.indexOf(" ");
      const isSmall = smallWords.has(end < 0 ? key : key.slice(0, end));
      if (!isSmall && !keys.has(key)) keys.set(key, false);
    }
  }
  return keys;
}
