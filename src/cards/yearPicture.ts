import { colours } from "./colours.ts";
import { type Column, columnChart, isReadable } from "./columns.ts";
import { sans } from "./fonts.ts";
import { box, type Picture, stack, text } from "./markup.ts";
import { type Figure, type FilmLine, figureRow, filmRows, heading, sheet } from "./parts.ts";

/** The contents of a year's pictures. */
export interface YearPicture {
  siteTitle: string;
  year: string;
  sentence: string;
  /** A column per month. */
  months: readonly Column[];
  figures: readonly Figure[];
  films: readonly FilmLine[];
  /** The heading of the films: "Rated highest". */
  filmsAre: string;
  /** Sentences, such as the most seen director, only in the portrait. */
  remarks: readonly string[];
  /** At the foot: the owner's name, if it is public, and the site's address. */
  signature: readonly string[];
}

/** The number of films that fit a portrait. */
export const filmRoom = (remarks: readonly string[]): number => Math.max(4, 6 - remarks.length);

/** 1080 × 1920. Top and bottom stay empty, because stories put their own buttons there. */
export function portrait({
  siteTitle,
  year,
  sentence,
  months,
  figures,
  films,
  filmsAre,
  remarks,
  signature,
}: YearPicture): Picture {
  const rows = Math.min(films.length, filmRoom(remarks));
  // A line of 42 px has room for about 60 letters.
  const remarkSize = remarks.some(({ length }) => length > 60) ? 36 : 42;
  // With few films the chart gets the room that is left.
  const height = rows < 4 ? 320 : 190;
  return {
    width: 1080,
    height: 1920,
    markup: sheet(
      "130px 84px 100px",
      heading(siteTitle, "A year in films", 46),
      text(year, {
        fontSize: 410,
        lineHeight: 0.86,
        marginTop: 24,
        marginLeft: -12,
        color: colours.you,
      }),
      text(sentence, {
        lines: 3,
        fontSize: 60,
        lineHeight: 1.08,
        marginTop: 20,
        textWrap: "balance",
      }),
      stack(
        { flexGrow: 1, justifyContent: "center" },
        isReadable(months) && columnChart(months, { width: 912, height, fontSize: 27 }),
      ),
      // Four figures are wider than the picture, and the chart shows the fourth, the fullest month.
      figureRow(figures.slice(0, 3), 66),
      rows > 0 &&
        stack(
          { marginTop: 34 },
          text(filmsAre, { fontFamily: sans, fontSize: 28, color: colours.ink2 }),
          filmRows(films, { size: 48, rows }),
        ),
      remarks.length > 0 &&
        stack(
          { marginTop: 30 },
          ...remarks.map((remark) =>
            text(remark, { lines: 2, fontSize: remarkSize, lineHeight: 1.3 }),
          ),
        ),
      signed(signature, 28),
    ),
  };
}

/** 1080 × 1080 */
export function square({
  siteTitle,
  year,
  sentence,
  months,
  figures,
  films,
  signature,
}: YearPicture): Picture {
  return {
    width: 1080,
    height: 1080,
    markup: sheet(
      "60px 68px 52px",
      heading(siteTitle, "A year in films", 38),
      box(
        { alignItems: "center", gap: 48, marginTop: 20 },
        text(year, {
          fontSize: 270,
          lineHeight: 0.9,
          marginLeft: -8,
          color: colours.you,
          flexShrink: 0,
        }),
        text(sentence, { lines: 4, fontSize: 48, lineHeight: 1.08, textWrap: "balance" }),
      ),
      stack(
        { flexGrow: 1, justifyContent: "center" },
        isReadable(months) && columnChart(months, { width: 944, height: 120, fontSize: 23 }),
      ),
      figureRow(figures, 56),
      films.length > 0 && stack({ marginTop: 8 }, filmRows(films, { size: 38, rows: 3 })),
      signed(signature, 23),
    ),
  };
}

const signed = (signature: readonly string[], size: number) =>
  signature.length > 0 &&
  box(
    { justifyContent: "space-between", gap: size, marginTop: size },
    ...signature.map((part, i) =>
      text(part, {
        fontFamily: sans,
        fontSize: size,
        color: colours.ink2,
        // If a long name and the address do not fit, the name is cut.
        flexShrink: i === signature.length - 1 ? 0 : 1,
      }),
    ),
  );
