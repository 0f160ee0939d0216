import { gzipSync } from "node:zlib";
import type { Entry } from "./entries.ts";
import type { Piece, Sort } from "./packed.ts";

/** Packs entries in their order. The most frequent sorts have the shortest numbers. */
export function pack(entries: readonly Entry[]): Piece {
  const uses = new Map<string, { sort: Sort; count: number; number: number }>();
  const used = entries.map(({ sort }) => {
    const key = sort.join("\n");
    const use = uses.get(key) ?? { sort, count: 0, number: 0 };
    use.count += 1;
    uses.set(key, use);
    return use;
  });
  const sorts = [...uses.values()].sort((a, b) => b.count - a.count);
  for (const [number, use] of sorts.entries()) use.number = number;
  return {
    sorts: sorts.map(({ sort }) => sort),
    names: entries.map(({ name }) => name),
    numbers: used.map(({ number }) => number),
    codes: entries.flatMap(({ code }) => code ?? []),
    addresses: entries.flatMap(({ address }) => address ?? []),
  };
}

/** Bytes of a text as web servers send it. */
export const compressedSize = (text: string): number => gzipSync(text, { level: 6 }).length;
