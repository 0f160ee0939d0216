import { separator } from "../counted.ts";
import type { Day } from "../day.ts";

/** A piece of a sentence: words, or what a page sets apart from them. */
export type Part =
  | string
  /** The address is whole: under the base path, or elsewhere. */
  | { text: string; href: string }
  | { day: Day }
  /** A rating, as stars. */
  | { stars: number }
  | { code: string }
  | { small: string }
  /** A letter that stands for a number. */
  | { variable: string }
  /** The colour that a chart uses for what is named next. */
  | { key: "you" | "other" | "bar" | "hollow" };

/** A sentence for readers, in the order in which it is read. */
export type RichText = Part[];

type Optional = Part | RichText | false | null | undefined;

const isPresent = (part: Part | false | null | undefined): part is Part => Boolean(part);

/** Parts put together. What is absent or empty is left out. */
export const phrase = (...parts: Optional[]): RichText => parts.flat().filter(isPresent);

/** Sentences with a blank between them. What is absent or empty is left out. */
export function sentences(...all: Optional[]): RichText {
  const present = all.map((sentence) => phrase(sentence)).filter(({ length }) => length > 0);
  return present.flatMap((sentence, i) => (i === 0 ? sentence : [" ", ...sentence]));
}

/** A name that leads to its page; the name alone where it has none. */
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
