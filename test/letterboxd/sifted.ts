import type { DiaryLine, ExportModel, FilmLine } from "./exportModel.ts";

/**
 * The rows that count on the build day, as they are understood: an entry once, no Watched Date still
 * to come, no Year that cannot be. A film row that lacks the Year which another one of its address has
 * stands there without it and with it, since entries may mean it by either; only with it if
 * another film of the Name really has none.
 */
export function sifted(model: ExportModel, buildDate: string): ExportModel {
  const isOdd = (row: FilmLine) => hasOddYear(row, buildDate);
  const seen = [...model.watched, ...model.ratings];
  const filmRows = filmRowsOf(model);
  const other = filmRows.slice(seen.length);
  const yearElsewhere = ({ uri }: FilmLine): number | null =>
    filmRows.find((one) => one.uri === uri && one.year !== null && !isOdd(one))?.year ?? null;
  const isYearless = (row: FilmLine) =>
    (row.year === null || isOdd(row)) && yearElsewhere(row) === null;
  const withAddress = <Row extends FilmLine>(row: Row, tier: FilmLine[]): Row[] => {
    if (row.year !== null && !isOdd(row)) return [row];
    const year = yearElsewhere(row);
    if (year === null) return [{ ...row, year }];
    const isTaken = tier.some((one) => one.uri !== null && isOfName(one, row) && isYearless(one));
    return isTaken
      ? [{ ...row, year }]
      : [
          { ...row, year: null },
          { ...row, year },
        ];
  };

  const tiers = [seen, other].map((rows) =>
    rows.filter(({ uri }) => uri !== null).flatMap((row) => withAddress(row, rows)),
  );
  /** Rows of Name and Year that no address is known for: films of their own, if no other has the title. */
  const own: FilmLine[] = [];
  const believed = <Row extends FilmLine>(row: Row): Row => {
    if (!isOdd(row)) return row;
    const films =
      [...tiers, own]
        .map((tier) => tier.filter((one) => isOfName(one, row)))
        .find((some) => some.length > 0) ?? [];
    if (films.some(({ year }) => year === null)) return { ...row, year: null };
    const isOne = new Set(films.map(({ uri, year }) => uri ?? year)).size === 1;
    return { ...row, year: isOne ? (films[0]?.year ?? null) : null };
  };
  /** Those with a Year first, and each stage knows what the ones before it have said. */
  const learn = (rows: FilmLine[]) => {
    const add = (row: FilmLine) => own.push({ ...row, uri: null });
    for (const row of rows.filter((row) => !isOdd(row))) add(row);
    for (const row of rows.filter(isOdd)) add(believed(row));
  };

  const films = <Row extends FilmLine>(rows: Row[], tier: FilmLine[]): Row[] =>
    rows.flatMap((row) => (row.uri === null ? [believed(row)] : withAddress(row, tier)));
  learn(filmRows.filter(({ uri }) => uri === null));
  const files = {
    watched: films(model.watched, seen),
    ratings: films(model.ratings, seen),
    likes: films(model.likes, other),
    watchlist: films(model.watchlist, other),
    lists: model.lists.map((list) => ({ ...list, items: films(list.items, other) })),
  };
  const lines = <Row extends DiaryLine>(rows: Row[]): Row[] =>
    rows
      .filter((row) => !isRepeat(row, rows, buildDate))
      .map((row) => untilTomorrow(row, buildDate));

  const diaryLines = lines(model.diary);
  learn(diaryLines);
  const diary = diaryLines.map(believed);
  const reviewLines = lines(model.reviews);
  learn(reviewLines.filter(({ uri }) => uri === null || diary.every((one) => one.uri !== uri)));
  return { ...files, diary, reviews: reviewLines.map(believed) };
}

/** All that hold a film's address: watched and ratings first. */
export const filmRowsOf = ({
  watched,
  ratings,
  likes,
  watchlist,
  lists,
}: ExportModel): FilmLine[] => [
  ...watched,
  ...ratings,
  ...likes,
  ...watchlist,
  ...lists.flatMap(({ items }) => items),
];

export const hasOddYear = ({ year }: FilmLine, buildDate: string): boolean =>
  year !== null && (year < 1870 || year > Number(buildDate.slice(0, 4)) + 10);

const isOfName = (a: FilmLine, b: FilmLine): boolean =>
  a.name.normalize("NFC") === b.name.normalize("NFC");

/** Whether another row has its address and Watched Date, and a newer Date or stands further down. */
const isRepeat = (row: DiaryLine, rows: DiaryLine[], buildDate: string): boolean =>
  row.uri !== null &&
  rows.some((one, at) => {
    if (one.uri !== row.uri || one.watched !== row.watched) return false;
    const [its, own] = [dateOf(one, buildDate), dateOf(row, buildDate)];
    return its > own || (its === own && at > rows.indexOf(row));
  });

/** The day of logging, if there is one and it may have come. */
export const dateOf = ({ date }: { date: string | null }, buildDate: string): string =>
  date !== null && daysAhead(date, buildDate) <= 1 ? date : "";

const daysAhead = (day: string, buildDate: string): number =>
  (Date.parse(day) - Date.parse(buildDate)) / 86_400_000;

/** Where the member lives it may be a day later. */
export function untilTomorrow<Row extends DiaryLine>(row: Row, buildDate: string): Row {
  return daysAhead(row.watched ?? buildDate, buildDate) > 1 ? { ...row, watched: null } : row;
}
