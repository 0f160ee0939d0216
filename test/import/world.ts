import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type ImportOptions,
  type ImportSettings,
  importExport,
} from "../../src/import/importExport.ts";
import { defaultSettings, type Settings } from "../../src/settings.ts";
import { DIARY, RATINGS, REVIEWS, WATCHED } from "../letterboxd/exportText.ts";
import { zipBytes } from "../letterboxd/zipBytes.ts";
import { listFiles } from "../support/owner.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

export type Texts = Record<string, string | Buffer>;

/** An owner's folders: one with exports they have downloaded, and a data folder to import into. */
export interface World {
  dataDir: string;
  /** Writes files below the data folder. */
  hold(texts: Texts): void;
  /** A zip of these files among the downloads; its path. */
  download(texts: Texts, name?: string): string;
  /** A folder of these files among the downloads; its path. */
  unpack(texts: Texts, name?: string): string;
  import(path: string, options?: WorldOptions): Promise<void>;
  /** Every file of the data folder but history.csv with its text, one character a byte. */
  held(): Record<string, string>;
  /** The lines of history.csv below its heading. */
  history(): string[];
  /** What was said, paths shortened to `data` and `downloads`. */
  said(): string;
  /** The message and hint of the error that the import must end with, shortened in the same way. */
  refused(path: string, options?: WorldOptions): Promise<string>;
}

type WorldOptions = ImportOptions & {
  owner?: string;
  /** Everything but the name is public unless told. */
  publish?: Partial<Settings["publish"]>;
  hide?: Partial<Settings["site"]["hide"]>;
};

export function newWorld(): World {
  const home = temporaryFolder();
  const dataDir = join(home, "data");
  const lines: string[] = [];
  const short = (text: string) => text.replaceAll(`${home}/`, "");
  const run: World["import"] = (path, { publish = {}, hide = {}, owner = "", ...options } = {}) => {
    const log = { info: (text: string) => say(text), warn: (text: string) => say(`! ${text}`) };
    return importExport(path, settings(dataDir, { publish, hide, owner }), { log, ...options });
  };
  const say = (text: string) => void lines.push(short(text));
  return {
    dataDir,
    hold: (texts) => write(dataDir, texts),
    download(texts, name = "letterboxd-ida-2024-06-01-10-00-utc.zip") {
      const entries = Object.entries(texts).map(([file, content]) => ({ name: file, content }));
      write(home, { [`downloads/${name}`]: zipBytes(entries) });
      return join(home, "downloads", name);
    },
    unpack(texts, name = "letterboxd-ida") {
      write(join(home, "downloads", name), texts);
      return join(home, "downloads", name);
    },
    import: run,
    held: () =>
      Object.fromEntries(
        listFiles(dataDir)
          .filter((file) => file !== "history.csv")
          .map((file) => [file, readFileSync(join(dataDir, file), "latin1")]),
      ),
    history() {
      const [, ...lines] = readFileSync(join(dataDir, "history.csv"), "utf8").trimEnd().split("\n");
      return lines;
    },
    said: () => lines.join("\n"),
    async refused(path, options) {
      const error = await run(path, options).then(
        () => "",
        (reason: Error & { hint?: string }) => `${reason.name}: ${reason.message} ${reason.hint}`,
      );
      return short(error);
    },
  };
}

interface Chosen {
  publish: Partial<Settings["publish"]>;
  hide: Partial<Settings["site"]["hide"]>;
  owner: string;
}

const settings = (dataDir: string, { publish, hide, owner }: Chosen): ImportSettings => {
  const { site, publishSample } = defaultSettings();
  return {
    site: { ...site, owner, hide: { ...site.hide, ...hide } },
    dataDir,
    isDataDirFromShell: false,
    isLogPublic: false,
    sampleDir: join(dataDir, "sample"),
    buildDate: "2024-06-30",
    publish: { ...publishSample, name: false, ...publish },
  };
};

function write(folder: string, texts: Texts): void {
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** A watched.csv with films "Film 1" to "Film n", logged one a day from 2024-01-01. */
export const films = (count: number, from = 1): string =>
  `${WATCHED}${numbers(from, count)
    .map((n) => `${dayOf(n)},Film ${n},2000,https://boxd.it/f${n}\n`)
    .join("")}`;

/** A diary.csv with a viewing of each of these films, on the day after it was logged. */
export const viewings = (count: number, from = 1): string =>
  `${DIARY}${numbers(from, count)
    .map((n) => `${dayOf(n)},Film ${n},2000,https://boxd.it/e${n},,,,${dayOf(n + 1)}\n`)
    .join("")}`;

const numbers = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

const dayOf = (n: number): string =>
  new Date(Date.UTC(2024, 0, n)).toISOString().slice(0, "2024-01-01".length);

const PROFILE =
  'Date Joined,Username,Given Name,Family Name,Email Address,Location\n2020-01-01,ida,"Ida, ""I.""",Sample,ida@example.org,Malmö\n';
export const LIST = `Letterboxd list export v7
Date,Name,Tags,URL,Description
2024-02-20,By the Sea,,https://boxd.it/l1,

Position,Name,Year,URL,Description
1,Film 1,2000,https://boxd.it/f1,
`;

/** What the site uses of an export; the review holds a line end of its own kind. */
export const USED: Texts = {
  "watched.csv": films(10),
  "ratings.csv": `${RATINGS}2024-01-01,Film 1,2000,https://boxd.it/f1,4\n`,
  "diary.csv": `\ufeff${viewings(6)}`,
  "reviews.csv": `${REVIEWS}2024-01-01,Film 1,2000,https://boxd.it/e1,,,"Two\r\nlines",,2024-01-02\r\n`,
  "watchlist.csv": `${WATCHED}2024-01-01,Film 99,2030,https://boxd.it/f99\n`,
  "likes/films.csv": `${WATCHED}2024-01-01,Film 2,2000,https://boxd.it/f2\n`,
  "lists/by-the-sea.csv": LIST,
};
const UNUSED: Texts = {
  "profile.csv": PROFILE,
  "comments.csv": "Date,Content,Comment\n2024-01-01,https://boxd.it/x,Write to ida@example.org\n",
  "deleted/diary.csv": viewings(3, 50),
  "orphaned/diary.csv": viewings(1, 60),
  "likes/reviews.csv": "Date,Content\n",
  "likes/lists.csv": "Date,Content\n",
  "notes.csv": "ida@example.org\n",
};
/** The texts of a whole export. */
export const WHOLE = { ...USED, ...UNUSED };

/** One character a byte, as `World.held` gives them. */
export const asLatin1 = (texts: Texts) =>
  Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [file, Buffer.from(text).toString("latin1")]),
  );
