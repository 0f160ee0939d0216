import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { quietLog } from "../src/log.ts";
import { type EnrichReport, enrich } from "../src/tmdb/enrich.ts";
import type { Match, Metadata } from "../src/tmdb/metadata.ts";
import { loadRecords, type Records } from "../test/tmdbServer/records.ts";
import { startTmdbServer, testTokens } from "../test/tmdbServer/server.ts";
import { run } from "./command.ts";
import { countOption, readOptions, Usage } from "./options.ts";

const usage = `npx node scripts/matchTrial.ts --truth ROWS --films FILMS [--series SERIES] [--worst N] [--all]

Measures the matching: films whose TMDB id is known, against the server that plays TMDB.
  --truth ROWS     JSON lines of name, year and tmdb_id, plain or gzipped, as the others
  --films FILMS    what TMDB knows: films in the shape of its details
  --series SERIES  and series
  --worst N        how many faults to show, 20 unless told
  --all            judges films too that nobody voted for, or whose year at TMDB is far off`;

const rowSchema = z.object({
  name: z.string(),
  year: z.number().int().nullable(),
  tmdb_id: z.number().int(),
});
type Row = z.infer<typeof rowSchema>;

const served = z.object({
  id: z.number(),
  title: z.string(),
  release_date: z.string().nullish(),
  vote_count: z.number().nullish(),
});
type Served = z.infer<typeof served>;

/** A film without votes, or of quite another year, is a fault of the data and none of the matching. */
function isFair({ year }: Row, film: Served | undefined): boolean {
  const released = /^\d{4}/.exec(film?.release_date ?? "")?.[0];
  if (!film?.vote_count || released === undefined) return false;
  const off = Number(released) - (year ?? Number(released));
  return off >= -2 && off <= 3;
}

interface Trial {
  /** By `key`. */
  metadata: Map<string, Metadata>;
  report: EnrichReport;
  counters: { search: number; details: number };
}

/** Matches the rows' films with an empty cache. */
async function attempt(rows: Row[], films: string, series: string | undefined): Promise<Trial> {
  const wanted = new Map(
    rows.map(({ name, year }) => [
      key({ name, year }),
      { key: key({ name, year }), uri: null, name, year },
    ]),
  );
  const server = await startTmdbServer({ films, ...(series && { series }) });
  const cacheDir = await mkdtemp(join(tmpdir(), "film-ledger-trial-"));
  try {
    const answer = await enrich({
      films: [...wanted.values()],
      seenCount: wanted.size,
      overrides: [],
      cacheDir,
      tmdb: {
        token: testTokens[0],
        apiUrl: server.url,
        requestsPerSecond: 2000,
        concurrency: 16,
      },
      offline: false,
      log: quietLog,
    });
    if (answer.report.failed.length > 0) {
      throw new Error(`${answer.report.failed.length} films failed`);
    }
    return { ...answer, counters: server.counters };
  } finally {
    await server.close();
    await rm(cacheDir, { recursive: true, force: true });
  }
}

function judge(rows: Row[], metadata: Map<string, Metadata>): Judged[] {
  return rows.map((row) => {
    const match = metadata.get(key(row))?.match;
    if (!match) throw new Error(`no answer for ${row.name}`);
    return { row, match, verdict: verdict(row, match) };
  });
}

function printFigures(judged: Judged[], { metadata, report, counters }: Trial): void {
  for (const one of ["right", "wrong", "unmatched"] as const) {
    const count = judged.filter(({ verdict }) => verdict === one).length;
    console.log(`${one.padEnd(10)}${`${count}`.padStart(6)}  ${percent(count, judged.length)}`);
  }
  const { requests, seconds } = report;
  const each = (requests / metadata.size).toFixed(3);
  console.log(
    `${requests} requests, ${each} a film (${counters.search} searches, ${counters.details} details); ${seconds.toFixed(1)} s.`,
  );
}

/** Wrong ones first, the surest of them before all. */
function printWorst(judged: Judged[], known: Map<number, Served>, count: number): void {
  const faults = new Map(
    judged.filter(({ verdict }) => verdict !== "right").map((fault) => [key(fault.row), fault]),
  );
  const worst = [...faults.values()].sort(
    (a, b) =>
      Number(b.verdict === "wrong") - Number(a.verdict === "wrong") ||
      b.match.confidence - a.match.confidence,
  );
  for (const { row, match } of worst.slice(0, count)) {
    const took = match.type === "movie" ? ` ${describe(known.get(match.id))}` : "";
    const target = match.type === "none" ? "unmatched" : `taken for ${match.type}/${match.id}`;
    console.log(
      `\n${row.name} (${row.year}) is ${row.tmdb_id} ${describe(known.get(row.tmdb_id))}`,
    );
    console.log(`  ${target}${took}; ${match.confidence}: ${match.reason}`);
  }
}

interface Judged {
  row: Row;
  match: Match;
  verdict: Verdict;
}

type Verdict = "right" | "wrong" | "unmatched";

function verdict({ tmdb_id }: Row, match: Match): Verdict {
  if (match.type === "none") return "unmatched";
  return match.type === "movie" && match.id === tmdb_id ? "right" : "wrong";
}

const key = ({ name, year }: Omit<Row, "tmdb_id">) => `${name} ${year ?? ""}`;

const percent = (count: number, of: number) => `${((100 * count) / of).toFixed(2)} %`;

const describe = (film: Served | undefined) =>
  film ? `“${film.title}” ${film.release_date}, ${film.vote_count} votes` : "(not served)";

const readFilms = (records: Records) =>
  new Map(read(records, (film) => served.parse(film)).map((film) => [film.id, film]));

function read<T>(records: Records, parse: (value: unknown) => T): T[] {
  return Array.from({ length: records.length }, (_, at) => parse(records.read(at)));
}

await run(async () => {
  const { values } = readOptions(
    {
      options: {
        truth: { type: "string" },
        films: { type: "string" },
        series: { type: "string" },
        worst: { type: "string", default: "20" },
        all: { type: "boolean", default: false },
      },
    },
    usage,
  );
  const { truth, films, series, all } = values;
  const worst = countOption("--worst", values.worst, usage);
  if (!truth || !films) throw new Usage(`--truth and --films are needed.\n${usage}`);
  const known = readFilms(loadRecords(films));
  const rows = read(loadRecords(truth), (row) => rowSchema.parse(row));
  const fair = all ? rows : rows.filter((row) => isFair(row, known.get(row.tmdb_id)));
  const trial = await attempt(fair, films, series);
  const judged = judge(fair, trial.metadata);
  const leftOut = rows.length - fair.length;
  console.log(`${fair.length} rows, ${trial.metadata.size} films; ${leftOut} rows left out.`);
  printFigures(judged, trial);
  printWorst(judged, known, worst);
});
