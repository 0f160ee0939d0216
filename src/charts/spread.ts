/**
 * Moves places along a line as little as possible, so that they are `gap` apart and between `from` and
 * `to`. Their order stays. If there is too little room, they overlap evenly.
 *
 * @returns the new places, in the order given
 */
export function spread(
  places: number[],
  { gap, from, to }: { gap: number; from: number; to: number },
): number[] {
  const apart = Math.min(gap, (to - from) / Math.max(1, places.length - 1));
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  // Neighbours that are too close become a block around the middle of their wanted places.
  const blocks: { members: number[]; start: number }[] = [];
  for (const index of order) {
    let block = blockOf([index], places, { apart, from, to });
    for (let left = blocks.at(-1); left && isTooNear(left, block, apart); left = blocks.at(-1)) {
      blocks.pop();
      block = blockOf([...left.members, ...block.members], places, { apart, from, to });
    }
    blocks.push(block);
  }
  const moved = [...places];
  for (const { members, start } of blocks) {
    for (const [i, index] of members.entries()) moved[index] = start + i * apart;
  }
  return moved;
}

type Block = { members: number[]; start: number };

const isTooNear = (left: Block, right: Block, apart: number): boolean =>
  left.start + left.members.length * apart > right.start + 1e-9;

function blockOf(
  members: number[],
  places: number[],
  { apart, from, to }: { apart: number; from: number; to: number },
): Block {
  const wanted = members.map((index, i) => (places[index] ?? 0) - i * apart);
  const start = wanted.reduce((sum, place) => sum + place, 0) / members.length;
  const room = to - (members.length - 1) * apart;
  return { members, start: Math.max(from, Math.min(room, start)) };
}
