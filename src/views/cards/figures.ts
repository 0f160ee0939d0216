import { drawable } from "../../cards/drawable.ts";
import type { Figure, FilmLine } from "../../cards/parts.ts";
import type { Day } from "../../day.ts";
import { createFormat, type Format } from "../../format.ts";
import type { Film } from "../../library/film.ts";
import type { Site } from "../../site.ts";
import { soundMean } from "../../stats/finding.ts";

const monthStarts = Array.from(
  { length: 12 },
  (_, i): Day => `2024-${`${i + 1}`.padStart(2, "0")}-01`,
);

/** The site's format, or the English one if the fonts cannot write its month names. */
export function cardFormat({ plainFormat: format, library }: Site): Format {
  const names = monthStarts.map(format.monthName);
  return names.every((name) => isWhole(name))
    ? format
    : createFormat({ exactDates: library.exactDates });
}

/** Whether the fonts can write the whole text. Without a word, a sentence may say something else. */
export const isWhole = (text: string): boolean =>
  drawable(text)?.replace(/\s/g, "") === text.normalize("NFC").replace(/\s/g, "");

export const figure = (label: string, value: string | null): Figure[] =>
  value === null ? [] : [{ label, value }];

/** Hours, and for how many films they are known if not for all. */
export const hours = (
  format: Format,
  {
    minutes,
    known,
    all,
    unit,
    name = "Hours",
  }: { minutes: number | null; known: number; all: number; unit: string; name?: string },
): Figure[] =>
  figure(
    known === all
      ? name
      : `${name}${name.includes(",") ? "," : ""} of ${format.count(known, unit)}`,
    minutes === null || known === 0 ? null : format.hours(minutes),
  );

/** The fonts cannot write every title; TMDB's title replaces one that they cannot write. */
export const filmLine = ({ name, year, rating, details }: Film, given = rating): FilmLine => ({
  name: drawable(name) === null ? (details?.title ?? name) : name,
  year,
  rating: given,
});

const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };

/** A mean with its number of ratings; empty if these are too few. */
export function average(format: Format, ratings: readonly number[]): Figure[] {
  const mean = soundMean(ratings);
  return figure(
    `Average of ${format.count(ratings.length, "rating")}`,
    mean === null ? null : format.average(mean),
  );
}

/**
 * ", 2nd most of 19 genres". Empty among equals, for the only one of its kind, and in the lower half,
 * where the place says little.
 */
export function place(format: Format, own: number, all: number[], unit: string): string {
  const rank = 1 + all.filter((other) => other > own).length;
  const isAlone = all.filter((other) => other === own).length === 1;
  if (!isAlone || all.length < 2 || rank > all.length / 2) return "";
  const most = rank === 1 ? "most" : `${rank}${endings[ordinals.select(rank)] ?? "th"} most`;
  return `, ${most} of ${format.count(all.length, unit)}`;
}
