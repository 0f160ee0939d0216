import { formsOf, neededWords, rankOf, simpleSlug } from "../searchText.ts";
import type { Piece } from "../views/finder/packed.ts";
import type { Hit } from "../views/finder.ts";
import { allowedErrors, errors } from "./typingErrors.ts";

/** A hit with what it is compared and ordered by. */
export interface Searchable extends Hit {
  weight: number;
  /** Its name, folded. */
  forms: string[];
}

export function unpack({ sorts, names, numbers, codes, addresses }: Piece): Searchable[] {
  let [nextCode, nextAddress] = [0, 0];
  return names.map((name, i) => {
    const [weight, note, path] = sorts[numbers[i] ?? 0] ?? [0, "", ""];
    const code = (note + path).includes("#") ? `${codes[nextCode++] ?? ""}` : "";
    const address = path.includes("@") ? (addresses[nextAddress++] ?? "") : "";
    const slugs: Record<string, () => string> = {
      "*": () => simpleSlug(name),
      "#": () => simpleSlug(code),
      "@": () => address,
    };
    return {
      name,
      weight,
      forms: formsOf(name),
      note: note.replace("#", () => code),
      path: path.replace(/[*#@]/g, (sign) => slugs[sign]?.() ?? ""),
    };
  });
}

/** The hits that contain the folded query, best first: by rank, then by what was seen most. */
export function exactHits(rows: readonly Searchable[], query: string): Searchable[] {
  const words = neededWords(query);
  return sorted(rows, ({ forms }) => rankOf(forms, query, words));
}

/** The hits with words like those of the folded query, the most similar first. */
export function nearHits(rows: readonly Searchable[], query: string): Searchable[] {
  const words = neededWords(query);
  if (words.every((word) => allowedErrors(word) === 0)) return [];
  return sorted(rows, ({ forms }) => {
    const least = Math.min(...forms.map((form) => errorsIn(form, words)));
    return least > 0 && least < Infinity ? least : null;
  });
}

/** The rows that have a rank, lowest first. Equals begin with what was seen most. */
function sorted(
  rows: readonly Searchable[],
  rankOfRow: (row: Searchable) => number | null,
): Searchable[] {
  const ranked = rows.flatMap((row) => {
    const found = rankOfRow(row);
    return found === null ? [] : [{ row, found }];
  });
  return ranked
    .sort((a, b) => a.found - b.found || b.row.weight - a.row.weight)
    .map(({ row }) => row);
}

/**
 * The number of typing errors in all words together: 0 if the text contains each word, infinite if it
 * has nothing like one of them. A blank too many or too few is one error.
 */
function errorsIn(form: string, words: string[]): number {
  const own = form.split(" ");
  let all = 0;
  for (const word of words) {
    if (own.some((other) => other.startsWith(word))) continue;
    const most = allowedErrors(word);
    all += Math.min(...own.map((other) => errors(word, other, most)));
    if (all === Infinity) break;
  }
  const isJoined = all > 1 && form.replaceAll(" ", "").startsWith(words.join(""));
  return isJoined ? 1 : all;
}
