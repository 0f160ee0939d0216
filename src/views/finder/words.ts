import { formsOf, isSpelling } from "../../searchText.ts";
import type { Entry } from "./entries.ts";
import type { WordsFile } from "./packed.ts";

/** A line of a file of words: the word as it is listed, and how many names have it. */
export interface WordLine {
  text: string;
  count: number;
}

/** Every word in which a typing error can be forgiven, listed by its start and by its end. Sorted. */
export function wordLines(entries: readonly Entry[]): WordLine[] {
  const counts = new Map<string, number>();
  for (const { name } of entries) {
    for (const word of new Set(formsOf(name).flatMap((form) => form.split(" ")))) {
      if (isSpelling(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([word, count]) =>
    [word, `_${word.slice(2)} ${word.slice(0, 2)}`].map((text) => ({ text, count })),
  )
    .flat()
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}

export function packWords(lines: readonly WordLine[]): WordsFile {
  let before = "";
  const packed = lines.map(({ text }) => {
    let same = 0;
    while (same < 35 && same < text.length && text[same] === before[same]) same += 1;
    before = text;
    return same.toString(36) + text.slice(same);
  });
  const digits = lines.map(({ count }) => Math.min(9, Math.floor(Math.log2(count))));
  return { words: packed.join("\n"), counts: digits.join("") };
}
