import { dayAfter } from "./days.ts";
import { Namesakes, titleOf } from "./namesakes.ts";
import type { ExportRows, WrittenRow } from "./rows.ts";

/** A row that counts. */
export interface Row extends WrittenRow {
  /** Name and Year of its film. A row with a film's address may have two. */
  titles: [string, ...string[]];
}

/**
 * The rows that count on the day of building, by the rules in docs/export.md: each entry once, and none
 * with a Watched Date or Date in the future or an impossible Year.
 */
export function believable(written: ExportRows<WrittenRow>, buildDate: string): ExportRows<Row> {
  const lastDay = dayAfter(buildDate);
  const rows = withoutDatesAfter(lastDay, written);
  const lastYear = Number(buildDate.slice(0, 4)) + 10;
  const isOdd = ({ year }: WrittenRow) =>
    year !== "" && !(/^\d{4}$/.test(year) && Number(year) >= 1870 && Number(year) <= lastYear);

  const { watched, ratings, likes, watchlist, listItems } = rows;
  const filmRows = [...watched, ...ratings, ...likes, ...watchlist, ...listItems];
  const yearOf = new Map<string, string>();
  for (const row of filmRows) {
    if (row.year !== "" && !isOdd(row) && !yearOf.has(row.uri)) yearOf.set(row.uri, row.year);
  }
  const givenYear = (row: WrittenRow) => (isOdd(row) ? "" : row.year);
  const knownYear = (row: WrittenRow) => givenYear(row) || (yearOf.get(row.uri) ?? "");
  const tiers = [
    [...watched, ...ratings],
    [...likes, ...watchlist, ...listItems],
  ];
  /** Names of films that have no Year in any row. */
  const yearless = tiers.map(
    (some) =>
      new Set(
        some.filter((row) => row.uri !== "" && knownYear(row) === "").map(({ name }) => name),
      ),
  );
  const addressed = (row: WrittenRow, tier: number): Row => {
    const [given, known] = [givenYear(row), knownYear(row)];
    const title = titleOf(row.name, known);
    const isShort = given !== known && !yearless[tier]?.has(row.name);
    return { ...row, titles: isShort ? [title, titleOf(row.name, given)] : [title] };
  };
  const entry = (row: WrittenRow): Row => ({ ...row, titles: [titleOf(row.name, givenYear(row))] });

  const names = new Namesakes();
  for (const [tier, some] of tiers.entries()) {
    for (const row of some)
      if (row.uri !== "") names.add(tier, row.name, row.uri, addressed(row, tier).titles);
  }
  /** Rows that find their film by Name and Year. Those with a possible Year come first. */
  const settled = (some: WrittenRow[]): Map<WrittenRow, Row> => {
    const found = new Map<WrittenRow, Row>();
    const settle = (row: WrittenRow, title: string) => {
      found.set(row, { ...row, titles: [title] });
      names.add(2, row.name, title, [title]);
    };
    for (const row of some) if (!isOdd(row)) settle(row, titleOf(row.name, row.year));
    for (const row of some) {
      if (isOdd(row)) settle(row, names.titleFor(row.name) ?? titleOf(row.name, ""));
    }
    return found;
  };

  const loose = settled(filmRows.filter(({ uri }) => uri === ""));
  const films = (some: WrittenRow[], tier: number) =>
    some.map((row) => loose.get(row) ?? addressed(row, tier));
  const entries = (some: WrittenRow[]) =>
    withoutRepeats(some).map((row) =>
      row.watchedDate > lastDay ? { ...row, watchedDate: "" } : row,
    );
  const diary = entries(rows.diary);
  const settledDiary = settled(diary);
  const known = new Set(diary.map(({ uri }) => uri).filter((uri) => uri !== ""));
  const reviews = entries(rows.reviews);
  const settledReviews = settled(reviews.filter(({ uri }) => !known.has(uri)));
  return {
    watched: films(watched, 0),
    ratings: films(ratings, 0),
    likes: films(likes, 1),
    watchlist: films(watchlist, 1),
    listItems: films(listItems, 1),
    diary: diary.map((row) => settledDiary.get(row) ?? entry(row)),
    reviews: reviews.map((row) => settledReviews.get(row) ?? entry(row)),
  };
}

function withoutDatesAfter(lastDay: string, rows: ExportRows<WrittenRow>): ExportRows<WrittenRow> {
  const dated = (some: WrittenRow[]) =>
    some.map((row) => (row.date > lastDay ? { ...row, date: "" } : row));
  return {
    watched: dated(rows.watched),
    ratings: dated(rows.ratings),
    diary: dated(rows.diary),
    reviews: dated(rows.reviews),
    likes: dated(rows.likes),
    watchlist: dated(rows.watchlist),
    listItems: rows.listItems,
  };
}

/**
 * For each address and Watched Date the row with the newest Date; the last one if several are equal.
 */
function withoutRepeats(rows: WrittenRow[]): WrittenRow[] {
  const groups = Map.groupBy(rows, (row) =>
    row.uri === "" ? row : `${row.uri} ${row.watchedDate}`,
  );
  const staying = new Set(
    Array.from(groups.values(), (group) =>
      group.reduce((best, row) => (row.date >= best.date ? row : best)),
    ),
  );
  return rows.filter((row) => staying.has(row));
}
