import { separator } from "../counted.ts";
import type { Day } from "../day.ts";

/** A part of a sentence: words, a link, a day, or the colour of a mark in the chart above. */
export type Part =
  | string
  | { text: string; href: string | null }
  | { day: Day }
  | { colour: "you" | "other" | "bar" };

/** A sentence for readers. */
export type Text = readonly Part[];

/** `A, B and C`, each with a link to its page if there is one. */
export const linked = (
  things: readonly { name: string; path: string | null }[],
  href: (path: string) => string,
): Text =>
  things.flatMap(({ name, path }, i): Part[] => {
    const before = separator(i, things.length);
    return [...(before ? [before] : []), { text: name, href: path && href(path) }];
  });

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
