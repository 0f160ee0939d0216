interface Slice<Item> {
  /** The letters from which on keys belong to it; those of the first slice are "". */
  from: string;
  items: Item[];
}

/**
 * Cuts a sorted list into slices of nearly `most` by `sizeOf`. Equal keys stay together, even if they are
 * larger. A slice begins where few letters tell its key from the one before, because the keys that begin
 * with all but the last of these letters are spread over two slices.
 */
export function cutSorted<Item>(
  items: readonly Item[],
  options: { keyOf: (item: Item) => string; sizeOf: (item: Item) => number; most: number },
): Slice<Item>[] {
  const slices: Slice<Item>[] = [];
  let next: Cut | null = { at: 0, from: "" };
  while (next && next.at < items.length) {
    const { at, from }: Cut = next;
    next = nextCut(items, at, options);
    slices.push({ from, items: items.slice(at, next?.at) });
  }
  return slices;
}

interface Cut {
  at: number;
  from: string;
}

/** Where the slice that begins at `start` should end; null if it is the last one. */
function nextCut<Item>(
  items: readonly Item[],
  start: number,
  { keyOf, sizeOf, most }: Parameters<typeof cutSorted<Item>>[1],
): Cut | null {
  let size = 0;
  let key = "";
  let last: Cut | null = null;
  let shortest: Cut | null = null;
  for (let at = start; at < items.length; at += 1) {
    const item = items[at] as Item;
    const before = key;
    key = keyOf(item);
    if (at > start && key !== before) {
      last = { at, from: shortestBetween(before, key) };
      const isFull = size > most * 0.75;
      if (isFull && last.from.length <= (shortest?.from.length ?? Infinity)) shortest = last;
    }
    size += sizeOf(item);
    if (size > most && last) return shortest ?? last;
  }
  return null;
}

/** The shortest beginning of `key` that is above `before`. */
function shortestBetween(before: string, key: string): string {
  let same = 0;
  while (before[same] === key[same]) same += 1;
  return key.slice(0, same + 1);
}
