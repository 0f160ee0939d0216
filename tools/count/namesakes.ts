/** Name and Year as one text. */
export const titleOf = (name: string, year: string): string => `${name}\n${year}`;

/** Name and Year again. A name may contain line ends. */
export const partsOfTitle = (title: string): [name: string, year: string] => {
  const end = title.lastIndexOf("\n");
  return [title.slice(0, end), title.slice(end + 1)];
};

/**
 * The films of a Name, of any Year, in three tiers: those of watched and ratings, those of likes,
 * watchlist and lists, and those without an address. A tier is used only if the tiers before it do not
 * have the Name.
 */
export class Namesakes {
  readonly #tiers = [0, 1, 2].map(() => new Map<string, Map<string, Set<string>>>());

  /** `film` is its address, or its title if it has none. */
  add(tier: number, name: string, film: string, titles: string[]): void {
    const films = this.#tiers[tier]?.get(name) ?? new Map<string, Set<string>>();
    this.#tiers[tier]?.set(name, films);
    films.set(film, new Set([...(films.get(film) ?? []), ...titles]));
  }

  /** The film of a row with this Name and an impossible Year; null if it may be one of several. */
  titleFor(name: string): string | null {
    const films = this.#tiers.find((tier) => tier.has(name))?.get(name) ?? new Map();
    const titles = new Set([...films.values()].flatMap((some) => [...some]));
    if (titles.has(titleOf(name, ""))) return titleOf(name, "");
    return films.size === 1 ? ([...titles][0] ?? null) : null;
  }
}
