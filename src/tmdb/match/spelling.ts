import { shortTitle } from "./likeness.ts";
import { normaliseTitle, ROMAN_NUMERALS } from "./normaliseTitle.ts";

const ARABIC_TO_ROMAN = new Map(
  Object.entries(ROMAN_NUMERALS).map(([roman, arabic]) => [arabic, roman.toUpperCase()]),
);

/**
 * Other spellings of a title to search for. TMDB only finds a film if one of its titles has every word of
 * the query. For TMDB, "&" and "and" are different words, and so are "II" and "2".
 */
export function otherSpellings(title: string): string[] {
  const spellings = [
    title.replace(/[×✕]/g, "x").replace(/[–—‒]/g, "-").replace(/[‘’]/g, "'").replace(/[“”]/g, '"'),
    title.replace(/\s(&|and|\+)\s/gi, " "),
    title.replace(/(?<=\p{L})-(?=\p{L})/gu, " "),
    swapNumerals(title),
    title.replace(/(?<=\d)½/g, " 1/2"),
    title.replace(/(?<=\d) 1\/2/g, "½"),
    title.replace(/colour/gi, "color").replace(/(theat|cent)re\b/gi, "$1er"),
    title.replace(/color/gi, "colour").replace(/(theat|cent)er\b/gi, "$1re"),
    title.replace(/\bvolume\b/gi, "Vol."),
    title.replace(/^(the|an?)\s+/i, ""),
    title.replace(/[\s:,–-]+(part|pt\.?) (one|1|i)$/i, ""),
    shortTitle(title) ?? title,
  ];
  const asked = new Set([queryKey(title)]);
  return spellings.filter((spelling) => {
    const key = queryKey(spelling);
    if (key === "" || asked.has(key)) return false;
    asked.add(key);
    return true;
  });
}

function swapNumerals(title: string): string {
  return title
    .split(" ")
    .map((word, index, { length }) => {
      if (index === 0) return word;
      const [, core = "", rest = ""] = /^([\p{L}\p{N}]+)(.*)$/u.exec(word) ?? [];
      // Inside a title, I and X are usually words or names rather than numbers.
      if (/^[ivx]$/i.test(core) && rest === "" && index < length - 1) return word;
      const other = ROMAN_NUMERALS[core.toLowerCase()] ?? ARABIC_TO_ROMAN.get(core);
      return other ? `${other}${rest}` : word;
    })
    .join(" ");
}

// TMDB ignores case and punctuation, so spellings that differ only in these give the same results. Three
// signs matter: TMDB joins words at a hyphen, treats "&" as a word, and ignores "½".
const queryKey = (title: string) =>
  normaliseTitle(
    title
      .replace(/&/g, " ampersand ")
      .replace(/½/g, "half")
      .replace(/(?<=\p{L})-(?=\p{L})/gu, ""),
  );
