/** What Windows forbids in file names, and what no terminal shows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
const ILLEGAL = /[<>:"|?*\\/\u0000-\u001f\u007f-\u009f]/g;

/** Windows takes them for devices, whatever follows after a dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** With its ending and a number a name stays below the 255 bytes that disks allow. */
const MAX_BYTES = 200;

/**
 * A name for each CSV file that every system can write, and that no disk takes for that of another,
 * one that folds upper and lower case included. A name that is safe already stays as it is.
 */
export function safeNames(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const safe = new Map<string, string>();
  // Names that may stay come first, so that a replaced one does not take theirs.
  for (const name of names.toSorted((a, b) => Number(!isSafe(a)) - Number(!isSafe(b)))) {
    const stem = legal(stemOf(name));
    let free = stem;
    for (let n = 2; taken.has(folded(free)); n += 1) free = `${stem}-${n}`;
    taken.add(folded(free));
    safe.set(name, `${free}.csv`);
  }
  return safe;
}

const stemOf = (name: string): string => name.replace(/\.csv$/, "");

const isSafe = (name: string): boolean => legal(stemOf(name)) === stemOf(name);

function legal(stem: string): string {
  const plain = stem.replace(ILLEGAL, "-").replace(/[. ]+$/, (end) => "-".repeat(end.length));
  const short =
    Buffer.byteLength(plain) > MAX_BYTES ? [...plain].slice(0, MAX_BYTES / 4).join("") : plain;
  return DEVICE.test(short) ? `_${short}` : short;
}

const folded = (stem: string): string => stem.normalize("NFC").toUpperCase().toLowerCase();
