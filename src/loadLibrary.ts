import { existsSync } from "node:fs";
import { type FileLog, isDiscreet, logOfFiles, mayName, quotingNothing } from "./discretion.ts";
import { type CanonFile, readCanonFiles } from "./letterboxd/canonFiles.ts";
import { readFavourites } from "./letterboxd/favourites.ts";
import { type HistoryLine, readHistory } from "./letterboxd/history.ts";
import type { Complaint, Ledger, LedgerFilm } from "./letterboxd/ledger.ts";
import { FAVOURITES, HISTORY, ownFileIn, readIfThere } from "./letterboxd/ownFiles.ts";
import { readExport } from "./letterboxd/readExport.ts";
import { buildLibrary, type Library } from "./library/library.ts";
import { type Hidden, listsWithoutHidden, withoutHidden } from "./library/withoutHidden.ts";
import { type Log, quietLog } from "./log.ts";
import type { Settings } from "./settings.ts";
import type { LocalPosters } from "./tmdb/cache/posterStore.ts";
import { enrich } from "./tmdb/enrich/enrich.ts";
import { enrichCanon } from "./tmdb/enrich/enrichCanon.ts";
import type { Extras } from "./tmdb/enrich/extras.ts";
import {
  missingPages,
  type OverrideRow,
  overridesIn,
  sharedOverrides,
  unusedOverrides,
} from "./tmdb/match/overrides.ts";
import { misnamedOverrides, readOverrides } from "./tmdb/match/readOverrides.ts";
import type { Metadata } from "./tmdb/metadata.ts";
import type { EnrichReport } from "./tmdb/report/enrichReport.ts";
import type { Progress } from "./tmdb/report/progress.ts";
import { readSampleMetadata } from "./tmdb/sampleMetadata.ts";

export interface Loaded {
  /** The given settings, with what the sample publishes if it is used. */
  settings: Settings;
  /** The export without what is hidden. */
  ledger: Ledger;
  hidden: Hidden;
  metadata: Map<string, Metadata>;
  library: Library;
  /** Null for the sample, which has its own metadata. */
  report: EnrichReport | null;
  /** Null unless the settings want posters in the cache. */
  posters: LocalPosters | null;
  /** Empty for the sample. */
  overrides: OverrideRow[];
  /** Whether messages may name a film; see `isDiscreet`. */
  mayName: (film: { key: string }) => boolean;
}

/**
 * Loads everything from the owner's files to the library: export → TMDB through the cache → graph.
 *
 * @throws Problem if the owner has to fix the export, the overrides or the token
 */
export async function loadLibrary(
  settings: Settings,
  {
    log = quietLog,
    progress,
    signal,
    refresh,
    exactDates,
    mustKeep,
    onLost,
    logsComplaints = false,
  }: {
    log?: Log;
    progress?: Progress;
    signal?: AbortSignal;
    refresh?: boolean;
    /** Whether the library has exact dates. By default only if they are published. */
    exactDates?: boolean;
    mustKeep?: boolean;
    /** Called if an answer of TMDB's could not be saved. */
    onLost?: () => void;
    /** Whether to log the export's complaints, which are also in `ledger`. */
    logsComplaints?: boolean;
  } = {},
): Promise<Loaded> {
  const { site } = settings;
  const fileLog = logOfFiles(settings, log);
  const publishOf = (kind: Ledger["kind"]) =>
    kind === "sample" ? settings.publishSample : settings.publish;
  const knowsDays = (kind: Ledger["kind"]) => exactDates ?? publishOf(kind).exactDates;
  const overridesFile = overridesIn(settings.dataDir);
  const { ledger, overrides, canon, history } = await quotingNothing(settings, async () => {
    const read = await readExport({
      dataDir: settings.dataDir,
      sampleDir: settings.sampleDir,
      isNamed: settings.isDataDirNamed,
      isOnGitHub: settings.isOnGitHub,
      buildDate: settings.buildDate,
      bulkDay: site.bulkDay,
      knowsDays,
      log: fileLog,
    });
    const ownDir = read.kind === "sample" ? settings.sampleDir : settings.dataDir;
    return {
      ledger: await withOwnFavourites(read, ownDir, fileLog),
      overrides: await overridesFor(read, overridesFile, fileLog),
      history: await readOwnHistory(ownDir, fileLog),
      canon: await canonFor(read, settings, fileLog),
    };
  });
  const isSample = ledger.kind === "sample";
  const { ledger: shown, hidden } = withoutHidden(ledger, site.hide);
  if (!isSample) fileLog.complain(unusedEntries(hidden));
  const publish = publishOf(ledger.kind);
  if (isSample && isDiscreet(settings)) log.info("There is no export, so the sample is used.");
  const asking = {
    overrides,
    cacheDir: settings.cacheDir,
    tmdb: settings.tmdb,
    offline: settings.offline,
    refresh,
    mustKeep,
    log,
    ...(progress && { progress }),
    ...(signal && { signal }),
    ...(onLost && { onLost }),
  };
  const { metadata, report, extras } = isSample
    ? {
        metadata: await readSampleMetadata(`${settings.sampleDir}/tmdb`),
        report: null,
        extras: noExtras,
      }
    : await enrich({
        ...asking,
        films: filmsToAsk(ledger, site),
        seenCount: ledger.films.filter((film) => film.seen).length,
        extras: {
          filmographies: site.filmographies,
          collections: site.collections,
          posters: site.posters === "local",
        },
      });
  if (report && site.canonDetails) {
    const ofCanon = await enrichCanon(canon, ledger.films, metadata, asking);
    report.extras = [...(report.extras ?? []), ofCanon];
  }
  fileLog.complain(missingPages(report?.absent ?? [], overrides, overridesFile));
  if (logsComplaints) fileLog.complain(ledger.complaints);
  fileLog.end();
  const library = buildLibrary(shown, metadata, {
    countries: site.countries,
    bulkDay: site.bulkDay,
    exactDates: knowsDays(ledger.kind),
    owner: site.owner,
    maxFiles: site.maxFiles,
    files: {
      hasPosters: site.posters === "local",
      hasCards: settings.siteUrl !== null,
      published: publish,
    },
    // Otherwise the few known runtimes would say how many of a withheld watchlist are on a canon list.
    knowsUnseen: site.canonDetails || publish.lists || publish.watchlist,
    ...listsWithoutHidden({ ...extras, canon }, hidden, { hide: site.hide, metadata }),
    history,
  });
  return {
    settings: { ...settings, publish },
    ledger: shown,
    hidden,
    metadata,
    library,
    report,
    posters: extras.posters,
    overrides,
    mayName: mayName(shown, settings),
  };
}

