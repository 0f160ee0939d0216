const collator = new Intl.Collator("en", { numeric: true });

interface Titled {
  name: string;
  year: number | null;
  key: string;
}

/** Sorts by title, then year, then key, so that lists never depend on the order of the export. */
export const byTitle = (a: Titled, b: Titled): number =>
  collator.compare(a.name, b.name) ||
  (a.year ?? 0) - (b.year ?? 0) ||
  (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
