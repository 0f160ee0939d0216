export interface BrokenQuote {
  /** Lines from the start of the text to the field with the quote, 0 for its first. */
  lines: number;
  /** Such as `a quote is opened but never closed`. */
  reason: string;
}

const IN_THE_MIDDLE = "a quote is in the middle of a field";
const NEVER_CLOSED = "a quote is opened but never closed";

/**
 * Finds the broken quote of a record. A quote that is never closed swallows text up to the next quote,
 * which may be many lines further down.
 *
 * @param text starts with the record and has LF line ends
 * @param trim whether spaces around fields are ignored
 */
export function findBrokenQuote(
  text: string,
  separator: string,
  { trim = false } = {},
): BrokenQuote {
  const isEnd = (at: number) => at >= text.length || text[at] === separator || text[at] === "\n";
  const skipBlanks = (at: number) => {
    let next = at;
    while (trim && (text[next] === " " || text[next] === "\t") && !isEnd(next)) next += 1;
    return next;
  };
  const found = (at: number, reason: string) => ({ lines: lineEnds(text.slice(0, at)), reason });
  for (let at = 0; at < text.length; at += 1) {
    const start = skipBlanks(at);
    if (text[start] !== '"') {
      for (at = start; !isEnd(at); at += 1) if (text[at] === '"') return found(at, IN_THE_MIDDLE);
      continue;
    }
    const close = closingQuote(text, start);
    if (close === -1) return found(start, NEVER_CLOSED);
    at = skipBlanks(close + 1);
    if (isEnd(at)) continue;
    const isLater = text.slice(start, close).includes("\n");
    return found(start, isLater ? NEVER_CLOSED : IN_THE_MIDDLE);
  }
  return found(0, IN_THE_MIDDLE);
}

/** Index of the quote that closes the field opened at `start`, or -1. Two quotes in a row are text. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** The number of LF line ends in a text. */
export function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
