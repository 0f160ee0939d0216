import type { Ledger } from "../export/ledger.ts";
import type { Library } from "../library/library.ts";
import { publishables, type Settings } from "../settings.ts";
import { bulkDays } from "../stats/bulkDays.ts";
import { countFilms } from "../stats/counts.ts";
import type { EnrichReport } from "../tmdb/report.ts";

/** What `doctor` says, line by line: the export, what joined, what matched, settings, what is public. */
export function examination({
  ledger,
  library,
  settings,
  report,
  remarks,
}: {
  ledger: Ledger;
  library: Library;
  settings: Settings;
  /** Null for the sample. */
  report: Pick<EnrichReport, "doubtful"> | null;
  /** What was said while the export was chosen and the cache read. */
  remarks: string[];
}): string[] {
  const counts = countFilms(library.films);
  const { viewings } = library;
  const bulk = bulkDays(viewings, library.bulkDay);
  const pairs = equalNames(library);
  const withoutAddress = library.films.filter(({ uri }) => uri === null).length;
  const { tmdb, site, publish } = settings;
  const names = (isPublic: boolean) =>
    publishables.filter((name) => publish[name] === isPublic).join(", ") || "nothing";
  return [
    heading("Export"),
    ...remarks,
    field("taken", ledger.kind === "sample" ? "the bundled sample" : ledger.source),
    field("newest entry", ledger.newestDate ?? "none"),
    field("as of", ledger.asOf),
    ...Object.entries(ledger.files).map(([name, rows]) => field(name, `${rows} rows`)),
    heading("Films"),
    field("seen", counts.seen),
    field("with a date", counts.dated),
    field("rated", counts.rated),
    field("liked", counts.liked),
    field("viewings", `${viewings.length}, ${viewings.filter((v) => v.rewatch).length} rewatches`),
    field("filled-in days", `${bulk.size} (${library.bulkDay} viewings or more)`),
    field("equal name and year", pairs.length === 0 ? "none" : pairs.join(", ")),
    field("without address", withoutAddress),
    heading("TMDB (from the cache, nothing was asked)"),
    field("films", counts.matched),
    field("series", counts.series),
    field("unmatched", counts.unmatched),
    ...doubtfulFilms(report?.doubtful ?? []),
    heading("Settings"),
    field("token", tmdb.token === null ? "none" : "set"),
    field(
      "TMDB",
      `${tmdb.apiUrl}, ${tmdb.requestsPerSecond} requests/s, ${tmdb.concurrency} at once`,
    ),
    field("folders", `data ${settings.dataDir}, cache ${settings.cacheDir}`),
    field("build date", settings.buildDate),
    field("offline", settings.offline ? "yes" : "no"),
    field("address", `${settings.siteUrl ?? "none"}, base ${settings.basePath}`),
    ...Object.entries(site).map(([name, value]) => field(name, `${value}`)),
    heading("Public"),
    field("published", names(true)),
    field("withheld", names(false)),
    field("never", "e-mail, comments, deleted entries, addresses of entries and lists"),
    heading(ledger.complaints.length === 0 ? "Nothing odd was found" : "Odd in the export"),
    ...ledger.complaints.map(
      ({ level, file, line, message }) =>
        `${level === "warning" ? "!" : " "} ${file}${line === null ? "" : `, line ${line}`}: ${message}`,
    ),
  ];
}

const heading = (text: string) => `\n${text}`;
const field = (name: string, value: string | number) => `  ${name.padEnd(20)} ${value}`;

/** Ten of them; the log of a build has them all. */
function doubtfulFilms(films: EnrichReport["doubtful"]): string[] {
  const lines = films
    .slice(0, 10)
    .map(({ name, year, match }) => `    ${name} (${year ?? "no year"}): ${match.reason}`);
  const rest = films.length > 10 ? [`    … and ${films.length - 10} more`] : [];
  return [field("worth a look", films.length), ...lines, ...rest];
}

function equalNames({ films }: Library): string[] {
  const groups = Map.groupBy(films, ({ name, year }) => `${name} (${year ?? "no year"})`);
  return [...groups]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => `${name} ×${same.length}`);
}
