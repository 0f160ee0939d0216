import { counted } from "../counted.ts";

/** Control characters and characters of no script, which fill binary files. */
const NO_TEXT = /(?![\t\n\r])[\p{Cc}\p{Cn}\p{Co}\p{Cs}\uFFFD]/u;

const LONGEST = 60;

export const isText = (text: string): boolean => !NO_TEXT.test(text);

/** The start of a cell for a message. Binary data is described instead. */
export function shown(text: string): string {
  if (!isText(text)) return `(${counted(text.length, "character")}, some of them not text)`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The start of a cell in quotes. Binary data is described without quotes. */
export const quote = (text: string): string => (isText(text) ? `"${shown(text)}"` : shown(text));
