import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { runCommand } from "../src/commandLine/command.ts";
import { countOption, readOptions, Usage } from "../src/commandLine/options.ts";
import { quietLog } from "../src/log.ts";
import { createApi } from "../src/tmdb/client/api.ts";
import { createClient } from "../src/tmdb/client/client.ts";
import { realTiming } from "../src/tmdb/client/timing.ts";
import { enrich } from "../src/tmdb/enrich/enrich.ts";
import { normaliseTitle } from "../src/tmdb/match/normaliseTitle.ts";
import { searchMatch } from "../src/tmdb/match/search.ts";
import { GUESS_CONFIDENCE } from "../src/tmdb/match/searchResults.ts";
import type { Match, Metadata } from "../src/tmdb/metadata.ts";
import type { EnrichReport } from "../src/tmdb/report/enrichReport.ts";
import type { Counters } from "../test/tmdbServer/counters.ts";
import { loadRecords, type Records } from "../test/tmdbServer/records.ts";
import { startTmdbServer, type TmdbServer, testTokens } from "../test/tmdbServer/server.ts";

const usage = `npx node tools/matchTrial.ts --truth ROWS --films FILMS [--series SERIES] [--worst N] [--all]

Measures the matching: films whose TMDB id is known, against the server that plays TMDB. They are split into
two halves by id: rules are made after faults of half A, which alone are shown, and half B judges them. Films of FILMS with a better known namesake within two years are matched as well, each as if
it were the only one of its export.
  --truth ROWS     JSON lines of name, year and tmdb_id; all files may be gzipped
  --films FILMS    TMDB's films, in the shape of its details
  --series SERIES  TMDB's series
  --worst N        number of errors of half A to show (default: 20)
  --all            includes films without votes, or with a distant year at TMDB`;

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

/** A film without votes, or with a distant year, is an error of the data and not of the matching. */
function isFair({ year }: Row, film: Served | undefined): boolean {
  const own = released(film);
  if (!film?.vote_count || own === null) return false;
  const off = own - (year ?? own);
  return off >= -2 && off <= 3;
}

function released(film: Served | undefined): number | null {
  const [year] = /^\d{4}/.exec(film?.release_date ?? "") ?? [];
  return year === undefined ? null : Number(year);
}

interface Trial {
  /** By `key`. */
  metadata: Map<string, Metadata>;
  report: EnrichReport;
  counters: Counters;
}

/** Matches the rows' films together, with an empty cache. */
async function attempt(rows: Row[], server: TmdbServer): Promise<Trial> {
  const wanted = new Map(
    rows.map(({ name, year }) => [
      key({ name, year }),
      { key: key({ name, year }), uri: null, name, year },
    ]),
  );
  const cacheDir = await mkdtemp(join(tmpdir(), "film-ledger-trial-"));
  try {
    const answer = await enrich({
      films: [...wanted.values()],
      seenCount: wanted.size,
      overrides: [],
      cacheDir,
      tmdb: tmdbOf(server),
      offline: false,
      log: quietLog,
    });
    if (answer.report.failed.length > 0) {
      throw new Error(`${answer.report.failed.length} films failed`);
    }
    return { ...answer, counters: server.counters };
  } finally {
    await rm(cacheDir, { recursive: true, force: true });
  }
}

/** Matches each of the rows' films as the only one of its export. */
async function attemptAlone(rows: Row[], server: TmdbServer): Promise<Judged[]> {
  const api = createApi(createClient({ ...tmdbOf(server), timing: realTiming }));
  return Promise.all(
    rows.map(async (row) => {
      const match = await searchMatch({ name: row.name, year: row.year }, api);
      return { row, match, verdict: verdict(row, match) };
    }),
  );
}

const tmdbOf = (server: TmdbServer) => ({
  token: testTokens[0],
  apiUrl: server.url,
  requestsPerSecond: 2000,
  concurrency: 16,
});

interface Outshone extends Row {
  votes: number;
}

/**
 * The films of FILMS that a better known namesake of another year, at most two away, may pass for. The
 * export would give them TMDB's title and year.
 */
