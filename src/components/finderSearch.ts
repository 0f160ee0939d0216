import type { FinderRow } from "../views/finder.ts";

/** A row with its name in the form that is compared. */
export interface SearchableRow {
  row: FinderRow;
  text: string;
}

/** The number of exact hits from which similar spellings are not suggested. */
const enoughHits = 3;

export const searchableRows = (rows: FinderRow[]): SearchableRow[] =>
  rows.map((row) => ({ row, text: normalise(row[0]) }));

/**
 * The hits of a query. `exact` contains every word, with names that begin with the query first. If
 * these are few, `near` contains similar words, the most similar first. Equals stay in the order of the
 * rows.
 */
export function searchRows(
  rows: SearchableRow[],
  query: string,
): { exact: FinderRow[]; near: FinderRow[] } {
  const wanted = normalise(query);
  if (wanted === "") return { exact: [], near: [] };
  const words = wanted.split(" ");
  const rank = ({ text }: SearchableRow) =>
    text === wanted ? 0 : text.startsWith(wanted) ? 1 : ` ${text}`.includes(` ${wanted}`) ? 2 : 3;
  const exact = rows.filter(({ text }) => words.every((word) => text.includes(word)));
  const near = exact.length < enoughHits ? nearRows(rows, words) : [];
  return { exact: exact.sort((a, b) => rank(a) - rank(b)).map(({ row }) => row), near };
}

function nearRows(rows: SearchableRow[], words: string[]): FinderRow[] {
  if (words.every((word) => allowedErrors(word) === 0)) return [];
  return rows
    .map(({ row, text }) => ({ row, errors: errorsIn(text, words) }))
    .filter(({ errors }) => errors > 0 && errors < Infinity)
    .sort((a, b) => a.errors - b.errors)
    .map(({ row }) => row);
}

/**
 * The number of typing errors in all words together: 0 if the text contains each word, infinite if it
 * has nothing like one of them.
 */
function errorsIn(text: string, words: string[]): number {
  const own = text.split(" ");
  let all = 0;
  for (const word of words) {
    if (text.includes(word)) continue;
    all += Math.min(...own.map((other) => errors(word, other, allowedErrors(word))));
    if (all === Infinity) break;
  }
  return all;
}

/** One error in words of four letters or more, two from eight on, none in a number. */
const allowedErrors = (word: string): number =>
  word.length < 4 || /\p{N}/u.test(word) ? 0 : word.length < 8 ? 1 : 2;

/**
 * The number of typing errors between a word and another, or the beginning of a longer one, which ranks
 * lower. An error is a letter more, fewer or changed, or two neighbours swapped. Infinite above `most`.
 */
export function errors(word: string, other: string, most: number): number {
  const length = Math.min(other.length, word.length + most);
  if (most === 0 || length < word.length - most) return Infinity;
  const at = (row: number[], j: number) => row[j] ?? Infinity;
  let before: number[] = [];
  let last = Array.from({ length: length + 1 }, (_, j) => j);
  for (let i = 1; i <= word.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= length; j += 1) {
      const changed = at(last, j - 1) + (word[i - 1] === other[j - 1] ? 0 : 1);
      const isSwap = word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
      const swapped = isSwap ? at(before, j - 2) + 1 : Infinity;
      row.push(Math.min(changed, swapped, at(last, j) + 1, at(row, j - 1) + 1));
    }
    if (Math.min(...row) > most) return Infinity;
    [before, last] = [last, row];
  }
  const whole = at(last, other.length);
  return whole <= most ? whole : Math.min(...last) <= most ? most + Math.min(...last) : Infinity;
}

/** Removes letter case, accents and punctuation, which the search ignores. */
const normalise = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}|['’]/gu, "")
    .toLowerCase()
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/đ/g, "d")
    .replace(/ß/g, "ss")
    .replace(/æ/g, "ae")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
