/**
 * Collects the spellings of names by id. TMDB renames people, and the answers in a cache are from
 * different days, so one person may have several spellings.
 */
export class Spellings<Id extends string | number> {
  readonly #uses = new Map<Id, Map<string, number>>();

  add({ id, name }: { id: Id; name: string }): void {
    const names = this.#uses.get(id) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + 1);
    this.#uses.set(id, names);
  }

  /**
   * The most frequent spelling, or the first by alphabet of equally frequent ones, whatever the order of
   * adding. Without a spelling it is the id itself.
   */
  of(id: Id): string {
    const [best] = [...(this.#uses.get(id) ?? [])].sort(
      ([nameA, usesA], [nameB, usesB]) => usesB - usesA || (nameA < nameB ? -1 : 1),
    );
    return best?.[0] ?? `${id}`;
  }
}
