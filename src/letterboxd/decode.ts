import { BadFile } from "./badFile.ts";

/**
 * Decodes a CSV file in UTF-8, with or without a BOM, or in UTF-16. Line ends become LF, also inside
 * fields.
 *
 * @throws BadFile for any other encoding, because a wrong guess would silently garble names
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0 && bytes[1] === 0) {
    const what = bytes.every((byte) => byte === 0) ? "contains nothing but" : "begins with";
    throw new BadFile(`${what} NUL bytes: it was damaged on disk. Download it again.`);
  }
  const encoding = encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.replace(/\r\n?/g, "\n");
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const readable = new TextDecoder(encoding).decode(bytes);
    if (isBinary(readable)) {
      throw new BadFile(
        "contains binary data instead of text: a picture, a zip or a spreadsheet's own format? Use the file as downloaded.",
      );
    }
    const before = readable.slice(0, readable.indexOf("\uFFFD"));
    const what =
      encoding === "utf-8"
        ? "is not UTF-8: another program saved it in a different encoding (Latin-1?)."
        : "is UTF-16 with half a character: it is damaged or incomplete.";
    throw new BadFile(
      `${what} Use the file as downloaded, or save it as UTF-8.`,
      before.split(/\r\n?|\n/).length,
    );
  }
}

/** Many control characters mean another kind of file. A single one is damage. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 2000);
  const controls = start.match(/(?![\t\n\r])\p{Cc}/gu) ?? [];
  return controls.length * 100 > start.length;
}

/** Every header starts with an ASCII letter, so a NUL beside it means two bytes per character. */
function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return "utf-16be";
  return "utf-8";
}
