import { smallWords } from "../searchText.ts";
import type {
  BestFile,
  Cut,
  Cuts,
  FinderIndex,
  Piece,
  SplitIndex,
  WordsFile,
} from "../views/finder/packed.ts";
import { type Searchable, unpack } from "./finderSearch.ts";
import type { WordLine } from "./typingErrors.ts";

/** Bytes that one keystroke may load, compressed: 60,000 with finder.json. */
const budget = 56_000;

/** Loads a file by its path below the site's root. */
export type Load = (path: string) => Promise<unknown>;

/** What the files have for a beginning. */
interface Part {
  rows: Searchable[];
  /** The number of names with this beginning if the rows are the best of them, otherwise 0. */
  count: number;
}

/** The files of one search. They share the budget; what was loaded for an earlier search is free. */
export type Trip = ReturnType<ReturnType<typeof openFiles>["trip"]>;

export function openFiles(load: Load) {
  const files = new Map<string, Promise<unknown>>();
  /** Loads once. A file that failed is loaded again the next time. */
  function once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = files.get(key) as Promise<T> | undefined;
    if (known) return known;
    const reading = read();
    files.set(key, reading);
    reading.catch(() => files.delete(key));
    return reading;
  }
  const index = () => once("finder", () => load("finder.json") as Promise<FinderIndex>);
  const whole = (piece: Piece) => once("whole", async () => unpack(piece));

  function trip(cut: SplitIndex) {
    let left = budget;

    /** Null if the file does not fit into what is left of the budget. */
    function take<T>(kind: keyof Cut, at: number, read: (content: never) => T): Promise<T> | null {
      const path = `${cut.folder}/${kind}-${at}.json`;
      const bytes = files.has(path) ? 0 : (cut[kind][at]?.[1] ?? 0);
      if (bytes > left) return null;
      left -= bytes;
      return once(path, async () => read((await load(path)) as never));
    }
    const readBest = (file: BestFile) => ({ rows: unpack(file), best: file.best });

    /** Whether no file has all names with a word, or a sequence of words, that begins like this. */
    const isPartial = (beginning: string) =>
      isSpread(cut.names, beginning) || cut.crowded.some((text) => text.startsWith(beginning));

    /** The file that has all of them, or the best. */
    const placeOf = (beginning: string) => {
      const kind: "best" | "names" = isPartial(beginning) ? "best" : "names";
      return { kind, at: fileAt(cut[kind], beginning) };
    };

    return {
      /** Whether one file has every name with a word that begins like this. */
      isComplete: (word: string) => !smallWords.has(word) && !isPartial(word),
      isLoaded(beginning: string) {
        const { kind, at } = placeOf(beginning);
        return files.has(`${cut.folder}/${kind}-${at}.json`);
      },
      async part(beginning: string): Promise<Part | null> {
        const { kind, at } = placeOf(beginning);
        if (kind === "names") {
          const rows = await take(kind, at, unpack);
          return rows && { rows, count: 0 };
        }
        const file = await take(kind, at, readBest);
        if (!file) return null;
        const [count = 0, ...numbers] = file.best[beginning] ?? [];
        return { rows: numbers.flatMap((number) => file.rows[number] ?? []), count };
      },
      /** Whether some name has a word that begins like this; true if that cannot be told. */
      async hasWord(word: string): Promise<boolean> {
        if (isSpread(cut.words, word)) return true;
        const lines = await take("words", fileAt(cut.words, word), readWords);
        return lines?.some(({ text }) => text.startsWith(word)) ?? true;
      },
      /** The lines of all words that begin like this, or of none if they are in more than `most` files. */
      async words(beginning: string, most: number): Promise<WordLine[]> {
        const first = fileAt(cut.words, beginning);
        const last = fileAt(cut.words, `${beginning}\uffff`);
        const lines: WordLine[] = [];
        for (let at = first; at <= last && last - first < most; at += 1) {
          lines.push(...((await take("words", at, readWords)) ?? []));
        }
        return lines.filter(({ text }) => text.startsWith(beginning));
      },
    };
  }
  return { index, whole, trip };
}

function readWords({ words, counts }: WordsFile): WordLine[] {
  let before = "";
  return words.split("\n").map((line, i) => {
    before = before.slice(0, parseInt(line[0] ?? "", 36)) + line.slice(1);
    return { text: before, frequency: Number(counts[i]) };
  });
}

/** The last file whose keys begin at or below the text. */
function fileAt(cuts: Cuts, text: string): number {
  let at = 0;
  while (at + 1 < cuts.length && (cuts[at + 1]?.[0] ?? "") <= text) at += 1;
  return at;
}

/** Whether keys with this beginning are in more than one file. */
function isSpread(cuts: Cuts, beginning: string): boolean {
  const next = cuts[fileAt(cuts, beginning) + 1]?.[0] ?? "";
  return next.length > beginning.length && next.startsWith(beginning);
}
