/** How texts are compared by the search. The files of the search and the search box share these rules. */

const plainLetters: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

/** At the start of a name they do not count as its start. */
const articles = "a an das der die el il la las le les los the".split(" ");

/** Words that a query may add or leave out. A name can be found by one only if the name starts with it. */
export const smallWords: ReadonlySet<string> = new Set([
  ..."and in of on to".split(" "),
  ...articles,
]);

/** A text without letter case, accents and punctuation: "l avventura". A text of signs keeps them. */
export const fold = (text: string): string => {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłđðıßæœ]/g, (letter) => plainLetters[letter] ?? letter);
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim() || plain.replace(/\s+/g, "");
};

/** A name as it is in most addresses. */
export const simpleSlug = (name: string): string => fold(name).replaceAll(" ", "-");

/** The folded forms of a name. Punctuation within a word gives two: "spider man" and "spiderman". */
export function formsOf(name: string): string[] {
  const spaced = fold(name);
  const joined = fold(
    name
      .split(/\s+/)
      .map((word) => word.replace(/[^\p{L}\p{N}\p{M}]+/gu, ""))
      .join(" "),
  );
  return joined === spaced || joined === "" ? [spaced] : [spaced, joined];
}

/** A folded form without an article at its start. */
export function withoutArticle(form: string): string {
  const end = form.indexOf(" ");
  return end > 0 && articles.includes(form.slice(0, end)) ? form.slice(end + 1) : form;
}

/** Ranks of exact hits, best first. */
export const rank = { whole: 0, start: 1, wordStart: 2, words: 3 } as const;

/**
 * How well a name matches a folded query: as a whole, by its start, by the start of a word, or by words
 * in any order. Null if a word is missing.
 *
 * @param forms of the name
 * @param words of the query, without small words
 */
export function rankOf(forms: string[], query: string, words: string[]): number | null {
  let best: number | null = null;
  for (const form of forms) {
    const bare = withoutArticle(form);
    if (form === query || bare === query) return rank.whole;
    const spaced = ` ${form}`;
    const found =
      form.startsWith(query) || bare.startsWith(query)
        ? rank.start
        : spaced.includes(` ${query}`)
          ? rank.wordStart
          : words.length > 0 && words.every((word) => spaced.includes(` ${word}`))
            ? rank.words
            : null;
    if (found !== null && (best === null || found < best)) best = found;
  }
  return best;
}

/** The words of a folded query that a name must contain. */
export function neededWords(query: string): string[] {
  const words = query.split(" ");
  const needed = words.filter((word) => !smallWords.has(word));
  return needed.length > 0 ? needed : words;
}

/** Whether a typing error is forgiven in a word: not in short ones and in numbers. */
export const isSpelling = (word: string): boolean => word.length >= 3 && !/\p{N}/u.test(word);
