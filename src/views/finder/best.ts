import { compareText } from "../../compareText.ts";
import { rank } from "../../searchText.ts";
import type { Key } from "./keys.ts";

/** The names that begin with some letters, if no file has all of them. */
export interface Best {
  beginning: string;
  /** How many entries have such a name. */
  count: number;
  /** The places of the best entries among all entries. */
  entries: number[];
}

/** A search box shows fewer. */
const mostKept = 40;

/** The best entries of each of the texts and of every shorter beginning of them. */
export function bestOfBeginnings(
  keys: readonly Key[],
  entries: number,
  texts: readonly string[],
): Best[] {
  const beginnings = new Set(
    texts.flatMap((text) => Array.from(text, (_, i) => text.slice(0, i + 1))),
  );
  // Each entry counts once for a beginning, even if two of its words have it.
  const lastCounted = new Int32Array(entries).fill(-1);
  return [...beginnings]
    .filter((beginning) => !beginning.endsWith(" "))
    .sort(compareText)
    .map((beginning, turn) => {
      const found: { key: Key; rank: number }[] = [];
      let count = 0;
      for (let i = firstFrom(keys, beginning); keys[i]?.text.startsWith(beginning); i += 1) {
        const key = keys[i] as Key;
        if (lastCounted[key.entry] !== turn) count += 1;
        lastCounted[key.entry] = turn;
        insert(found, { key, rank: rankFor(key, beginning) });
      }
      return { beginning, count, entries: [...new Set(found.map(({ key }) => key.entry))] };
    });
}

const rankFor = ({ text, isStart }: Key, beginning: string): number =>
  !isStart ? rank.wordStart : text === beginning ? rank.whole : rank.start;

/** Keeps the list sorted and short. */
function insert(list: { key: Key; rank: number }[], item: { key: Key; rank: number }): void {
  const isBehind = (other: { key: Key; rank: number } | undefined) =>
    other !== undefined &&
    (other.rank - item.rank ||
      item.key.weight - other.key.weight ||
      other.key.entry - item.key.entry) <= 0;
  if (list.length >= mostKept && isBehind(list.at(-1))) return;
  let at = list.length;
  while (at > 0 && !isBehind(list[at - 1])) at -= 1;
  list.splice(at, 0, item);
  if (list.length > mostKept) list.pop();
}

/** The place of the first key that is not below the text. */
function firstFrom(keys: readonly Key[], text: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle]?.text ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
