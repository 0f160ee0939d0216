/** Characters that Windows forbids in file names, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the ones to find
const ILLEGAL = /[<>:"|?*\\/\u0000-\u001f\u007f-\u009f]/g;

/** Windows treats these names as devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i;

/** Leaves room for the ending and a number within the 255 bytes that disks allow. */
const MAX_BYTES = 200;

/**
 * Gives each CSV file a name that every system can write. The names are distinct even on disks that
 * ignore case. Safe names stay as they are.
 */
export function safeNames(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const safe = new Map<string, string>();
  // Safe names come first, so that a replaced name never takes theirs.
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
