import type { Chance } from "./chance.ts";
import { byteDamages } from "./damageBytes.ts";
import { zipBytes } from "./zipBytes.ts";

type ZipDamage = (files: Map<string, Buffer>, chance: Chance) => Buffer;

/** Signature of an entry in the directory at the end of a zip. */
const ENTRY = Buffer.from("PK\x01\x02", "latin1");

const zipOf = (files: Map<string, Buffer>, folder = ""): Buffer =>
  zipBytes([...files].map(([name, content]) => ({ name: `${folder}${name}`, content })));

/** Changes one byte of one entry of the directory. */
const directoryByte =
  (offset: number): ZipDamage =>
  (files, chance) => {
    const zip = zipOf(files);
    const entries = places(zip);
    if (entries.length === 0) return zip;
    zip[chance.pick(entries) + offset] = 1 + chance.below(255);
    return zip;
  };

function places(zip: Buffer): number[] {
  const found: number[] = [];
  for (let at = zip.indexOf(ENTRY); at !== -1; at = zip.indexOf(ENTRY, at + 1)) found.push(at);
  return found;
}

const bytesOf =
  (damage: string): ZipDamage =>
  (files, chance) =>
    byteDamages[damage]?.(zipOf(files), chance) ?? zipOf(files);

/** Offsets are those of a central directory header: APPNOTE.TXT of PKWARE, 4.3.12. */
const zipDamages: Record<string, ZipDamage> = {
  none: (files) => zipOf(files),
  "a folder around": (files) => zipOf(files, "letterboxd-ida-2024-01-01/"),
  "folders around": (files) => zipOf(files, "./Users/ida/letterboxd-ida-2024-01-01/"),
  "flipped bits": bytesOf("flipped bits"),
  "strange bytes": bytesOf("strange bytes"),
  "bytes missing": bytesOf("bytes missing"),
  "end missing": bytesOf("end missing"),
  "start missing": bytesOf("start missing"),
  "a run of NULs": bytesOf("a run of NULs"),
  "other flags": directoryByte(8),
  "another method": directoryByte(10),
  "a wrong checksum": directoryByte(16),
  "a wrong packed size": directoryByte(20),
  "a wrong size": directoryByte(24),
  "a wrong length of a name": directoryByte(28),
  "other attributes": directoryByte(41),
  "a wrong place": directoryByte(42),
  "an entry twice": (files, chance) => {
    const entries = [...files].map(([name, content]) => ({ name, content }));
    return zipBytes(entries.length > 0 ? [...entries, chance.pick(entries)] : entries);
  },
};

/** The files as a zip, in most cases a damaged one. */
export function damagedZip(
  files: Map<string, Buffer>,
  chance: Chance,
): { zip: Buffer; damage: string } {
  const damage = chance.pick(Object.keys(zipDamages));
  return { zip: zipDamages[damage]?.(files, chance) ?? zipOf(files), damage };
}
