import { counted } from "../counted.ts";

/** Control characters, and what no writing system has: a file of another kind is full of them. */
const NO_TEXT = /(?![\t\n\r])[\p{Cc}\p{Cn}\p{Co}\p{Cs}\uFFFD]/u;

const LONGEST = 60;

export const isText = (text: string): boolean => !NO_TEXT.test(text);

/** A cell as it is named in a message: its beginning; what is no text is described. */
export function shown(text: string): string {
  if (!isText(text)) return `(${counted(text.length, "character")}, not all of them text)`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** The same in quotes, if it is text. */
export const quote = (text: string): string => (isText(text) ? `"${shown(text)}"` : shown(text));
