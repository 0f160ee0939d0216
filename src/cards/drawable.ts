import { isCovered } from "./fonts.ts";

/** Joiners, variation selectors and similar invisible characters, for which fonts have no glyph. */
const UNSEEN = /[\p{Cf}\p{Cc}]|\p{Variation_Selector}/gu;
const MARKS = /\p{M}/gu;
/** Thin and narrow spaces, which number formats use and the fonts lack. */
const BLANKS = /(?! )\p{Zs}/gu;

/**
 * The words of a text that the packaged fonts can write, on one line. A word in another script is left
 * out. Of a word with unknown accents only the accents are left out. Null if no letter or digit
 * remains.
 */
export function drawable(text: string): string | null {
  const words = text
    .normalize("NFC")
    .replace(BLANKS, "\u00a0")
    .split(/[ \t\n]+/)
    .flatMap((word) => writable(word) ?? []);
  const line = words.join(" ");
  return /[\p{L}\p{N}]/u.test(line) ? line : null;
}

function writable(word: string): string | null {
  const seen = word.replace(UNSEEN, "");
  if (isCovered(seen)) return seen === "" ? null : seen;
  const bare = seen.normalize("NFD").replace(MARKS, "");
  return bare !== "" && isCovered(bare) ? bare : null;
}
