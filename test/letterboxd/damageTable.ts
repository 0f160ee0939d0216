import type { Chance } from "./chance.ts";

/** Changes the records of a file; the first is the header, but in a list. */
export type TableDamage = (rows: string[][], chance: Chance) => string[][];

const ODD = [
  ...[
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "2024-02-30",
    "+275760-09-13",
    "2024-1-1",
    "31.12.99",
  ],
  ...["31/12/1999", "1/1/1", "0", "-1", "10", "5.5", "4.7", "1e3", "NaN", "Infinity", "4,5", "½"],
  ...["No", "TRUE", "__proto__", "constructor", "toString", "=1+1", "a\0b", "\uFEFF", "\u2028"],
  ...[" ", "'", "..", "/", "con", "https://", "https://boxd.it/", "javascript:alert(1)"],
  ...["https://letterboxd.com/film/x/", "Position", "Date", "Letterboxd list export v7"],
];

/** Does something to every cell of one column, or of all. */
const cells = (rows: string[][], change: (cell: string) => string): string[][] => {
  const [head = [], ...body] = rows;
  return [head, ...body.map((row) => row.map(change))];
};

/** Writes the days in another way; the parts are year, month, day. */
const days =
  (write: (year: string, month: string, day: string) => string): TableDamage =>
  (rows, chance) => {
    const share = chance.pick([1, 1, 0.5]);
    return cells(rows, (cell) => {
      const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell) ?? [];
      return year && chance.happens(share) ? write(year, month, day) : cell;
    });
  };

const column = (rows: string[][], chance: Chance): number =>
  chance.below(Math.max(1, ...rows.slice(0, 50).map(({ length }) => length)));

const renamed =
  (rename: (name: string) => string): TableDamage =>
  ([head = [], ...body], chance) => {
    const at = chance.below(head.length);
    return [head.map((name, i) => (i === at ? rename(name) : name)), ...body];
  };

/** What spreadsheets, scripts and careless hands do to a table, by name. */
export const tableDamages: Record<string, TableDamage> = {
  "a column missing": (rows, chance) => {
    const at = column(rows, chance);
    return rows.map((row) => row.toSpliced(at, 1));
  },
  "a column twice": (rows, chance) => {
    const at = column(rows, chance);
    return rows.map((row) => row.toSpliced(at, 0, row[at] ?? ""));
  },
  "an empty column": (rows, chance) => {
    const at = column(rows, chance);
    const [head = [], ...body] = rows;
    return [head, ...body.map((row) => row.map((cell, i) => (i === at ? "" : cell)))];
  },
  "added columns": (rows) => rows.map((row, i) => [...row, i === 0 ? "Genre" : "Drama", ""]),
  "columns in another order": (rows, chance) => {
    const order = chance.shuffled((rows[0] ?? []).map((_, i) => i));
    return rows.map((row) => order.map((from) => row[from] ?? ""));
  },
  "a header in capitals": ([head = [], ...body]) => [
    head.map((name) => name.toUpperCase()),
    ...body,
  ],
  "a misspelt column": renamed((name) => `${name.slice(0, -1)}x`),
  "a column with blanks": renamed((name) => ` ${name} `),
  "a Title column": ([head = [], ...body]) => [
    head.map((name) => (name === "Name" ? "Title" : name)),
    ...body,
  ],
  "a header twice": (rows, chance) => rows.toSpliced(chance.below(rows.length), 0, rows[0] ?? []),
  "no header": (rows) => rows.slice(1),
  "days like 31/12/2024": days((year, month, day) => `${day}/${month}/${year}`),
  "days like 12/31/24": days((year, month, day) => `${+month}/${+day}/${year.slice(2)}`),
  "days like 31.12.2024": days((year, month, day) => `${day}.${month}.${year}`),
  "days with a time": days((year, month, day) => `${year}-${month}-${day} 00:00:00`),
  "numbers like 4.0": (rows) => cells(rows, (cell) => (/^\d+$/.test(cell) ? `${cell}.0` : cell)),
  "numbers like 3,5": (rows) => cells(rows, (cell) => cell.replace(/^(\d)\.(\d)$/, "$1,$2")),
  "No for no rewatch": ([head = [], ...body]) => {
    const at = head.indexOf("Rewatch");
    const said = (cell: string) => (cell === "" ? "No" : cell);
    return [head, ...body.map((row) => row.map((cell, i) => (i === at ? said(cell) : cell)))];
  },
  "odd values": (rows, chance) => {
    const share = chance.pick([0.02, 0.1, 0.5]);
    return cells(rows, (cell) => (chance.happens(share) ? chance.pick(ODD) : cell));
  },
  "one odd value in a column": (rows, chance) => {
    const [at, odd] = [column(rows, chance), chance.pick(ODD)];
    const [head = [], ...body] = rows;
    return [head, ...body.map((row) => row.map((cell, i) => (i === at ? odd : cell)))];
  },
  "rows too short": (rows, chance) =>
    rows.map((row) => (chance.happens(0.2) ? row.slice(0, chance.below(row.length + 1)) : row)),
  "rows too long": (rows, chance) =>
    rows.map((row) => (chance.happens(0.2) ? [...row, chance.pick(ODD)] : row)),
  "rows twice": (rows, chance) => rows.flatMap((row) => (chance.happens(0.3) ? [row, row] : [row])),
  "rows in another order": ([head = [], ...body], chance) => [head, ...chance.shuffled(body)],
};
