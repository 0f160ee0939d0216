import { inflateSync } from "node:zlib";

/**
 * The code points for which a WOFF 1.0 font has a glyph, from the Unicode subtables of its `cmap`
 * (formats 4 and 12 of the OpenType specification).
 */
export function coveredCharacters(woff: Buffer): number[] {
  const cmap = tableOf(woff, "cmap");
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) =>
    cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4)),
  );
  return subtables.flatMap((table) => {
    const format = table.readUInt16BE(0);
    if (format === 4) return segments(table);
    return format === 12 ? groups(table) : [];
  });
}

function tableOf(woff: Buffer, wanted: string): Buffer {
  const tables = woff.readUInt16BE(12);
  for (let entry = 44; entry < 44 + tables * 20; entry += 20) {
    if (woff.toString("latin1", entry, entry + 4) !== wanted) continue;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at));
    const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0));
    // A table that compression would not shrink is stored unchanged.
    return packed === length ? bytes : inflateSync(bytes);
  }
  throw new Error(`The font has no table ${wanted}.`);
}

/** Format 4: segments of code points, each with a delta or with a list of glyphs. */
function segments(table: Buffer): number[] {
  const size = table.readUInt16BE(6);
  const field = (index: number, segment: number) =>
    14 + (index > 0 ? 2 : 0) + index * size + segment;
  const covered: number[] = [];
  for (let segment = 0; segment < size; segment += 2) {
    const end = table.readUInt16BE(field(0, segment));
    const start = table.readUInt16BE(field(1, segment));
    const delta = table.readUInt16BE(field(2, segment));
    const range = table.readUInt16BE(field(3, segment));
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const listed = field(3, segment) + range + (code - start) * 2;
      const glyph = range === 0 ? code + delta : table.readUInt16BE(listed);
      if (glyph % 0x10000 !== 0) covered.push(code);
    }
  }
  return covered;
}

/** Format 12: groups of code points with consecutive glyphs. */
function groups(table: Buffer): number[] {
  return Array.from({ length: table.readUInt32BE(12) }, (_, i) => 16 + i * 12).flatMap((at) => {
    const start = table.readUInt32BE(at);
    return Array.from({ length: table.readUInt32BE(at + 4) - start + 1 }, (_, i) => start + i);
  });
}
