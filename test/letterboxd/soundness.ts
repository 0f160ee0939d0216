import assert from "node:assert/strict";
import { cleanText } from "../../src/cleanText.ts";
import { isDay } from "../../src/day.ts";
import type { Ledger } from "../../src/letterboxd/ledger.ts";
import { buildLibrary } from "../../src/library/library.ts";
import { summarise } from "../../src/stats/summary.ts";
import { faultsOf } from "../support/cleanedText.ts";

/**
 * Throws AssertionError if the figures of a ledger cannot all be true at once, whatever the export
 * says, if two films share an address, or if a text is not clean when it was cleaned.
 */
export function checkSound(ledger: Ledger): void {
  const library = buildLibrary(ledger, new Map());
  const { films, viewings, ratings, years, decades, ...rest } = summarise(library);

  assert.equal(films.matched + films.series + films.unmatched, films.seen, "matched and not");
  for (const part of ["dated", "rated", "liked"] as const) {
    assert.ok(films[part] <= films.seen, `${part} of seen`);
  }
  const given = Object.values(ratings.histogram);
  assert.equal(sum(given), films.rated, "the histogram holds the rated films");
  assert.equal(ratings.average === null, films.rated === 0, "an average of the rated films");
  assert.ok(
    ratings.average === null || (ratings.average >= 0.5 && ratings.average <= 5),
    "average",
  );

  assert.equal(sum(years.map((year) => year.viewings)), viewings.total, "viewings of the years");
  assert.equal(sum(years.map((year) => year.rewatches)), viewings.rewatches, "their rewatches");
  assert.ok(viewings.total - viewings.rewatches <= films.dated, "first watches");
  assert.ok(films.dated <= viewings.total, "dated films");

  assert.ok(
    viewings.last === null || viewings.last <= ledger.asOf,
    "no viewing after the as-of day",
  );
  assert.equal(ledger.newestDate ?? ledger.asOf, ledger.asOf, "one newest day");
  for (const { id } of decades) assert.ok(id >= "1870" && id < "2100", `decade ${id}`);

  const own = ledger.films.flatMap((film) => film.viewings);
  assert.deepEqual(new Set(own), new Set(ledger.viewings), "viewings of the films");
  assert.equal(own.length, ledger.viewings.length, "each viewing once");
  assert.equal(new Set(ledger.films.map(({ key }) => key)).size, ledger.films.length, "keys");
  const paths = new Set(library.films.map(({ path }) => path.toLowerCase()));
  assert.equal(paths.size, films.seen, "addresses");

  checkValues({ films, viewings, ratings, years, decades, ...rest }, "summary");
  checkValues(ledger.exceptions, "exceptions");
  for (const { year, rating, watchlisted } of ledger.films) {
    checkValues({ year, rating, watchlisted }, "film");
  }
  for (const { date, logged, rating } of ledger.viewings) {
    checkValues({ date, logged, rating }, "viewing");
  }
  for (const text of textsOf(ledger)) assert.deepEqual(faultsOf(cleanText(text)), [], text);
}

/** Everything that somebody typed as HTML. */
const textsOf = ({ films, viewings, lists }: Ledger): string[] => [
  ...films.flatMap(({ reviews }) => reviews.map(({ text }) => text)),
  ...viewings.flatMap(({ review }) => review ?? []),
  ...lists.flatMap(({ description, items }) => [description, ...items.map(({ note }) => note)]),
];

const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + n, 0);

const DAYS = [
  ...["asOf", "newestDate", "first", "last", "from", "to"],
  ...["watchlisted", "date", "logged"],
];

/** How far ratings moved, by its path: down or up. */
const isMove = (path: string): boolean => /\.drift\.\w+\.mean$/.test(path);

/** Numbers are finite and not negative, days are days. */
function checkValues(value: unknown, path: string): void {
  if (typeof value === "number") {
    assert.ok((value >= 0 || isMove(path)) && Number.isFinite(value), `${path}: ${value}`);
  }
  if (typeof value === "string" && DAYS.includes(path.split(".").at(-1) ?? "")) {
    assert.ok(isDay(value), `${path}: ${value}`);
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, inside] of Object.entries(value)) checkValues(inside, `${path}.${key}`);
}
