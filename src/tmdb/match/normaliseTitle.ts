/**
 * A title as it is compared: without case, accents, punctuation and the difference between "&" and
 * "and". Letters of every script stay, and marks that make another letter (as in Devanagari or Thai)
 * stay with them. A title of signs alone folds to its signs.
 */
export const normaliseTitle = (title: string): string =>
  normaliseWords(
    // Accents of Latin, Greek and Cyrillic; further marks belong to the spelling.
    decompose(title).replace(/[\u0300-\u036f]/g, ""),
    title,
  );

/** The same with accents: “Drácula” is not “Dracula”. */
export const normaliseKeepingAccents = (title: string): string =>
  normaliseWords(decompose(title), title);

const decompose = (title: string): string =>
  title
    // “9½” would become “91/2”.
    .replace(/(?<=\d)(?=[¼½¾⅓⅔⅛])/g, " ")
    // Two strokes are a sign of its own: 11'09''01 is 11’09”01.
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
 * The same with the spellings made equal in which catalogues differ: an article at the start, numbers,
 * abbreviations, British endings. A word that a hyphen parts may also stand as one, so there are two
 * forms of such a title.
 */
export function simplifiedForms(title: string): string[] {
  const joined = title.replace(/(?<=\p{L})-(?=\p{L})/gu, "");
  return [...new Set([title, joined].map(simplifyTitle))];
}

/** The first of those forms. */
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
