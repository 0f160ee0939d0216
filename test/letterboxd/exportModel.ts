import type {
  DiaryRow,
  FilmRow,
  ListItemRow,
  ListRows,
  RatingRow,
  ReviewRow,
} from "../../src/letterboxd/rows.ts";

/** What a row says, without where it stands and what follows from it. */
type Said<Row> = Omit<Row, "line" | "nameKey" | "yearFault" | "isInFuture">;

export type FilmLine = Said<FilmRow>;
type RatingLine = Said<RatingRow>;
export type DiaryLine = Said<DiaryRow>;
export type ReviewLine = Said<ReviewRow>;
type ListLine = Said<ListItemRow>;
export type ListModel = Omit<ListRows, "items"> & { items: ListLine[] };

/** A whole export as the rows of its files, in file order. */
export interface ExportModel {
  watched: FilmLine[];
  ratings: RatingLine[];
  diary: DiaryLine[];
  reviews: ReviewLine[];
  watchlist: FilmLine[];
  likes: FilmLine[];
  /** In order of their file names. */
  lists: ListModel[];
}

export const PARTS = [
  "watched",
  "ratings",
  "diary",
  "reviews",
  "watchlist",
  "likes",
  "lists",
] as const;
export type Part = (typeof PARTS)[number];

/** The export without the files of all other parts. */
export function onlyParts(model: ExportModel, parts: readonly Part[]): ExportModel {
  const left = { ...model };
  for (const part of PARTS) if (!parts.includes(part)) left[part] = [];
  return left;
}

/** The part that a file belongs to: `likes/films.csv` to `likes`. */
export const partOf = (file: string): Part | undefined =>
  PARTS.find((part) => file.startsWith(part === "watched" ? "watched." : part));
