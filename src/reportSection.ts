/** A titled part of a command's report. */
export interface ReportSection {
  title: string;
  /** Sentences before the fields. */
  remarks?: readonly string[];
  fields: readonly (readonly [name: string, value: string])[];
  /** Sentences after the fields. */
  notes?: readonly string[];
}

const NAME_WIDTH = 16;

export const reportLines = ({
  title,
  remarks = [],
  fields,
  notes = [],
}: ReportSection): string[] => [
  `\n${title}`,
  ...remarks.map((text) => `  ${text}`),
  ...fields.map(([name, value]) => `  ${name.padEnd(NAME_WIDTH)} ${value}`),
  ...notes.map((text) => `  ${text}`),
];