const noExtras: Extras = { filmographies: new Map(), collections: new Map(), posters: null };

/** Ignores the owner's overrides for the sample, because they are for the owner's films. */
async function overridesFor(ledger: Ledger, file: string, log: FileLog): Promise<OverrideRow[]> {
  if (ledger.kind === "sample") {
    if (existsSync(file)) log.info(`${file} is ignored because it is for an export of your own.`);
    return [];
  }
  const overrides = await readOverrides(file);
  log.complain([
    ...(await misnamedOverrides(file)),
    ...unusedOverrides(ledger.films, overrides, file),
    ...sharedOverrides(ledger.films, overrides, file),
  ]);
  return overrides;
}

/** The canon lists. The sample has those of the program alone. */
async function canonFor(ledger: Ledger, settings: Settings, log: FileLog): Promise<CanonFile[]> {
  const { lists, complaints } = await readCanonFiles({
    shippedDir: settings.listsDir,
    dataDir: ledger.kind === "sample" ? null : settings.dataDir,
    choice: settings.site.canon,
    buildDate: settings.buildDate,
  });
  log.complain(complaints);
  return lists;
}

/** The owner's favourites.csv stands in for a profile.csv that names none. */
async function withOwnFavourites(ledger: Ledger, dataDir: string, log: FileLog): Promise<Ledger> {
  if (ledger.favourites.length > 0) return ledger;
  const file = ownFileIn(dataDir, FAVOURITES);
  const bytes = await readIfThere(file);
  if (!bytes) return ledger;
  const { favourites, complaints } = readFavourites(bytes, file);
  log.complain(complaints);
  return { ...ledger, favourites };
}

async function readOwnHistory(dataDir: string, log: FileLog): Promise<HistoryLine[]> {
  const file = ownFileIn(dataDir, HISTORY);
  const bytes = await readIfThere(file);
  if (!bytes) return [];
  const { lines, complaints } = readHistory(bytes, file);
  log.complain(complaints);
  return lines;
}

const unusedEntries = ({ unused }: Hidden): Complaint[] =>
  unused.map((entry) => ({
    level: "warning",
    file: "site.config.ts",
    line: null,
    kind: "an entry of hide that fits nothing",
    message: `hide.${entry} fits nothing in the export. Use the name in its files, Name (Year), or the address there.`,
  }));

/** The most important films first: seen films, then those on lists, then the watchlist. */
function filmsToAsk(
  { films, lists }: Ledger,
  { enrichLists, enrichWatchlist }: { enrichLists: boolean; enrichWatchlist: boolean },
): LedgerFilm[] {
  const listed = enrichLists ? lists.flatMap(({ items }) => items.map(({ film }) => film)) : [];
  const wanted = enrichWatchlist ? films.filter(({ watchlisted }) => watchlisted !== null) : [];
  return [...new Set([...films.filter(({ seen }) => seen), ...listed, ...wanted])];
}
