import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Ledger, LedgerFilm } from "../../src/letterboxd/ledger.ts";
import { buildLibrary } from "../../src/library/library.ts";
import { summarise } from "../../src/stats/summary.ts";

const figure = z.number().nullable();
const day = z.string().nullable();
const text = z.string().nullable();
const counts = z.record(z.string(), z.int());
const span = z.strictObject({ length: z.int(), from: z.string(), to: z.string() }).nullable();
const year = z.int().nullable();

const figures = z
  .strictObject({
    export: z.strictObject({ asOf: day, newestDate: day, files: counts }).partial(),
    films: z
      .strictObject({ seen: z.int(), dated: z.int(), rated: z.int(), liked: z.int() })
      .partial(),
    viewings: z
      .strictObject({
        total: z.int(),
        rewatches: z.int(),
        first: day,
        last: day,
        bulkDays: z.int().nullable(),
      })
      .partial(),
    /** Of the histogram those ratings that were given. */
    ratings: z.strictObject({ average: figure, histogram: counts }).partial(),
    streaks: z.strictObject({ longestDays: span, longestWeeks: span, current: span }).partial(),
    longestGap: z.strictObject({ days: z.int(), from: z.string(), to: z.string() }).nullable(),
    years: z.array(
      z.strictObject({
        year: z.int(),
        viewings: z.int(),
        films: z.int(),
        rewatches: z.int(),
        averageRating: figure,
      }),
    ),
    /** Name, Year, rating, liked, days of the viewings; in the order of the export. */
    seenFilms: z.array(z.tuple([z.string(), year, figure, z.boolean(), z.array(z.string())])),
    /** Of the seen films, in the same order. */
    addresses: z.array(text),
    ratingsFrom: z.array(text),
    /** Name, Year, day it was put on the watchlist. */
    otherFilms: z.array(z.tuple([z.string(), year, day])),
    /** Day, Name, rating, rewatch, tags, review. */
    diary: z.array(
      z.tuple([z.string(), z.string(), figure, z.boolean(), z.array(z.string()), text]),
    ),
    /** Name, Year, text. */
    looseReviews: z.array(z.tuple([z.string(), year, z.string()])),
    /** Items: position, Name, note. */
    /** Watched Dates of the loose reviews, in the same order. */
    looseReviewDays: z.array(day),
    lists: z.array(
      z.strictObject({
        name: z.string(),
        date: day,
        tags: z.array(z.string()),
        description: z.string(),
        items: z.array(z.tuple([z.int(), z.string(), z.string()])),
      }),
    ),
    exceptions: z
      .strictObject({
        leftOut: counts,
        skipped: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
        leftAlone: z.array(z.string()),
        orphaned: counts,
        withoutAddress: counts,
        toCome: z.int(),
        joinedByOrder: z.int(),
      })
      .partial(),
  })
  .partial();

const complaint = z.strictObject({
  file: z.string(),
  line: z.int().nullable(),
  level: z.enum(["note", "warning"]),
  /** A part of the message. */
  text: z.string().min(1),
});

/** What a case's expected.json may say; a key that is misspelt would check nothing, so it is an error. */
const expectedSchema = z.union([
  figures.extend({ complaints: z.array(complaint) }),
  z.strictObject({ problem: z.string().min(1) }),
]);

export type ExpectedFigures = z.infer<typeof figures>;

/** Throws if the case has no expected.json. */
export const readExpected = (folder: string) =>
  expectedSchema.parse(JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")));

/** All that a case may speak of. */
export function actualFigures(ledger: Ledger): Required<ExpectedFigures> {
  const summary = summarise(buildLibrary(ledger, new Map()));
  const seen = ledger.films.filter((film) => film.seen);
  const given = Object.entries(summary.ratings.histogram).filter(([, films]) => films > 0);
  return {
    export: summary.export,
    films: summary.films,
    viewings: summary.viewings,
    ratings: { average: summary.ratings.average, histogram: Object.fromEntries(given) },
    streaks: summary.streaks,
    longestGap: summary.longestGap,
    years: summary.years,
    seenFilms: seen.map((film) => [film.name, film.year, film.rating, film.liked, daysOf(film)]),
    addresses: seen.map(({ uri }) => uri),
    ratingsFrom: seen.map(({ ratingFrom }) => ratingFrom),
    otherFilms: ledger.films
      .filter((film) => !film.seen)
      .map(({ name, year, watchlisted }) => [name, year, watchlisted]),
    diary: ledger.viewings.map(({ date, film, rating, rewatch, tags, review }) => [
      date,
      film.name,
      rating,
      rewatch,
      tags,
      review,
    ]),
    looseReviews: ledger.films.flatMap(({ name, year, reviews }) =>
      reviews.map(({ text }): [string, number | null, string] => [name, year, text]),
    ),
    looseReviewDays: ledger.films.flatMap(({ reviews }) => reviews.map(({ watched }) => watched)),
    lists: ledger.lists.map(({ items, uri: _, ...list }) => ({
      ...list,
      items: items.map(({ position, film, note }) => [position, film.name, note]),
    })),
    exceptions: ledger.exceptions,
  };
}

const daysOf = ({ viewings }: LedgerFilm) => viewings.map(({ date }) => date);
