import type { Ledger } from "./ledger.ts";

/**
 * Gives tags that differ only in capitals one spelling. It is the most frequent one in viewings, reviews
 * and lists, or the first in Unicode's order of equally frequent ones (`Cinema` before `cinema`).
 */
export function uniteTagSpellings(ledger: Ledger): Ledger {
  const tagged = [
    ...ledger.viewings,
    ...ledger.films.flatMap(({ reviews }) => reviews),
    ...ledger.lists,
  ];
  const uses = new Map<string, Map<string, number>>();
  for (const tag of tagged.flatMap(({ tags }) => tags)) {
    const spellings = uses.get(folded(tag)) ?? new Map<string, number>();
    uses.set(folded(tag), spellings);
    spellings.set(tag, (spellings.get(tag) ?? 0) + 1);
  }
  const shown = new Map(Array.from(uses, ([key, spellings]) => [key, commonest(spellings)]));
  for (const one of tagged) {
    one.tags = [...new Set(one.tags.map((tag) => shown.get(folded(tag)) ?? tag))];
  }
  return ledger;
}

const folded = (tag: string): string => tag.normalize("NFC").toLowerCase();

const commonest = (spellings: Map<string, number>): string | undefined =>
  [...spellings].sort(([a, usesA], [b, usesB]) => usesB - usesA || (a < b ? -1 : 1))[0]?.[0];
