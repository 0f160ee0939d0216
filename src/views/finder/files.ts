import { createHash } from "node:crypto";
import type { Site } from "../../site.ts";
import { type Best, bestOfBeginnings } from "./best.ts";
import { cutSorted } from "./cut.ts";
import { type Entry, finderEntries } from "./entries.ts";
import { sortedKeys, withoutCrowds } from "./keys.ts";
import { compressedSize, pack } from "./pack.ts";
import type { BestFile, Cuts, FinderIndex } from "./packed.ts";
import { packWords, wordLines } from "./words.ts";

/** The files of the search, as text. */
export interface FinderFiles {
  /** The content of finder.json. */
  index: string;
  /** The other files by path below the site's root, without an ending. None in a small library. */
  files: Map<string, string>;
}

/** Bytes, compressed. A search box loads at most 60,000 for one keystroke: `budget` in finderFiles.ts. */
const sizes = {
  /** The largest finder.json that contains all rows. */
  whole: 56_000,
  /** The usual and the largest file of names. In between, the size follows from `mostFiles`. */
  names: { usual: 22_000, largest: 36_000 },
  best: { usual: 14_000, largest: 20_000 },
  words: { usual: 4_000, largest: 8_000 },
};
/** Files of each kind, unless they would be too large. */
const mostFiles = { names: 190, best: 30, words: 70 };

const made = new WeakMap<Site, FinderFiles>();

/** The files of a site's search, made once. */
export function finderFiles(site: Site, options: { cards: boolean }): FinderFiles {
  const files = made.get(site) ?? filesOf(finderEntries(site, options));
  made.set(site, files);
  return files;
}

export function filesOf(entries: readonly Entry[]): FinderFiles {
  // An entry takes at least 8 bytes.
  if (entries.length <= sizes.whole / 8) {
    const index = JSON.stringify(pack(entries));
    if (compressedSize(index) <= sizes.whole) return { index, files: new Map() };
  }
  const keys = sortedKeys(entries);
  const { kept, crowded } = withoutCrowds(keys);
  const names = written("names", kept, {
    keyOf: ({ text }) => text,
    sizeOf: ({ entry }) => estimatedSize(entries[entry]),
    bodyOf: (slice) =>
      pack(
        entriesAt(
          entries,
          slice.map(({ entry }) => entry),
        ),
      ),
  });
  // All but the last letter of where a file begins, the file before it has as well.
  const spread = [...names.map(({ from }) => from.slice(0, -1)), ...crowded];
  const best = written("best", bestOfBeginnings(keys, entries.length, spread), {
    keyOf: ({ beginning }) => beginning,
    sizeOf: ({ entries: own }) => own.length * 8,
    bodyOf: (slice) => packBest(entries, slice),
  });
  const words = written("words", wordLines(entries), {
    keyOf: ({ text }) => text,
    sizeOf: () => 2.5,
    bodyOf: packWords,
  });
  const all = { names, best, words };
  const hash = createHash("sha256");
  for (const { body } of Object.values(all).flat()) hash.update(body);
  const folder = `finder/${hash.digest("hex").slice(0, 10)}`;
  const index: FinderIndex = {
    folder,
    crowded,
    names: cutsOf(names),
    best: cutsOf(best),
    words: cutsOf(words),
  };
  const files = Object.entries(all).flatMap(([kind, own]) =>
    own.map(({ body }, i): [string, string] => [`${folder}/${kind}-${i}`, body]),
  );
  return { index: JSON.stringify(index), files: new Map(files) };
}

interface Written {
  from: string;
  body: string;
  bytes: number;
}

const cutsOf = (files: Written[]): Cuts => files.map(({ from, bytes }) => [from, bytes]);

/** Cuts a sorted list into files. One that turns out too large is cut again. */
function written<Item>(
  kind: keyof typeof mostFiles,
  items: readonly Item[],
  {
    keyOf,
    sizeOf,
    bodyOf,
  }: {
    keyOf: (item: Item) => string;
    /** Estimated bytes, compressed. */
    sizeOf: (item: Item) => number;
    bodyOf: (items: Item[]) => object;
  },
): Written[] {
  const { usual, largest } = sizes[kind];
  const all = items.reduce((total, item) => total + sizeOf(item), 0);
  const most = Math.min(largest, Math.max(usual, all / mostFiles[kind]));
  const write = (own: readonly Item[], start: string, size: number): Written[] =>
    cutSorted(own, { keyOf, sizeOf, most: size }).flatMap(({ from, items: slice }) => {
      const body = JSON.stringify(bodyOf(slice));
      const bytes = compressedSize(body);
      const isTooLarge = bytes > largest && slice.length > 1 && slice.length < own.length;
      return isTooLarge
        ? write(slice, from || start, size / 2)
        : [{ from: from || start, body, bytes }];
    });
  return write(items, "", most);
}

/** A row shrinks to less than half: its syntax nearly vanishes, digits and letters halve. */
function estimatedSize(entry: Entry | undefined): number {
  if (!entry) return 0;
  const { name, code = "", address = "" } = entry;
  return 3.5 + 0.42 * (name.length + `${code}`.length + address.length);
}

const entriesAt = (entries: readonly Entry[], places: Iterable<number>): Entry[] =>
  Array.from(new Set(places)).flatMap((place) => entries[place] ?? []);

function packBest(entries: readonly Entry[], slice: readonly Best[]): BestFile {
  const places = [...new Set(slice.flatMap((one) => one.entries))];
  const rows = new Map(places.map((place, row) => [place, row]));
  return {
    ...pack(entriesAt(entries, places)),
    best: Object.fromEntries(
      slice.map(({ beginning, count, entries: own }) => [
        beginning,
        [count, ...own.map((place) => rows.get(place) ?? 0)],
      ]),
    ),
  };
}
