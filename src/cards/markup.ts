import { drawable } from "./drawable.ts";

/** An element, in the form that satori accepts instead of React's. */
export interface Markup {
  type: string;
  props: { style?: Style; children?: Markup[] | string; [attribute: string]: unknown };
}

export type Style = Record<string, string | number>;

/** A picture that can be drawn: pixels wide and high. */
export interface Picture {
  width: number;
  height: number;
  markup: Markup;
}

type Child = Markup | null | false;

/** A flex box. Children that are null or false are left out. */
export const box = (style: Style, ...children: Child[]): Markup => ({
  type: "div",
  props: { style: { display: "flex", ...style }, children: children.filter(isMarkup) },
});

/** A flex box whose children are one below the other. */
export const stack = (style: Style, ...children: Child[]): Markup =>
  box({ flexDirection: "column", ...style }, ...children);

/**
 * A text of at most `lines` lines. If it is cut, the last line ends in an ellipsis. Words that the
 * packaged fonts cannot write are left out.
 */
export const text = (
  value: string,
  { lines = 1, ...style }: Style & { lines?: number },
): Markup => ({
  type: "div",
  props: {
    style: { display: "block", lineClamp: lines, overflowWrap: "anywhere", ...style },
    children: drawable(value) ?? "",
  },
});

/** All texts of a picture, in order. */
export function textsOf({ props: { children } }: Markup): string[] {
  if (typeof children === "string") return children === "" ? [] : [children];
  return (children ?? []).flatMap(textsOf);
}

const isMarkup = (child: Child): child is Markup => child !== null && child !== false;
