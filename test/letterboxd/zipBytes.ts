import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  name: string;
  content: string | Buffer;
  /** Unix mode, for links. */
  mode?: number;
  /** Uncompressed size the directory claims, if it lies. */
  claimedSize?: number;
}

/**
 * A zip as Letterboxd writes it: deflated entries with data descriptors, so that local headers hold
 * no sizes. Names are written as given, harmful ones too.
 */
export function zipBytes(entries: ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode = 0o100644, claimedSize } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const size = claimedSize ?? bytes.length;
    const sums = numbers([4, crc32(bytes)], [4, packed.length], [4, size]);
    const none = numbers([4, 0], [4, 0], [4, 0]);
    const shared = numbers([2, 20], [2, 0x0808], [2, 8], [2, 0], [2, 0x5821]);
    const parts = [
      numbers([4, 0x04034b50]),
      shared,
      none,
      numbers([2, nameBytes.length], [2, 0]),
      nameBytes,
      packed,
      numbers([4, 0x08074b50]),
      sums,
    ];
    central.push(
      numbers([4, 0x02014b50], [2, 0x0314]),
      shared,
      sums,
      numbers([2, nameBytes.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, mode * 65_536]),
      numbers([4, offset]),
      nameBytes,
    );
    local.push(...parts);
    offset += Buffer.concat(parts).length;
  }
  const directory = Buffer.concat(central);
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
  return Buffer.concat([...local, directory, end]);
}

/** Every file of a folder, in a zip. */
export function zipFolder(folder: string): Buffer {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return zipBytes(files.map((name) => ({ name, content: readFileSync(join(folder, name)) })));
}

/** Little-endian numbers of the given widths. */
function numbers(...fields: [width: number, value: number][]): Buffer {
  return Buffer.concat(
    fields.map(([width, value]) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(value, 0, width);
      return bytes;
    }),
  );
}
