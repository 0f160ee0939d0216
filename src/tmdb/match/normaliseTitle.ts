/**
 * A title for comparison: lower case, without accents and punctuation, and with "and" for "&". It keeps the
 * letters of every script, with marks that make a different letter (as in Devanagari or Thai). A title
 * that consists of signs keeps its signs.
 */
export const normaliseTitle = (title: string): string =>
  normaliseWords(
    // The accents of Latin, Greek and Cyrillic. Other marks are part of the spelling.
    decompose(title).replace(/[\u0300-\u036f]/g, ""),
    title,
  );

/** Like `normaliseTitle`, but “Drácula” and “Dracula” stay different. */
export const normaliseKeepingAccents = (title: string): string =>
  normaliseWords(decompose(title), title);

const decompose = (title: string): string =>
  title
    // “9½” would become “91/2”.
    .replace(/(?<=\d)(?=[¼½¾⅓⅔⅛])/g, " ")
    // Two apostrophes are a double quote: 11'09''01 is 11’09”01.
    .replace(/''|’’/g, '"')
    .normalize("NFKD");

function normaliseWords(decomposed: string, title: string): string {
  const words = decomposed
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ßæœøłđð]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[×✕]/g, " x ")
    .replace(/&/g, " and ")
    // “Reality+” is not “Reality”.
    .replace(/(?<=\S)\+(?=\s|$)/g, " plus ")
    .replace(/['’‘ʻʼ`.·]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return words || title.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

const PLAIN_LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
};

/**
 * Titles for a loose comparison. They ignore what catalogues spell differently: an article at the start,
 * numbers, abbreviations, British endings. A title with a hyphenated word has two forms, because the word
 * may also be spelt as one.
 */
export function simplifiedForms(title: string): string[] {
  const joined = title.replace(/(?<=\p{L})-(?=\p{L})/gu, "");
  return [...new Set([title, joined].map(simplifyTitle))];
}

/** The first of the simplified forms. */
export function simplifyTitle(title: string): string {
  const parted = title.replace(/\b(vol|pt)\.?(?=\d)/gi, "$1 ");
  const words = normaliseTitle(parted)
    .replace(/^(a|an|the) (?=.)/, "")
    .split(" ");
  return words
    .map((word, index) => (index > 0 ? (ROMAN_NUMERALS[word] ?? word) : word))
    .map((word) => NUMBER_WORDS[word] ?? ABBREVIATIONS[word] ?? word)
    .map((word) => word.replace(/(col|hon|fav|neighb|rum|arm)our/, "$1or"))
    .map((word) => word.replace(/^(theat|cent)re(s?)$/, "$1er$2"))
    .join(" ");
}

export const ROMAN_NUMERALS: Record<string, string> = {
  i: "1",
  ii: "2",
  iii: "3",
  iv: "4",
  v: "5",
  vi: "6",
  vii: "7",
  viii: "8",
  ix: "9",
  x: "10",
  xi: "11",
  xii: "12",
  xiii: "13",
};

const NUMBER_WORDS: Record<string, string> = {
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  ten: "10",
  eleven: "11",
  twelve: "12",
  thirteen: "13",
};

const ABBREVIATIONS: Record<string, string> = {
  vol: "volume",
  pt: "part",
};
