import { type Part, type RichText, withCommas } from "../../words/richText.ts";

/** A fact about a film, with its label. */
export interface Fact {
  label: string;
  value: RichText;
  /** The rest of a long list, which is closed at first. */
  more?: { summary: string; value: RichText };
}

/** A longer list shows its first names. */
const longList = 12;
const shownOfLong = 8;

/** A list of names. Of a long one the first are open and the rest closed. */
export function listFact(label: string, names: readonly Part[]): Fact {
  if (names.length <= longList) return { label, value: withCommas(names) };
  return {
    label,
    value: withCommas(names.slice(0, shownOfLong)),
    more: {
      summary: `${names.length - shownOfLong} more`,
      value: withCommas(names.slice(shownOfLong)),
    },
  };
}

/** The facts that have a value. */
export const known = (facts: Fact[]): Fact[] => facts.filter(({ value }) => value.length > 0);
