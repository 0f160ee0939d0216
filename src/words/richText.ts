import { separator } from "../counted.ts";
import type { Day } from "../day.ts";

/** A piece of a sentence: plain words, or something that a page marks up. */
export type Part =
  | string
  /** The address is complete: it includes the base path, or is of another site. */
  | { text: string; href: string }
  /** A date; with an address it is a link to its place in the diary. */
  | { day: Day; href?: string }
  /** A rating, as stars. */
  | { stars: number }
  | { code: string }
  | { small: string }
  /** A letter that stands for a number. */
  | { variable: string }
  /** The colour of a chart that the next words explain. */
  | { key: "you" | "other" | "bar" | "hollow" };

/** A sentence for readers, as its pieces in order. */
export type RichText = Part[];

type Optional = Part | RichText | false | null | undefined;

const isPresent = (part: Part | false | null | undefined): part is Part => Boolean(part);

/** Joins parts. Absent and empty ones are left out. */
export const phrase = (...parts: Optional[]): RichText => parts.flat().filter(isPresent);

/** Joins sentences with a space. Absent and empty ones are left out. */
export function sentences(...all: Optional[]): RichText {
  const present = all.map((sentence) => phrase(sentence)).filter(({ length }) => length > 0);
  return present.flatMap((sentence, i) => (i === 0 ? sentence : [" ", ...sentence]));
}

/** A name linked to its page, or just the name if it has none. */
export const link = (text: string, href: string | null | undefined): Part =>
  href ? { text, href } : text;

/** `a, b, c` */
export const withCommas = (items: readonly (Part | RichText)[]): RichText =>
  items.flatMap((item, i) => phrase(i > 0 && ", ", item));

/** `a, b and c` */
export const enumerated = (items: readonly (Part | RichText)[]): RichText =>
  items.flatMap((item, i) => phrase(separator(i, items.length), item));

/** `A, B and C`, each with a link to its page if there is one. */
export const linked = (
  things: readonly { name: string; path: string | null }[],
  href: (path: string) => string,
): RichText => enumerated(things.map(({ name, path }) => link(name, path && href(path))));

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
