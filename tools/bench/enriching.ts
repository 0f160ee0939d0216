import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ExportFilm } from "../../src/tmdb/metadata.ts";
import type { EnrichReport } from "../../src/tmdb/report/enrichReport.ts";
import { loadRecords } from "../../test/tmdbServer/records.ts";
import { batchesOfTen, type ClassicResult, oneAtATime } from "./classicWays.ts";
import { enrichApart } from "./enrichProcess.ts";
import { startTmdbProcess, type TmdbProcess } from "./tmdbProcess.ts";

const RATE = 35;
const LIMIT = 50;
/** Films of a large account. */
const LARGE = 2700;

interface Scenario {
  films: ExportFilm[];
  server: TmdbProcess;
  cacheDir(name: string): string;
  print(line: string): void;
}

/**
 * Enriches `count` films against the server that plays TMDB at 60 ms and 50 requests a second, in every
 * way that matters to an owner, and in the two usual ways of such programs.
 *
 * @param recordsFile films in the shape of TMDB's details, JSON lines; copied if there are too few
 */
export async function enrichingReport(
  recordsFile: string,
  count: number,
  print: (line: string) => void,
): Promise<void> {
  const records = multipliedRecords(recordsFile, Math.max(count, LARGE));
  const films = records.slice(0, count).map(filmOf);
  const folder = await mkdtemp(join(tmpdir(), "film-ledger-bench-"));
  const server = await startTmdbProcess(records);
  const scenario: Scenario = { films, server, cacheDir: (name) => join(folder, name), print };
  try {
    print(`Enriching ${films.length} films, ${RATE} requests/s allowed, server limit ${LIMIT}/s:`);
    print(line("", "requests", "429s", "seconds", "× ideal", "films"));
    await server.set({ latency: 60, limit: LIMIT });
    await ours(scenario);
    await classic(scenario);
    await hardServers(scenario);
    await warmLarge({ ...scenario, films: records.slice(0, LARGE).map(filmOf) });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function ours({ films, server, cacheDir, print }: Scenario): Promise<void> {
  const order = { apiUrl: server.url, requestsPerSecond: RATE, cacheDir: cacheDir("main") };
  await server.counters();
  const cold = { ...order, films: films.slice(0, -10) };
  print(ourLine("cold, but for ten", await enrichApart(cold)));
  print(ourLine("the same again", await enrichApart(cold)));
  print(ourLine("with the ten", await enrichApart({ ...order, films })));
  const { maxPerSecond, repeated } = await server.counters();
  print(`  (at most ${maxPerSecond} requests in a second, ${repeated} asked twice)`);

  const killed = { ...order, films, cacheDir: cacheDir("killed") };
  await enrichApart(killed, { killAfter: (films.length * 1000) / RATE });
  const before = await server.counters();
  print(line("killed half way", `${before.requests}`, `${before.throttled}`, "", "", ""));
  print(ourLine("resumed", await enrichApart(killed)));
}

async function classic({ films, server, print }: Scenario): Promise<void> {
  print(classicLine("one at a time", await oneAtATime(films, server.url)));
  await delay(1500);
  print(classicLine("batches of ten", await batchesOfTen(films, server.url)));
  await delay(1500);
}

async function hardServers({ films, server, cacheDir, print }: Scenario): Promise<void> {
  const order = { films, apiUrl: server.url, requestsPerSecond: RATE };
  await server.set({ latency: 250 });
  print(ourLine("cold, 250 ms", await enrichApart({ ...order, cacheDir: cacheDir("slow") })));
  await server.set({ latency: 60 });
  const half = delay((films.length * 1000) / RATE).then(() => server.set({ limit: 20 }));
  print(
    ourLine("20/s from half way", await enrichApart({ ...order, cacheDir: cacheDir("lowered") })),
  );
  await half;
}

/** Time of the step in a daily build without anything new. */
async function warmLarge({ films, server, cacheDir, print }: Scenario): Promise<void> {
  await server.set({ latency: 0, limit: null });
  const order = {
    films,
    apiUrl: server.url,
    requestsPerSecond: 2000,
    cacheDir: cacheDir("large"),
  };
  await enrichApart(order);
  print(ourLine(`warm, ${films.length} films`, await enrichApart(order)));
}

function ourLine(what: string, report: EnrichReport | null): string {
  if (!report) return line(what, "", "", "", "", "");
  const { requests, throttled, seconds, matched, failed } = report;
  return line(
    what,
    `${requests}`,
    `${throttled}`,
    seconds.toFixed(1),
    requests > 0 ? ((seconds * RATE) / requests).toFixed(2) : "",
    `${matched}${failed.length > 0 ? `, ${failed.length} failed` : ""}`,
  );
}

const classicLine = (what: string, { requests, throttled, seconds, found }: ClassicResult) =>
  line(
    what,
    `${requests}`,
    `${throttled}`,
    seconds.toFixed(1),
    ((seconds * RATE) / requests).toFixed(2),
    `${found}`,
  );

const line = (what: string, ...cells: string[]): string =>
  `  ${what.padEnd(20)}${cells.map((cell) => cell.padStart(10)).join("")}`;

type FilmRecord = { id: number; title: string; release_date: string };

/** Copies get their own titles and ids, so that each is a separate film. */
function multipliedRecords(file: string, count: number): FilmRecord[] {
  const source = loadRecords(file);
  const dated = Array.from({ length: source.length }, (_, at) => source.read(at)).filter(isDated);
  return Array.from({ length: count }, (_, at) => {
    const record = dated[at % dated.length] as FilmRecord;
    const copy = Math.floor(at / dated.length);
    if (copy === 0) return record;
    const title = `${record.title} ${copy + 1}`;
    return { ...record, id: record.id + copy * 10_000_000, title, original_title: title };
  });
}

const isDated = (record: object): record is FilmRecord =>
  "release_date" in record && /^\d{4}/.test(String(record.release_date));

const filmOf = ({ id, title, release_date }: FilmRecord): ExportFilm => ({
  key: `https://boxd.it/bench-${id}`,
  uri: `https://boxd.it/bench-${id}`,
  name: title,
  year: Number(release_date.slice(0, 4)),
});
