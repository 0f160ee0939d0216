import type { Format } from "../format.ts";

/** Of how much something is known: "runtime known for 3 of 4 films", "… for all 4 films". */
export function known(
  what: string,
  { known: count, all, unit, format }: { known: number; all: number; unit: string; format: Format },
): string {
  if (count < all)
    return `${what} known for ${format.integer(count)} of ${format.count(all, unit)}`;
  return all === 1 ? `${what} known` : `${what} known for all ${format.count(all, unit)}`;
}
