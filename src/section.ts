import { grouped } from "./counted.ts";

/** A part of what `doctor` says. */
export interface Section {
  title: string;
  /** Sentences before the fields. */
  remarks?: readonly string[];
  fields: readonly (readonly [name: string, value: string])[];
  /** Sentences after the fields. */
  notes?: readonly string[];
}

const NAME_WIDTH = 16;

export const sectionLines = ({ title, remarks = [], fields, notes = [] }: Section): string[] => [
  `\n${title}`,
  ...remarks.map((text) => `  ${text}`),
  ...fields.map(([name, value]) => `  ${name.padEnd(NAME_WIDTH)} ${value}`),
  ...notes.map((text) => `  ${text}`),
];

/** `a, b and 7 more`: so many at most by name. */
export function several(names: readonly string[], shown: number): string {
  if (names.length <= shown + 1) return names.join(", ");
  return `${names.slice(0, shown).join(", ")} and ${grouped(names.length - shown)} more`;
}
