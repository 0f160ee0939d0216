import { imageSizes } from "./configuration.ts";
import { hash } from "./json.ts";

// Huffman codes of the JPEG standard's luminance DC table (ITU T.81, table K.3): how many of each
// length, and the symbols. For AC, a one-symbol table is enough: every block ends at once.
const dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcSymbols = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const dcCodes = ["00", "010", "011", "100", "101", "110", "1110", "11110", "111110"];
const acEndOfBlock = "0";

/**
 * A JPEG of one colour that depends on the file's name, in the size asked for, 2:3 upright.
 * Null for a size that TMDB lacks, or a name that is no `.jpg`.
 */
export function image(size: string, file: string): Buffer | null {
  if (!imageSizes.has(size) || !/^[\w-]+\.jpg$/.test(file)) return null;
  const given = Number(/\d+/.exec(size)?.[0] ?? 1000);
  const width = size.startsWith("h") ? Math.round((given * 2) / 3) : given;
  const seed = hash(file);
  return flatJpeg(width, Math.round(width * 1.5), [
    seed & 255,
    (seed >> 8) & 255,
    (seed >> 16) & 255,
  ]);
}

/** @param colour Y, Cb and Cr, 0 to 255 each. */
function flatJpeg(
  width: number,
  height: number,
  colour: readonly [number, number, number],
): Buffer {
  const components = [1, 2, 3];
  const frame = [
    8,
    ...word(height),
    ...word(width),
    3,
    ...components.flatMap((id) => [id, 0x11, 0]),
  ];
  const scan = [3, ...components.flatMap((id) => [id, 0]), 0, 63, 0];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    // All quantisers 8: a flat block's only coefficient is 8 × level, so the level itself remains.
    segment(0xdb, [0, ...new Array<number>(64).fill(8)]),
    segment(0xc0, frame),
    segment(0xc4, [0x00, ...dcCounts, ...dcSymbols]),
    segment(0xc4, [0x10, 1, ...new Array<number>(15).fill(0), 0x00]),
    segment(0xda, scan),
    entropyCoded(Math.ceil(width / 8) * Math.ceil(height / 8), colour),
    Buffer.from([0xff, 0xd9]),
  ]);
}

const word = (value: number) => [value >> 8, value & 255];

const segment = (marker: number, content: number[]) =>
  Buffer.from([0xff, marker, ...word(content.length + 2), ...content]);

/** The first block carries the colour; all others differ by nothing, three zero bits each. */
function entropyCoded(blocks: number, colour: readonly number[]): Buffer {
  const first = colour.map((value) => dcDifference(value - 128) + acEndOfBlock).join("");
  const padded = first + "0".repeat((8 - (first.length % 8)) % 8);
  const bits = first.length + (blocks - 1) * 3 * 3;
  const head = (padded.match(/.{8}/g) ?? []).flatMap((byte) => {
    const value = Number.parseInt(byte, 2);
    return value === 0xff ? [0xff, 0] : [value];
  });
  return Buffer.concat([
    Buffer.from(head),
    Buffer.alloc(Math.max(0, Math.ceil(bits / 8) - padded.length / 8)),
  ]);
}

function dcDifference(difference: number): string {
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  const offset = difference < 0 ? difference + 2 ** size - 1 : difference;
  const extra = size === 0 ? "" : offset.toString(2).padStart(size, "0");
  return `${dcCodes[size] ?? ""}${extra}`;
}