function outshone(known: Map<number, Served>): Outshone[] {
  const films = [...known.values()].flatMap((film) => {
    const year = released(film);
    return year === null ? [] : [{ ...film, year, votes: film.vote_count ?? 0 }];
  });
  const namesakes = Map.groupBy(films, ({ title }) => normaliseTitle(title));
  return films
    .filter(({ title, year, votes }) =>
      namesakes
        .get(normaliseTitle(title))
        ?.some(
          (other) => other.votes > votes && other.year !== year && Math.abs(other.year - year) <= 2,
        ),
    )
    .map(({ title, year, id, votes }) => ({ name: title, year, tmdb_id: id, votes }));
}

/** Ranges of votes that are counted together: films with fewer votes are seen less often. */
const BANDS = [
  [50, Number.POSITIVE_INFINITY],
  [10, 49],
  [1, 9],
] as const;

function judge(rows: Row[], metadata: Map<string, Metadata>): Judged[] {
  return rows.map((row) => {
    const match = metadata.get(key(row))?.match;
    if (!match) throw new Error(`no answer for ${row.name}`);
    return { row, match, verdict: verdict(row, match) };
  });
}

function printFigures(name: string, judged: Judged[]): void {
  const figures = verdicts.map((one) => {
    const count = judged.filter(({ verdict }) => verdict === one).length;
    return `${count} ${one} (${percent(count, judged.length)})`;
  });
  const films = new Set(judged.map(({ row }) => key(row))).size;
  console.log(`${name}: ${judged.length} rows, ${films} films: ${figures.join(", ")}`);
}

function printRequests({ metadata, report, counters }: Trial): void {
  const ofSeries = [...counters.paths]
    .filter(([path]) => /^\/3\/(search\/tv|tv\/)/.test(path))
    .reduce((sum, [, count]) => sum + count, 0);
  const each = (requests: number) => (requests / metadata.size).toFixed(3);
  console.log(
    `${report.requests} requests, ${each(report.requests)} a film; without ${ofSeries} about series ${each(report.requests - ofSeries)}`,
  );
}

/** Wrong ones first, those with the highest confidence at the top. */
function printWorst(judged: Judged[], known: Map<number, Served>, count: number): void {
  const faults = new Map(
    judged.filter(({ verdict }) => verdict !== "right").map((fault) => [key(fault.row), fault]),
  );
  const worst = [...faults.values()].sort(
    (a, b) =>
      Number(a.verdict === "unmatched") - Number(b.verdict === "unmatched") ||
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

const verdicts = ["right", "wrong", "wrongly guessed", "unmatched"] as const;
type Verdict = (typeof verdicts)[number];

const isInHalfA = ({ row }: Judged): boolean => row.tmdb_id % 2 === 0;

function verdict({ tmdb_id }: Row, match: Match): Verdict {
  if (match.type === "none") return "unmatched";
  if (match.type === "movie" && match.id === tmdb_id) return "right";
  return match.confidence > GUESS_CONFIDENCE ? "wrong" : "wrongly guessed";
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

await runCommand(async () => {
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
  if (!truth || !films) throw new Usage(`--truth and --films are required.\n${usage}`);
  const known = readFilms(loadRecords(films));
  const rows = read(loadRecords(truth), (row) => rowSchema.parse(row));
  const fair = all ? rows : rows.filter((row) => isFair(row, known.get(row.tmdb_id)));
  const server = await startTmdbServer({ films, ...(series && { series }) });
  try {
    const trial = await attempt(fair, server);
    const judged = judge(fair, trial.metadata);
    console.log(`${rows.length - fair.length} of ${rows.length} rows left out.`);
    printFigures("All", judged);
    printFigures("Half A", judged.filter(isInHalfA));
    printFigures(
      "Half B",
      judged.filter((one) => !isInHalfA(one)),
    );
    printRequests(trial);
    const alone = outshone(known);
    for (const [from, to] of BANDS) {
      const ofBand = alone.filter(({ votes }) => votes >= from && votes <= to);
      const name = Number.isFinite(to) ? `${from} to ${to} votes` : `${from} votes or more`;
      printFigures(`Alone, ${name}`, await attemptAlone(ofBand, server));
    }
    printWorst(judged.filter(isInHalfA), known, worst);
  } finally {
    await server.close();
  }
});
