import type { DiaryLine, ExportModel, FilmLine, ReviewLine } from "./exportModel.ts";
import { dateOf, sifted } from "./sifted.ts";

export interface NaiveFigures {
  seen: number;
  rated: number;
  liked: number;
  viewings: number;
  rewatches: number;
  dated: number;
  /** Mean rating of the rated films. */
  average: number | null;
}

/**
 * The figures of an export by the rules of the `/about/` page, each counted on its own by looking
 * through all rows again and again: slow, and a second opinion on the reader's way of joining.
 */
export function naiveFigures(given: ExportModel, buildDate: string): NaiveFigures {
  const model = sifted(given, buildDate);
  const films = new Set<string>();
  for (const row of [...model.watched, ...model.ratings]) films.add(filmOf(row, model));
  for (const row of model.diary) films.add(filmOfEntry(row, model));
  for (const row of model.reviews) films.add(filmOfReview(row, model));

  const viewings = model.diary.filter(({ watched }) => watched !== null);
  const ratings = [...films].flatMap((film) => ratingOf(film, model, buildDate) ?? []);
  const liked = new Set(model.likes.map((row) => filmOf(row, model)));
  return {
    seen: films.size,
    rated: ratings.length,
    liked: [...liked].filter((film) => films.has(film)).length,
    viewings: viewings.length,
    rewatches: viewings.filter((row) => isRewatch(row, model)).length,
    dated: new Set(viewings.map((row) => filmOfEntry(row, model))).size,
    average: ratings.length === 0 ? null : ratings.reduce((sum, n) => sum + n, 0) / ratings.length,
  };
}

const isSameTitle = (a: FilmLine, b: FilmLine): boolean =>
  a.name.normalize("NFC") === b.name.normalize("NFC") && a.year === b.year;

/** Films that a row of Name and Year may mean; a title without any is the film of its own. */
function namesakes(row: FilmLine, model: ExportModel): string[] {
  const others = [...model.likes, ...model.watchlist, ...model.lists.flatMap(({ items }) => items)];
  for (const rows of [[...model.watched, ...model.ratings], others]) {
    const uris = rows.flatMap((one) => (isSameTitle(one, row) ? (one.uri ?? []) : []));
    if (uris.length > 0) return [...new Set(uris)];
  }
  return [`${row.name.normalize("NFC")} of ${row.year}`];
}

const filmOf = (row: FilmLine, model: ExportModel): string =>
  row.uri ?? namesakes(row, model)[0] ?? "";

/** The n-th entry of a title is of its n-th film, and all beyond are of the last. */
function filmOfEntry(row: DiaryLine, model: ExportModel): string {
  const films = namesakes(row, model);
  const before = model.diary.filter((one) => isSameTitle(one, row) && isEarlier(one, row, model));
  return films[Math.min(before.length, films.length - 1)] ?? "";
}

/** By Watched Date, then as they stand in the file; those without a day last. */
function isEarlier(one: DiaryLine, other: DiaryLine, { diary }: ExportModel): boolean {
  if (one.watched === other.watched) return diary.indexOf(one) < diary.indexOf(other);
  return one.watched !== null && (other.watched === null || one.watched < other.watched);
}

/**
 * A review belongs to its entry: of several with its address to that of its Watched Date, else to the
 * first. One without an entry belongs to the title's first film.
 */
function filmOfReview(row: ReviewLine, model: ExportModel): string {
  const entries = model.diary.filter((one) =>
    row.uri === null
      ? one.uri === null &&
        row.watched !== null &&
        one.watched === row.watched &&
        isSameTitle(one, row)
      : one.uri === row.uri,
  );
  const first = (some: DiaryLine[]) =>
    some.find((one) => some.every((other) => other === one || isEarlier(one, other, model)));
  const entry = first(entries.filter(({ watched }) => watched === row.watched)) ?? first(entries);
  return entry ? filmOfEntry(entry, model) : (namesakes(row, model)[0] ?? "");
}

const isRewatch = (row: DiaryLine, model: ExportModel): boolean =>
  row.rewatch ||
  model.diary.some(
    (one) => isEarlier(one, row, model) && filmOfEntry(one, model) === filmOfEntry(row, model),
  );

/** ratings.csv, else the viewing watched last, else the review written last, of the rated ones. */
function ratingOf(film: string, model: ExportModel, buildDate: string): number | null {
  const ratings = model.ratings.filter((row) => filmOf(row, model) === film);
  const viewings = model.diary.filter(
    (row) => row.watched !== null && filmOfEntry(row, model) === film,
  );
  const reviews = model.reviews.filter((row) => filmOfReview(row, model) === film);
  return (
    latest(ratings, (row) => dateOf(row, buildDate)) ??
    latest(viewings, ({ watched }) => watched) ??
    latest(reviews, (row) => dateOf(row, buildDate))
  );
}

/** The rating of the newest rated row; of several on one day, of the last in the file. */
function latest<Row extends { rating: number | null }>(
  rows: Row[],
  dayOf: (row: Row) => string | null,
): number | null {
  let best: Row | null = null;
  for (const row of rows) {
    if (row.rating === null) continue;
    if (best === null || (dayOf(row) ?? "") >= (dayOf(best) ?? "")) best = row;
  }
  return best?.rating ?? null;
}
