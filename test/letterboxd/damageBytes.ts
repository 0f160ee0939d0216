import type { Chance } from "./chance.ts";

export type ByteDamage = (bytes: Buffer, chance: Chance) => Buffer;

/** A place in the file; in half of the cases in its first lines, where the header is. */
const place = ({ length }: Buffer, chance: Chance): number =>
  chance.below(chance.happens(0.5) ? Math.min(length, 100) + 1 : length + 1);

const insert = (bytes: Buffer, at: number, inserted: string | Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(inserted), bytes.subarray(at)]);

/** Puts one of the texts somewhere. */
const inserting =
  (...texts: string[]): ByteDamage =>
  (bytes, chance) =>
    insert(bytes, place(bytes, chance), chance.pick(texts));

const changingText =
  (change: (text: string, chance: Chance) => string): ByteDamage =>
  (bytes, chance) =>
    Buffer.from(change(bytes.toString(), chance));

const changingLines = (change: (lines: string[], chance: Chance) => string[]): ByteDamage =>
  changingText((text, chance) => change(text.split("\n"), chance).join("\n"));

const someBytes = (chance: Chance): Buffer =>
  Buffer.from(Array.from({ length: 1 + chance.below(8) }, () => chance.below(256)));

/** What disks, transfers, editors and version control do to a file, by name. */
export const byteDamages: Record<string, ByteDamage> = {
  "flipped bits": (bytes, chance) => {
    const flipped = Buffer.from(bytes);
    for (let n = chance.below(8); n >= 0 && bytes.length > 0; n -= 1) {
      const at = Math.min(place(bytes, chance), bytes.length - 1);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << chance.below(8));
    }
    return flipped;
  },
  "strange bytes": (bytes, chance) => insert(bytes, place(bytes, chance), someBytes(chance)),
  "bytes missing": (bytes, chance) => {
    const at = place(bytes, chance);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + chance.below(50))]);
  },
  "bytes twice": (bytes, chance) => {
    const at = place(bytes, chance);
    return insert(bytes, at, bytes.subarray(at, at + 1 + chance.below(200)));
  },
  "end missing": (bytes, chance) => bytes.subarray(0, place(bytes, chance)),
  "start missing": (bytes, chance) => bytes.subarray(place(bytes, chance)),
  "a run of NULs": (bytes, chance) => {
    const at = place(bytes, chance);
    return Buffer.from(bytes).fill(0, at, Math.min(bytes.length, at + 1 + chance.below(40)));
  },
  "nothing but NULs": (bytes) => Buffer.alloc(bytes.length),
  "nothing in it": () => Buffer.alloc(0),
  "a quote": inserting('"', '""', '"""', ',"', '",', '"\n'),
  "a line end": inserting("\n", "\r", "\r\n", "\n\n\n", "\u2028", "\v", "\f"),
  "a separator": inserting(",", ";", "\t", "|", ",,,,", ",\n"),
  "a NUL": inserting("\0", "\0\0"),
  "Latin-1": (bytes) => Buffer.from(`${bytes}é`, "latin1"),
  "UTF-16": (bytes, chance) => {
    const little = Buffer.from(`${chance.pick(["", "\uFEFF"])}${bytes}`, "utf16le");
    const whole = chance.happens(0.5) ? little : little.swap16();
    return whole.subarray(0, whole.length - chance.pick([0, 0, 1]));
  },
  "a byte order mark": (bytes, chance) => insert(bytes, chance.pick([0, 0, 40]), "\uFEFF"),
  "half a character": (bytes, chance) =>
    insert(bytes, place(bytes, chance), Buffer.from("🎬").subarray(0, 1 + chance.below(3))),
  "other line ends": changingText((text, chance) =>
    text.replace(/\r?\n/g, () => chance.pick(["\n", "\r\n", "\r", "\n\n"])),
  ),
  "conflict marks": changingLines((lines, chance) => {
    const at = chance.below(lines.length);
    const ours = lines.slice(at, at + 3);
    const marks = ["<<<<<<< HEAD", ...ours, "=======", ...ours, ">>>>>>> theirs"];
    const kept = chance.happens(0.3) ? marks.filter(() => chance.happens(0.8)) : marks;
    return lines.toSpliced(at, 3, ...kept);
  }),
  "lines twice": changingLines((lines, chance) => {
    const [head = "", ...rest] = lines;
    return [
      head,
      ...Array(2 + chance.below(4))
        .fill(rest)
        .flat(),
    ];
  }),
  "lines in another order": changingLines((lines, chance) => chance.shuffled(lines)),
  "blank lines": changingLines((lines, chance) =>
    lines.flatMap((line) => (chance.happens(0.2) ? [line, chance.pick(["", " ", ",,,"])] : line)),
  ),
  "a huge field": (bytes, chance) => {
    const unit = chance.pick(["x", "Ab ", "★", "a/", "é", "https://boxd.it/", "1"]);
    const huge = unit.repeat(1000 * 2 ** chance.below(9));
    return insert(bytes, place(bytes, chance), chance.happens(0.5) ? huge : `"${huge}"`);
  },
  "very many fields": (bytes, chance) =>
    insert(bytes, place(bytes, chance), chance.pick([",", "a,", ";", "\t"]).repeat(2 ** 18)),
};
