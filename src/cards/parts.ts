import { colours } from "./colours.ts";
import { drawable } from "./drawable.ts";
import { sans, serif } from "./fonts.ts";
import { box, type Markup, stack, text } from "./markup.ts";

export interface Figure {
  label: string;
  value: string;
}

export interface FilmLine {
  name: string;
  year: number | null;
  rating: number | null;
}

/** The whole picture: the background, and its parts from top to bottom. */
export const sheet = (padding: string, ...children: (Markup | null | false)[]): Markup =>
  stack(
    {
      boxSizing: "border-box",
      width: "100%",
      height: "100%",
      padding,
      backgroundColor: colours.paper,
      color: colours.ink,
      fontFamily: serif,
    },
    ...children,
  );

/** The site's title and the kind of picture, on a strong line. */
export const heading = (title: string, kind: string, size: number): Markup =>
  box(
    {
      justifyContent: "space-between",
      alignItems: "flex-end",
      gap: size,
      paddingBottom: size * 0.35,
      borderBottom: `${Math.round(size / 14)}px solid ${colours.ink}`,
    },
    text(title, { fontSize: size, lineHeight: 1.1 }),
    text(kind, {
      fontFamily: sans,
      fontSize: size * 0.68,
      lineHeight: 1.3,
      color: colours.ink2,
      flexShrink: 0,
    }),
  );

/** Figures side by side between lines. A figure that the fonts cannot write is left out. */
export function figureRow(figures: readonly Figure[], size: number): Markup | null {
  const shown = figures.filter(({ label, value }) => drawable(label) && drawable(value));
  if (shown.length === 0) return null;
  return box(
    { borderTop: `1px solid ${colours.rule2}`, borderBottom: `1px solid ${colours.rule}` },
    ...shown.map(({ label, value }) =>
      stack(
        { flexGrow: 1, padding: `${size * 0.3}px ${size * 0.3}px ${size * 0.28}px 0` },
        text(label, {
          fontFamily: sans,
          fontSize: size * 0.4,
          lineHeight: 1.3,
          color: colours.ink2,
        }),
        text(value, { fontSize: size, lineHeight: 1.15 }),
      ),
    ),
  );
}

/** Films as rows of a ledger. A film whose name the fonts cannot write is left out. */
export function filmRows(
  films: readonly FilmLine[],
  { size, rows }: { size: number; rows: number },
): Markup | null {
  const shown = films.filter(({ name }) => drawable(name)).slice(0, rows);
  if (shown.length === 0) return null;
  return stack(
    {},
    ...shown.map(({ name, year, rating }) =>
      box(
        {
          alignItems: "center",
          gap: size * 0.5,
          padding: `${size * 0.24}px 0`,
          borderBottom: `1px solid ${colours.rule}`,
        },
        text(name, { fontSize: size, lineHeight: 1.2 }),
        text(year === null ? "" : `${year}`, {
          fontFamily: sans,
          fontSize: size * 0.6,
          color: colours.ink2,
          flexGrow: 1,
          flexShrink: 0,
        }),
        rating !== null && stars(rating, size * 0.66),
      ),
    ),
  );
}

const point = (angle: number, radius: number) =>
  `${(12 + radius * Math.sin(angle)).toFixed(2)},${(12.6 - radius * Math.cos(angle)).toFixed(2)}`;
const corner = (i: number) => point((i * Math.PI) / 5, i % 2 === 0 ? 12 : 4.7);
const wholeStar = Array.from({ length: 10 }, (_, i) => corner(i)).join(" ");
const halfStar = [0, 9, 8, 7, 6, 5].map(corner).join(" ");

/** ★★★½, drawn because the fonts have no star. */
function stars(rating: number, size: number): Markup {
  return {
    type: "svg",
    props: {
      // As wide as five stars, so that all rows begin at the same place.
      width: size * 5,
      height: size,
      viewBox: "0 0 120 24",
      style: { flexShrink: 0 },
      children: Array.from({ length: Math.ceil(rating) }, (_, i) => ({
        type: "polygon",
        props: {
          points: i < Math.floor(rating) ? wholeStar : halfStar,
          fill: colours.you,
          transform: `translate(${24 * i} 0)`,
        },
      })),
    },
  };
}

/** The font size of the first step that a text of this length fits. The last step fits all texts. */
export const sizeFor = (
  value: string,
  steps: readonly (readonly [length: number, size: number])[],
): number => steps.find(([length]) => value.length <= length)?.[1] ?? 0;
