/** The shapes of the files that the search box reads. They belong to one version of the code. */

/**
 * What several rows have in common. In `note` a `#` stands for the row's code. In `path` a `*` stands for
 * the slug of the row's name, a `#` for that of its code and an `@` for its address. The path is without
 * the base path.
 */
export type Sort = [weight: number, note: string, path: string];

/** Rows, column by column, because that shrinks best. */
export interface Piece {
  sorts: Sort[];
  names: string[];
  /** For each name the number of its sort. */
  numbers: number[];
  /** For each row whose sort has a `#`, in the order of the rows. */
  codes: (string | number)[];
  /** For each row whose sort has an `@`. */
  addresses: string[];
}

/** Files of one kind, each with the first letters of its keys and its size in bytes, compressed. */
export type Cuts = [from: string, bytes: number][];

/** The files beside finder.json: names-0.json, names-1.json, best-0.json … */
export interface Cut {
  /** Rows, by every word of their names. */
  names: Cuts;
  /** The best rows of beginnings of which no file of names has all rows. */
  best: Cuts;
  /** The words of all names. */
  words: Cuts;
}

/** The contents of finder.json: all rows, or where they are. The folder changes with the contents. */
export type FinderIndex = Piece | SplitIndex;

export interface SplitIndex extends Cut {
  folder: string;
  /** Ends of names that are so frequent that the files of names do not have all of them. */
  crowded: string[];
}

/** By beginning: how many names have it, and the numbers of the best rows. */
export interface BestFile extends Piece {
  best: Record<string, [count: number, ...rows: number[]]>;
}

/**
 * Words in order, one a line. A line begins with the number of letters that it shares with the one before,
 * in base 36. A word is listed twice: as itself, and for those who mistype its first two letters as `_`,
 * the other letters, a space and these two.
 */
export interface WordsFile {
  words: string;
  /** A digit for each line: the binary logarithm of the number of names with the word, rounded down. */
  counts: string;
}
