/** What a style sheet has the browser fetch, as the addresses stand in it. */
export interface StyleParts {
  /** Fonts that plain Latin letters and figures need. */
  plainFonts: string[];
  /** All that it may ask for: other fonts, pictures, other sheets. */
  all: string[];
}

export function readStyles(css: string): StyleParts {
  const plainFonts = Array.from(css.matchAll(/@font-face\s*\{([^}]*)\}/g), ([, rule = ""]) => rule)
    .filter((rule) => isPlain(/unicode-range:\s*([^;]+)/i.exec(rule)?.[1]))
    // A browser takes the first form it can read, and all can read the first, woff2.
    .flatMap((rule) => addresses(rule).slice(0, 1));
  const sheets = Array.from(css.matchAll(/@import\s*["']([^"']+)/g), ([, address]) => `${address}`);
  return { plainFonts, all: [...addresses(css), ...sheets] };
}

const addresses = (css: string): string[] =>
  Array.from(css.matchAll(/url\(\s*["']?([^"')]+?)["']?\s*\)/g), ([, address]) => `${address}`);

/** An a, and the figures from 0 to 9, as code points. */
const plain = [
  [0x61, 0x61],
  [0x30, 0x39],
] as const;

/** Whether a `unicode-range` such as `U+0-FF, U+131` has one of them; a font without one has all. */
function isPlain(range = "U+0-10FFFF"): boolean {
  return range.split(",").some((part) => {
    const [first = "", last = first] = part.trim().replace(/^U\+/i, "").split("-");
    const from = Number.parseInt(first.replaceAll("?", "0"), 16);
    const to = Number.parseInt(last.replaceAll("?", "F"), 16);
    return plain.some(([first, last]) => from <= last && first <= to);
  });
}
