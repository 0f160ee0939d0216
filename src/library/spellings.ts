/**
 * How the names of things with an id are written. TMDB renames people, and answers in a cache are of
 * different days: one person may stand there in several spellings.
 */
export class Spellings<Id extends string | number> {
  readonly #uses = new Map<Id, Map<string, number>>();

  add({ id, name }: { id: Id; name: string }): void {
    const names = this.#uses.get(id) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + 1);
    this.#uses.set(id, names);
  }

  /**
   * The most frequent spelling, of equals the first by alphabet, so that it does not depend on the
   * order in which they were added. The id itself when there is none.
   */
  of(id: Id): string {
    const [best] = [...(this.#uses.get(id) ?? [])].sort(
      ([nameA, usesA], [nameB, usesB]) => usesB - usesA || (nameA < nameB ? -1 : 1),
    );
    return best?.[0] ?? `${id}`;
  }
}
