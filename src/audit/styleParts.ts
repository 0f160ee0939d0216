/** What a browser fetches for a style sheet; addresses as written in it. */
export interface StyleParts {
  /** Fonts needed for plain Latin letters and digits. */
  plainFonts: string[];
  /** Everything it may load: all fonts, pictures and other sheets. */
  all: string[];
}

export function readStyles(css: string): StyleParts {
  const plainFonts = Array.from(css.matchAll(/@font-face\s*\{([^}]*)\}/g), ([, rule = ""]) => rule)
    .filter((rule) => isPlain(/unicode-range:\s*([^;]+)/i.exec(rule)?.[1]))
    // A browser takes the first format it knows, and all browsers know the first one, woff2.
    .flatMap((rule) => addresses(rule).slice(0, 1));
  const sheets = Array.from(css.matchAll(/@import\s*["']([^"']+)/g), ([, address]) => `${address}`);
  return { plainFonts, all: [...addresses(css), ...sheets] };
}

const addresses = (css: string): string[] =>
  Array.from(css.matchAll(/url\(\s*["']?([^"')]+?)["']?\s*\)/g), ([, address]) => `${address}`);

/** The letter a and the digits 0 to 9, as code points. */
const plain = [
  [0x61, 0x61],
  [0x30, 0x39],
] as const;

/** Whether a `unicode-range` such as `U+0-FF, U+131` contains one of them; no range means all. */
function isPlain(range = "U+0-10FFFF"): boolean {
  return range.split(",").some((part) => {
    const [first = "", last = first] = part.trim().replace(/^U\+/i, "").split("-");
    const from = Number.parseInt(first.replaceAll("?", "0"), 16);
    const to = Number.parseInt(last.replaceAll("?", "F"), 16);
    return plain.some(([first, last]) => from <= last && first <= to);
  });
}
