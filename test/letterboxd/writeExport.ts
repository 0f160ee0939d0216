import type { DiaryLine, ExportModel, FilmLine, ListModel } from "./exportModel.ts";

export interface Writing {
  /** Taken in turn, also inside fields. */
  lineEnds?: readonly ("\r\n" | "\n" | "\r")[];
  encoding?: "utf-8" | "utf-16le" | "utf-16be";
  bom?: boolean;
  /** Whether the last record ends with a line end. */
  lastLineEnd?: boolean;
  /** First line of a list file; it was empty until 2022. */
  listHead?: "Letterboxd list export v7" | "";
}

const FILM = ["Date", "Name", "Year", "Letterboxd URI"];
const ENTRY = ["Tags", "Watched Date"];
const LIST = ["Date", "Name", "Tags", "URL", "Description"];
const ITEM = ["Position", "Name", "Year", "URL", "Description"];

/** The files of an export as Letterboxd writes them, unless told otherwise. */
export function writeExport(model: ExportModel, writing: Writing = {}): Map<string, Buffer> {
  const { listHead = "Letterboxd list export v7" } = writing;
  const files: [string, string[][]][] = [
    ["watched.csv", [FILM, ...model.watched.map(film)]],
    [
      "ratings.csv",
      [[...FILM, "Rating"], ...model.ratings.map((line) => [...film(line), text(line.rating)])],
    ],
    [
      "diary.csv",
      [
        [...FILM, "Rating", "Rewatch", ...ENTRY],
        ...model.diary.map((line) => [...film(line), ...flags(line), ...entry(line)]),
      ],
    ],
    [
      "reviews.csv",
      [
        [...FILM, "Rating", "Rewatch", "Review", ...ENTRY],
        ...model.reviews.map((line) => [...film(line), ...flags(line), line.text, ...entry(line)]),
      ],
    ],
    ["watchlist.csv", [FILM, ...model.watchlist.map(film)]],
    ["likes/films.csv", [FILM, ...model.likes.map(film)]],
    ...model.lists.map((list): [string, string[][]] => [list.file, listRecords(list, listHead)]),
  ];
  return new Map(files.map(([name, records]) => [name, bytesOf(records, writing)]));
}

const film = ({ date, name, year, uri }: FilmLine): string[] => [
  date ?? "",
  name,
  text(year),
  uri ?? "",
];
const flags = ({ rating, rewatch }: DiaryLine): string[] => [text(rating), rewatch ? "Yes" : ""];
const entry = ({ tags, watched }: DiaryLine): string[] => [tags.join(", "), watched ?? ""];
const text = (value: number | null): string => (value === null ? "" : `${value}`);

const listRecords = ({ date, name, tags, description, items }: ListModel, head: string) => [
  [head],
  LIST,
  [date ?? "", name, tags.join(", "), "https://boxd.it/LiSt", description],
  [""],
  ITEM,
  ...items.map((item) => [
    text(item.position),
    item.name,
    text(item.year),
    item.uri ?? "",
    item.note,
  ]),
];

function bytesOf(
  records: string[][],
  { lineEnds = ["\r\n"], encoding = "utf-8", bom = false, lastLineEnd = true }: Writing,
): Buffer {
  const lines = records.map((cells) => cells.map(quoted).join(",")).join("\n");
  let turn = 0;
  const ended = `${bom ? "\uFEFF" : ""}${lines}${lastLineEnd ? "\n" : ""}`.replaceAll(
    "\n",
    () => lineEnds[turn++ % lineEnds.length] ?? "\n",
  );
  if (encoding === "utf-8") return Buffer.from(ended);
  const little = Buffer.from(ended, "utf16le");
  return encoding === "utf-16le" ? little : little.swap16();
}

/** RFC 4180: quoted if and only if the field holds a comma, a quote or a line end. */
const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
