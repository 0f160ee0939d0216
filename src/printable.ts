/**
 * Control characters, and those that turn the direction of writing around: they show nothing and
 * garble what stands beside them. Tabs and line ends are none.
 */
const UNSEEN = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text of several lines without characters that only do harm. */
export const printable = (text: string): string => text.replace(UNSEEN, "");

/** The same for what stands within a line: a name, a tag, a message. */
export const printableLine = (text: string): string =>
  printable(text.replace(/[\t\n\u2028\u2029]+/g, " "));
