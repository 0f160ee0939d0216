/** What one film or series is found by, and how it ranks among equals. */
export interface SearchEntry {
  title: string;
  originalTitle: string;
  otherTitles: readonly string[];
  votes: number;
  popularity: number;
  id: number;
}

/** Positions of the entries that match, best group first; inside a group the most voted first. */
export type SearchGroups = [
  exact: number[],
  startsWith: number[],
  contains: number[],
  other: number[],
];

export interface SearchIndex {
  search(query: string, keep: (at: number) => boolean): SearchGroups;
}

/**
 * TMDB's view of a title: no case, no accents, punctuation dropped and its parts joined ("5-5-5"
 * is "555"), a lone sign (&, –) nothing at all. Words are separated by one space.
 */
const fold = (title: string): string =>
  title
    .normalize("NFKD")
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ""))
    .filter((word) => word !== "")
    .join(" ");

/** An entry matches when each word of the query begins some word of one of its titles. */
export function createSearchIndex(entries: Iterable<SearchEntry>): SearchIndex {
  const titles: string[] = [];
  const originals: string[] = [];
  const weights: { votes: number; popularity: number; id: number }[] = [];
  const places = new Map<string, number[]>();
  for (const entry of entries) {
    const at = titles.length;
    titles.push(fold(entry.title));
    originals.push(fold(entry.originalTitle));
    weights.push({ votes: entry.votes, popularity: entry.popularity, id: entry.id });
    const all = [titles[at], originals[at], ...entry.otherTitles.map(fold)].join(" ");
    for (const word of new Set(all.split(" "))) {
      if (word === "") continue;
      const known = places.get(word);
      if (known) known.push(at);
      else places.set(word, [at]);
    }
  }
  const ranked = Uint32Array.from(titles.keys()).sort((a, b) => compareWeights(weights, a, b));
  const { words, offsets, postings } = pack(places);

  // marks[at] - base = how many words of the running query the entry has had, from the first on;
  // a new base makes all older marks worthless, so that nothing has to be cleared.
  const marks = new Float64Array(titles.length);
  let base = 0;

  return {
    search(query, keep) {
      const groups: SearchGroups = [[], [], [], []];
      const folded = fold(query);
      const asked = folded === "" ? [] : folded.split(" ");
      asked.forEach((word, step) => {
        const from = offsets[lowerBound(words, word)] ?? 0;
        const to = offsets[lowerBound(words, `${word}\uffff`)] ?? 0;
        for (const at of postings.subarray(from, to)) {
          if (step === 0 || marks[at] === base + step) marks[at] = base + step + 1;
        }
      });
      if (asked.length === 0) return groups;
      const complete = base + asked.length;
      base = complete;
      for (const at of ranked) {
        if (marks[at] !== complete || !keep(at)) continue;
        groups[group(folded, titles[at] ?? "", originals[at] ?? "")].push(at);
      }
      return groups;
    },
  };
}

function group(query: string, title: string, original: string): 0 | 1 | 2 | 3 {
  if (title === query || original === query) return 0;
  if (title.startsWith(query) || original.startsWith(query)) return 1;
  return title.includes(` ${query}`) || original.includes(` ${query}`) ? 2 : 3;
}

function compareWeights(
  weights: readonly { votes: number; popularity: number; id: number }[],
  a: number,
  b: number,
): number {
  const one = weights[a];
  const two = weights[b];
  if (!one || !two) return 0;
  return two.votes - one.votes || two.popularity - one.popularity || one.id - two.id;
}

/** Sorted words with all their postings end to end: the words of a prefix are one slice. */
function pack(places: ReadonlyMap<string, readonly number[]>) {
  const words = [...places.keys()].sort();
  const offsets = new Uint32Array(words.length + 1);
  words.forEach((word, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + (places.get(word)?.length ?? 0);
  });
  const postings = new Uint32Array(offsets[words.length] ?? 0);
  words.forEach((word, at) => {
    postings.set(places.get(word) ?? [], offsets[at]);
  });
  return { words, offsets, postings };
}

function lowerBound(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? "") < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
