import { normaliseTitle, simplifiedForms, simplifyTitle } from "./normaliseTitle.ts";

/**
 * How strictly titles are compared, strictest first.
 *
 * - title: only case, accents and punctuation may differ
 * - spelling: words that catalogues spell in several ways may differ too
 * - first part: one title ends in "Part One", and is otherwise the same
 */
export type Likeness = "title" | "spelling" | "first part";

export function sameTitle(wanted: string, title: string, likeness: Likeness): boolean {
  if (likeness === "title") return normaliseTitle(wanted) === normaliseTitle(title);
  if (likeness === "spelling") return shareForm(simplifiedForms(wanted), simplifiedForms(title));
  const [long, short] = [wanted, title].map(simplifiedForms);
  const parts = (forms: string[] = []) =>
    forms.flatMap((form) => /^(.+) part 1$/.exec(form)?.[1] ?? []);
  return shareForm(parts(long), short ?? []) || shareForm(parts(short), long ?? []);
}

const shareForm = (a: string[], b: string[]): boolean => a.some((form) => b.includes(form));

/** The part before a colon, a dash between words or a bracket; null without one. */
export function shortTitle(title: string): string | null {
  const [, short] = /^(.{2,}?)\s*(?::\s|\s[-–—]\s|\s\()/.exec(title) ?? [];
  return short ?? null;
}

/** The number after the short title, such as 1 in “Kill Bill: Vol. 1”; null without one. */
export function partNumber(title: string): number | null {
  const rest = simplifyTitle(title).slice(simplifyTitle(shortTitle(title) ?? title).length);
  const [, number] = /^ (?:part |volume |chapter |episode |book )?(\d+)$/.exec(rest) ?? [];
  return number === undefined ? null : Number(number);
}
