import { isSpelling } from "../searchText.ts";

/** One error in words of three letters or more, two from eight on, none in a number. */
export const allowedErrors = (word: string): number =>
  !isSpelling(word) ? 0 : word.length < 8 ? 1 : 2;

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

/** A word as a list of words has it. */
export interface WordLine {
  text: string;
  /** How common it is, 0 to 9. */
  frequency: number;
}

/** More corrections would lead to more files than one keystroke may load. */
const mostAlike = 12;

/**
 * Words that may be meant by a mistyped one, with the number of errors, likely ones first. Words with the
 * same first two letters are preferred.
 *
 * @param linesOf gives the lines of words that begin like this, unless they are in more than `most` files
 */
export async function alikeWords(
  word: string,
  linesOf: (beginning: string, most: number) => Promise<WordLine[]>,
): Promise<{ word: string; errors: number }[]> {
  const most = allowedErrors(word);
  const [first = "", second = "", third = ""] = word;
  const likely = [first + second, first + third + second];
  // One letter of the first two changed or both swapped, one too many, one too few.
  const others = [2, 3, 1].flatMap((from) =>
    word.length > from + 1 ? `_${word.slice(from)}` : [],
  );
  const alike: (WordLine & { errors: number })[] = [];
  for (const [beginnings, files] of [
    [likely, Infinity],
    [others, 2],
  ] as const) {
    for (const beginning of beginnings) {
      for (const { text, frequency } of await linesOf(beginning, files)) {
        const other = wordOf(text);
        const found = { text: other, frequency, errors: errors(word, other, most) };
        if (found.errors < Infinity && !other.startsWith(word)) alike.push(found);
      }
    }
    // A word that goes on after the letters typed is a weaker guess than a whole word.
    if (alike.some((one) => one.errors <= most)) break;
  }
  return alike
    .sort((a, b) => a.errors - b.errors || b.frequency - a.frequency)
    .slice(0, mostAlike)
    .map(({ text, errors }) => ({ word: text, errors }));
}

/** The word of a line that may be listed by its end: "_rosawa ku". */
function wordOf(text: string): string {
  const [end = "", start = ""] = text.slice(1).split(" ");
  return text.startsWith("_") ? start + end : text;
}
