import { colours } from "./colours.ts";
import { type Column, columnChart, isReadable } from "./columns.ts";
import { drawable } from "./drawable.ts";
import { type Markup, type Picture, stack, text } from "./markup.ts";
import {
  type Figure,
  type FilmLine,
  figureRow,
  filmRows,
  heading,
  sheet,
  sizeFor,
} from "./parts.ts";

/** The contents of a card for link previews, 1200 × 630, as Open Graph and Twitter require. */
export interface WideCard {
  siteTitle: string;
  /** The kind of page: "Director". */
  kind: string;
  /** The name at the top of the page; absent for the dashboard. */
  name?: string;
  /** The finding. Without a name it is the main text. */
  sentence: string;
  figures: readonly Figure[];
  /** The foot shows the columns or the films. */
  columns?: readonly Column[];
  films?: readonly FilmLine[];
}

const side = 60;
const width = 1200;

/** Font sizes by the number of letters that fit into one or two lines. */
const titleSizes = [
  [6, 150],
  [20, 128],
  [27, 108],
  [36, 84],
  [60, 72],
  [Infinity, 60],
] as const;
const sentenceSizes = [
  [20, 120],
  [28, 100],
  [36, 80],
  [42, 70],
  [49, 61],
  [Infinity, 52],
] as const;

export function wideCard({
  siteTitle,
  kind,
  name,
  sentence,
  figures,
  columns = [],
  films = [],
}: WideCard): Picture {
  const title = name === undefined ? null : (drawable(name) ?? kind);
  return {
    width,
    height: 630,
    markup: sheet(
      `40px ${side}px 36px`,
      heading(siteTitle, kind, 34),
      title === null
        ? stack({ flexGrow: 1, justifyContent: "center" }, ...clauses(sentence))
        : stack(
            { flexGrow: 1, justifyContent: "center" },
            text(title, {
              lines: 2,
              fontSize: sizeFor(title, titleSizes),
              lineHeight: 1.04,
              marginLeft: -4,
              color: colours.you,
            }),
            text(sentence, { fontSize: 38, lineHeight: 1.2, marginTop: 2, marginBottom: 8 }),
          ),
      figureRow(figures, 50),
      isReadable(columns)
        ? stack(
            { marginTop: 16 },
            columnChart(columns, {
              width: width - 2 * side,
              height: title === null ? 116 : 92,
              fontSize: 19,
            }),
          )
        : films.length > 0 && stack({ marginTop: 4 }, filmRows(films, { size: 31, rows: 3 })),
    ),
  };
}

/** Starts a new line after a semicolon. */
function clauses(sentence: string): Markup[] {
  const parts = sentence.split(/(?<=;) /);
  const longest = parts.toSorted((a, b) => b.length - a.length)[0] ?? "";
  const fontSize = sizeFor(longest, sentenceSizes);
  return parts.map((part) => text(part, { lines: 2, fontSize, lineHeight: 1.08 }));
}
