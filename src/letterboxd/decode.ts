import { BadFile } from "./badFile.ts";

/**
 * The text of a CSV file: UTF-8 with or without a BOM, or UTF-16. Line ends become LF, also inside
 * fields. Throws BadFile for anything else, since a guess would garble names without a word.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0 && bytes[1] === 0) {
    const what = bytes.every((byte) => byte === 0) ? "holds nothing but" : "begins with";
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
        "is no text but binary data: a picture, a zip or a spreadsheet's own format? Use the file as downloaded.",
      );
    }
    const before = readable.slice(0, readable.indexOf("\uFFFD"));
    const what =
      encoding === "utf-8"
        ? "is not UTF-8: it was saved again by a program that writes another encoding (Latin-1?)."
        : "is UTF-16 with a character that is cut in two: it was damaged, or something is missing.";
    throw new BadFile(
      `${what} Use the file as downloaded, or save it as UTF-8.`,
      before.split(/\r\n?|\n/).length,
    );
  }
}

/** A stray control character is damage; many are another kind of file. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 2000);
  const controls = start.match(/(?![\t\n\r])\p{Cc}/gu) ?? [];
  return controls.length * 100 > start.length;
}

/** Every header starts with an ASCII letter, so a NUL beside it means two bytes a character. */
function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return "utf-16be";
  return "utf-8";
}
