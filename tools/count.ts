import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readOptions, Usage } from "../src/commandLine/options.ts";
import { type Answers, readCache, readPages } from "./count/cache.ts";
import { type Comparison, compareFigures } from "./count/compare.ts";
import { compareRankings } from "./count/compareRankings.ts";
import { numberOfDay } from "./count/days.ts";
import { countFigures, readFilms } from "./count/figures.ts";
import type { Joined } from "./count/films.ts";
import { countKnown, knownFilms } from "./count/knownFilms.ts";
import { compareCanon, compareOwn, compareWatchlist } from "./count/listPages.ts";
import { countCanon, countOwn, countWatchlist, type ListCount } from "./count/lists.ts";
import { countRankings } from "./count/rankings.ts";
import { Uncountable } from "./count/rows.ts";

// Counts an unpacked export a second time, to check the figures of a site. It shares
// nothing with src/ but the reading of options, so anybody who doubts a figure can read these few
// files instead.

const usage = `npm run count -- FOLDER [SUMMARY.json] [--cache FOLDER] [--date YYYY-MM-DD] [--bulk-day N]

Counts an unpacked export a second time; with a summary.json it says whether the site says the same.
  --cache FOLDER     also counts every ranking, from TMDB's answers in this cache and from the
                     films.json beside summary.json
  --lists FOLDER     also counts the canon lists of this folder, the lists of the export and the
                     watchlist, and compares them with the pages of the site; needs --cache. A second
                     --lists replaces lists of the same file name
  --countries FIELD  the setting: origin or production (default: origin)
  --date YYYY-MM-DD  as of this day (default: today)
  --bulk-day N       viewings that make a day a filled-in one (default: 10)`;

try {
  const { values, positionals } = readOptions(
    {
      allowPositionals: true,
      options: {
        cache: { type: "string" },
        lists: { type: "string", multiple: true, default: [] },
        countries: { type: "string", default: "origin" },
        date: { type: "string" },
        "bulk-day": { type: "string", default: "10" },
      },
    },
    usage,
  );
  const [folder, summaryFile, ...others] = positionals;
  if (folder === undefined || others.length > 0) throw new Usage(`Usage: ${usage}`);
  const today = new Date().toISOString().slice(0, 10);
  const buildDate = dayFrom(values.date ?? (process.env.BUILD_DATE || today));
  const bulkDay = amountFrom(values["bulk-day"]);
  const counted = countFigures(folder, { buildDate, bulkDay });
  if (summaryFile === undefined) {
    if (values.lists.length > 0) throw new Uncountable("--lists needs a SUMMARY.json.");
    if (values.cache !== undefined) throw new Uncountable("--cache needs a SUMMARY.json.");
    process.stdout.write(`${JSON.stringify(counted, null, 2)}\n`);
  } else {
    const summary = readJson(summaryFile);
    const joined = readFilms(folder, buildDate);
    const answers = values.cache === undefined ? null : readCache(values.cache);
    const known =
      answers && knownFilms(joined, readJson(join(dirname(summaryFile), "films.json")), answers);
    if (values.lists.length > 0 && !known) throw new Uncountable("--lists needs --cache.");
    const comparisons = [
      compareFigures(counted, summary, known && countKnown(known)),
      ...(known
        ? [compareRankings(countRankings(known, fieldFrom(values.countries)), summary)]
        : []),
      ...(known && answers && values.cache !== undefined && values.lists.length > 0
        ? compareLists({
            site: dirname(dirname(summaryFile)),
            canon: countCanon(values.lists, known, answers),
            joined,
            answers,
            pages: readPages(values.cache),
          })
        : []),
    ];
    process.stdout.write(`${comparisons.flatMap(({ lines }) => lines).join("\n")}\n`);
    if (!comparisons.every(({ isSame }) => isSame))
      throw new Uncountable(`${summaryFile} is not what ${folder} holds.`);
  }
} catch (error) {
  const isHelp = error instanceof Usage && error.isAsked;
  if (!(error instanceof Uncountable) && !(error instanceof Usage)) throw error;
  (isHelp ? process.stdout : process.stderr).write(`${error.message}\n`);
  process.exitCode = isHelp ? 0 : 1;
}

function compareLists({
  site,
  canon,
  joined: { films, listed, wanted },
  answers,
  pages,
}: {
  site: string;
  canon: Map<string, ListCount>;
  joined: Joined;
  answers: Answers;
  pages: ReadonlyMap<string, string>;
}): Comparison[] {
  const seen = new Set(films);
  return [
    compareCanon(canon, site),
    // A site shows these only if they are published.
    ...(existsSync(join(site, "lists", "own")) ? [compareOwn(countOwn(listed, seen), site)] : []),
    ...(existsSync(join(site, "watchlist"))
      ? [compareWatchlist(countWatchlist(wanted, { seen, answers, pages }), site)]
      : []),
  ];
}

function dayFrom(text: string): string {
  if (numberOfDay(text) === null) throw new Uncountable(`${text} is not a day like 2024-01-31.`);
  return text;
}

function amountFrom(text: string): number {
  if (!/^[1-9]\d*$/.test(text))
    throw new Uncountable(`--bulk-day ${text} is not a whole number from 1 up.`);
  return Number(text);
}

function fieldFrom(text: string): "origin" | "production" {
  if (text !== "origin" && text !== "production")
    throw new Uncountable(`--countries ${text} is neither origin nor production.`);
  return text;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (isMissing) throw new Uncountable(`There is no file ${file}.`);
    if (error instanceof SyntaxError)
      throw new Uncountable(`${file} is not JSON: ${error.message}`);
    throw error;
  }
}
