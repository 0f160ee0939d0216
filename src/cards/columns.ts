import { soleFirst } from "../stats/finding.ts";
import { colours } from "./colours.ts";
import { sans } from "./fonts.ts";
import { box, type Markup, stack, text } from "./markup.ts";

export interface Column {
  value: number;
  /** Under the column. */
  label?: string;
  /** On top of it. */
  figure?: string;
  /** Drawn in the owner's colour. */
  isStrong?: boolean;
}

/** With more columns than this, labels and figures are wider than columns. */
const mostColumns = 160;

/** Whether this many columns are readable on a card. */
export const isReadable = (columns: readonly Column[]): boolean =>
  columns.length > 1 && columns.length <= mostColumns && columns.some(({ value }) => value > 0);

/** The same columns, with the strong colour for the largest one, if there is one. */
export function withLargest(columns: readonly Column[]): Column[] {
  const first = soleFirst(columns, ({ value }) => value);
  return columns.map((column) => ({ ...column, isStrong: column === first }));
}

/** A column chart that starts at zero, on a base line. */
export function columnChart(
  columns: readonly Column[],
  {
    width,
    height,
    fontSize,
  }: {
    width: number;
    /** Of the largest column. */
    height: number;
    fontSize: number;
  },
): Markup {
  // A single viewing would otherwise be as high as the picture allows.
  const highest = Math.max(4, ...columns.map(({ value }) => value));
  const step = width / columns.length;
  const gap = Math.min(24, Math.max(1, step * 0.18));
  const line = {
    fontFamily: sans,
    fontSize,
    lineHeight: 1.25,
    color: colours.ink2,
    whiteSpace: "nowrap",
  };
  const hasLabels = columns.some(({ label }) => label !== undefined);
  const pixels = (value: number) =>
    value === 0 ? 0 : Math.max(2, Math.round((value / highest) * height));

  return stack(
    { width },
    box(
      { alignItems: "flex-end", borderBottom: `2px solid ${colours.ink}` },
      ...columns.map(({ value, figure, isStrong = false }) => {
        const color = isStrong ? colours.you : colours.ink2;
        return stack(
          { width: step, alignItems: "center" },
          figure !== undefined && text(figure, { ...line, color }),
          box({
            width: step - gap,
            height: pixels(value),
            backgroundColor: isStrong ? colours.you : colours.bar,
          }),
        );
      }),
    ),
    hasLabels &&
      box(
        { marginTop: fontSize / 3 },
        ...columns.map(({ label }) =>
          box({ width: step, justifyContent: "center" }, label !== undefined && text(label, line)),
        ),
      ),
  );
}
