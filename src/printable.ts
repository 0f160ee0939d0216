/**
 * Control characters and those that reverse the writing direction: they are invisible and garble the
 * text beside them. Tabs and line ends are allowed.
 */
const UNSEEN = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text of several lines without harmful characters. */
export const printable = (text: string): string => text.replace(UNSEEN, "");

/** The same for a single line: a name, a tag, a message. */
export const printableLine = (text: string): string =>
  printable(text.replace(/[\t\n\u2028\u2029]+/g, " "));
