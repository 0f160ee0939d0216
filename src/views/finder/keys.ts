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

/** All keys, sorted. Equal ones begin with what was seen most. */
export function sortedKeys(entries: readonly Entry[]): Key[] {
  const keys: Key[] = [];
  for (const [entry, { name, sort }] of entries.entries()) {
    for (const [text, isStart] of keysOf(name))
      keys.push({ text, entry, weight: sort[0], isStart });
  }
  return keys.sort((a, b) => compareText(a.text, b.text) || b.weight - a.weight);
}

/** More equal keys than these would fill a file. */
const mostAlike = 400;

/**
 * Leaves of equal keys only the first ones, such as of the studios whose last word is "pictures". Each of
 * their names has other keys.
 *
 * @returns the texts that are too frequent, too
 */
export function withoutCrowds(keys: readonly Key[]): { kept: Key[]; crowded: string[] } {
  const crowded: string[] = [];
  let alike = 0;
  const kept = keys.filter(({ text }, i) => {
    alike = text === keys[i - 1]?.text ? alike + 1 : 1;
    if (alike === mostAlike + 1) crowded.push(text);
    return alike <= mostAlike;
  });
  return { kept, crowded };
}

/** The keys of a name, and whether each is the start of the name. */
function keysOf(name: string): Map<string, boolean> {
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
