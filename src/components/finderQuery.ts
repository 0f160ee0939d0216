import { fold, isSpelling, neededWords } from "../searchText.ts";
import type { Hit } from "../views/finder.ts";
import { type Load, openFiles, type Trip } from "./finderFiles.ts";
import { exactHits, nearHits, type Searchable } from "./finderSearch.ts";
import { alikeWords } from "./typingErrors.ts";

export interface Found {
  exact: Hit[];
  /** Similar spellings, if there are few exact hits. */
  near: Hit[];
  /** The number of exact hits. It is larger than the list if only the best of them were loaded. */
  count: number;
}

/** The number of exact hits from which similar spellings are not suggested. */
const enoughHits = 3;

/** Opens the search. A search rejects if a file cannot be loaded. */
export function openFinder(load: Load) {
  const files = openFiles(load);
  return async function search(text: string): Promise<Found> {
    const query = fold(text);
    if (query === "") return { exact: [], near: [], count: 0 };
    const index = await files.index();
    if ("folder" in index) return await searchFiles(files.trip(index), query);
    return foundIn(await files.whole(index), query);
  };
}

function foundIn(rows: readonly Searchable[], query: string): Found {
  const exact = exactHits(rows, query);
  const near = exact.length < enoughHits ? nearHits(rows, query) : [];
  return { exact, near, count: exact.length };
}

async function searchFiles(trip: Trip, query: string): Promise<Found> {
  const rows = new Map<string, Searchable>();
  let all = 0;
  /** Adds what a file has for a beginning, if the budget allows it. */
  async function read(beginning: string): Promise<void> {
    const part = await trip.part(beginning);
    for (const row of part?.rows ?? []) rows.set(`${row.path}\n${row.name}`, row);
    if (part && beginning === query) all = part.count;
  }
  const found = () => foundIn([...rows.values()], query);

  const words = neededWords(query);
  const known = await knownWords(trip, query, words);
  for (const place of exactPlaces(trip, query, { words, known })) {
    await read(place);
    if (found().exact.length > 0) break;
  }
  // Few exact hits are answer enough: similar ones are then shown only if they are loaded already.
  if (found().exact.length === 0 && words.some(isSpelling)) {
    let level = Infinity;
    for await (const place of nearPlaces(trip, { words, known })) {
      if (place.errors > level) break;
      await read(place.beginning);
      if (found().near.length > 0) level = place.errors;
    }
    // What stands beside the query in the alphabet may differ from it by a blank.
    if (rows.size === 0) await read(query);
  }
  const { exact, near } = found();
  return { exact, near, count: Math.max(all, exact.length) };
}

/** The words that some name may have. A loaded file answers better than the words do. */
async function knownWords(trip: Trip, query: string, words: string[]): Promise<string[]> {
  const [place] = exactPlaces(trip, query, { words, known: words });
  if (place !== undefined && trip.isLoaded(place)) return words;
  const known: string[] = [];
  for (const word of words) {
    if (!isSpelling(word) || (await trip.hasWord(word))) known.push(word);
  }
  return known;
}

interface Words {
  words: string[];
  known: string[];
}

/**
 * Where exact hits are: in a file that has every name with one of the words. If every word is too common
 * for that, they are where the names are that begin with the words in order, or in another one.
 */
function exactPlaces(trip: Trip, query: string, { words, known }: Words): string[] {
  const anchor = anchorOf(trip, known);
  if (anchor !== undefined) return [anchor];
  if (known.length < words.length) return [];
  return [query, ...words.slice(1).map((word) => moved(words, word).join(" "))];
}

/** Where near hits of a query may be, and with how many errors. */
async function* nearPlaces(
  trip: Trip,
  { words, known }: Words,
): AsyncGenerator<{ beginning: string; errors: number }> {
  const unknown = words.filter((word) => !known.includes(word));
  for (const word of unknown.length > 0 ? unknown : words.filter(isSpelling)) {
    const anchor = anchorOf(
      trip,
      known.filter((other) => other !== word),
    );
    // This file has every name with the anchor, however the other word is spelt.
    if (anchor !== undefined) yield { beginning: anchor, errors: 1 };
    else {
      for (const alike of await alikeWords(word, trip.words)) {
        const corrected = words.map((other) => (other === word ? alike.word : other));
        const beginning = trip.isComplete(alike.word) ? alike.word : corrected.join(" ");
        yield { beginning, errors: alike.errors };
      }
    }
  }
}

/** The word whose names are all in one file, preferably a loaded one, otherwise the longest such word. */
function anchorOf(trip: Trip, words: string[]): string | undefined {
  const complete = words.filter(trip.isComplete).sort((a, b) => b.length - a.length);
  return complete.find(trip.isLoaded) ?? complete[0];
}

const moved = (words: string[], first: string): string[] => [
  first,
  ...words.filter((word) => word !== first),
];
