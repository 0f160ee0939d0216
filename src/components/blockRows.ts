import type { Block, Shown } from "../views/block.ts";

/** A list of more rows is in two columns rather than beside a shorter block. */
const mostRowsOfHalf = 16;

/**
 * Blocks in rows: one alone, or halves that share rows, two in each. If one half of several is left over,
 * the longest list that leaves pairs before and after it has a row of its own. A drawing never has one,
 * because it is as wide as half a row.
 */
export function blockRows(blocks: readonly Block[]): Block[][] {
  const rows: Block[][] = [];
  for (const block of blocks) {
    const last = rows.at(-1);
    const isHalf = block.isHalf === true && barsOf(block) <= mostRowsOfHalf;
    if (isHalf && last?.[0]?.isHalf) last.push(block);
    else rows.push([isHalf ? block : { ...block, isHalf: false }]);
  }
  return rows.flatMap(inPairs);
}

function inPairs(halves: Block[]): Block[][] {
  if (halves.length % 2 === 0 || !halves[0]?.isHalf) return [halves];
  const longest = Math.max(...halves.map((block, i) => (i % 2 === 0 ? rowsOf(block) : 0)));
  const at = halves.findLastIndex((block, i) => i % 2 === 0 && rowsOf(block) === longest);
  const alone = halves[at];
  if (longest === 0 || !alone) return [halves];
  const rows = [halves.slice(0, at), [{ ...alone, isHalf: false }], halves.slice(at + 1)];
  return rows.filter((row) => row.length > 0);
}

/** The rows of a block's list; 0 for a block with a drawing, and for a month, which keeps its place. */
function rowsOf({ shown }: Block): number {
  return shown.some(({ as }) => ["chart", "strip", "map", "diary"].includes(as))
    ? 0
    : Math.max(0, ...shown.map(lengthOf));
}

const barsOf = ({ shown }: Block): number =>
  Math.max(
    0,
    ...shown.map((one) => (one.as === "bars" || one.as === "ranks" ? one.rows.length : 0)),
  );

function lengthOf(one: Shown): number {
  if ("rows" in one) return one.rows.length;
  if ("films" in one) return one.films.length;
  if (one.as === "facts") return one.facts.length;
  return one.as === "names" ? one.names.length : 0;
}
