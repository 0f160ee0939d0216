import { rmSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { checkSite } from "../audit/checkSite.ts";
import type { Pictures } from "../cards/pictures.ts";
import { counted, grouped } from "../counted.ts";
import { diskProblem } from "../diskProblem.ts";
import { loadLibrary } from "../loadLibrary.ts";
import { type Log, stderrLog } from "../log.ts";
import { npmRun } from "../npmRun.ts";
import { refusePublicFolders } from "../privatePlaces.ts";
import { Problem } from "../problem.ts";
import type { Settings } from "../settings.ts";
import { createSite, provideSite } from "../site.ts";
import { isSystemError } from "../systemErrors.ts";
import {
  describeFailure,
  describeReport,
  describeUnsaved,
  tooManyFailures,
} from "../tmdb/report/describeReport.ts";
import { createProgress } from "../tmdb/report/progress.ts";
import { makeWorkFolders } from "../workFolders.ts";
import { builtFiles, writeFileList } from "./builtFiles.ts";
import { logPageLimits } from "./logPageLimits.ts";
import { missingNameWarning } from "./missingNameWarning.ts";
import { pathBeside } from "./pathBeside.ts";
import { renderSite } from "./renderSite.ts";
import { removeLeftovers, replaceFolder } from "./replaceFolder.ts";
import { resolveTarget } from "./resolveTarget.ts";

/**
 * Builds the site from the owner's files into `outDir`, a path relative to `root` or absolute. The site
 * is built and checked in a temporary folder, so the last one survives every failure.
 *
 * @throws Problem when the owner must act, BrokenSite for a bug; both leave the last site unchanged
 */
export async function buildSite(chosen: Settings, options: BuildOptions = {}): Promise<void> {
  const { root = process.cwd(), outDir = "dist" } = options;
  let isReplacing = false;
  const onReplace = () => {
    isReplacing = true;
    options.onReplace?.();
  };
  try {
    await makeSite(chosen, { ...options, onReplace });
  } catch (error) {
    const target = resolve(root, outDir);
    const problem = diskProblem(error, {
      within: (await holdsSite(target)) ? [root, target] : [root],
    });
    if (!problem) throw error;
    if (isReplacing) throw problem;
    throw new Problem(`${problem.message} The last site is unchanged.`, problem);
  }
}

/** Also false for a folder that cannot be read. */
async function holdsSite(folder: string): Promise<boolean> {
  try {
    return (await builtFiles(folder)) !== null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}

export interface BuildOptions {
  outDir?: string;
  root?: string;
  log?: Log;
  signal?: AbortSignal;
  /** Called just before the new site replaces the last one. */
  onReplace?: () => void;
  /** Called when one of TMDB's answers could not be stored. */
  onLost?: () => void;
}

async function makeSite(
  chosen: Settings,
  {
    outDir = "dist",
    root = process.cwd(),
    log = stderrLog,
    signal,
    onReplace,
    onLost,
  }: BuildOptions,
): Promise<void> {
  const started = performance.now();
  const target = resolve(root, outDir);
  refusePublicFolders(chosen, root);
  await makeWorkFolders(root);
  await removeLeftovers(join(root, "dist"), log);
  const place = await resolveTarget(target);
  await removeLeftovers(place, log);
  const { settings, library, report, posters, mayName } = await loadLibrary(chosen, {
    log,
    progress: createProgress(log),
    logsComplaints: true,
    ...(signal && { signal }),
    ...(onLost && { onLost }),
  });
  const run = (command: string) => npmRun(settings, command);
  const films = library.films.length;
  log.info(`Read: ${counted(films, "film")} seen, ${counted(library.viewings.length, "viewing")}.`);
  const nameless = missingNameWarning(settings, library);
  if (nameless) log.warn(nameless);
  logPageLimits(library.pageLimits, log);
  if (report) {
    const isFailed = tooManyFailures(report, films);
    for (const line of describeReport(report, { mayName, run, isFailed })) log.info(line);
    if (isFailed) {
      const { what, advice } = describeFailure(report);
      throw new Problem(`${what}, so no site was made; the last one is unchanged.`, {
        hint: `${advice}Try again later, or build from the cache: OFFLINE=1 ${run("build")}`,
      });
    }
  }

  const site = createSite(settings, library, { posters, log });
  provideSite(site);
  // Inside the project: builds to folders outside it share one folder of Astro's for their parts.
  const fresh = pathBeside(join(root, "dist"), "new");
  const removeFresh = () => rmSync(fresh, { recursive: true, force: true, maxRetries: 3 });
  // After a failure Astro still works on a few pages in that folder. So only the end of the process removes it.
  process.once("exit", removeFresh);
  signal?.throwIfAborted();
  await renderSite(root, fresh, log);
  signal?.throwIfAborted();
  if (posters) await copyPosters(site.posters.shown, { folder: posters.folder, site: fresh });
  const { basePath, siteUrl, tmdb } = settings;
  await writeFileList(fresh);
  const { files, maxFiles } = library.pageLimits;
  const limit = files > maxFiles ? {} : { maxFiles };
  await checkSite(fresh, { basePath, siteUrl, token: tmdb.token, ...limit });
  signal?.throwIfAborted();
  onReplace?.();
  await replaceFolder(place, fresh, log);
  await site.pictures.tidy();
  log.info(picturesLine(site.pictures.counts()));
  if (!settings.siteUrl && settings.isOnGitHub) {
    log.info(
      "SITE_URL is not set, so shared links have no picture and the site has no sitemap. Set it to the address of the site: SITE_URL=https://example.github.io",
    );
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const advice = target === resolve(root, "dist") ? " Look at it with: npm run preview" : "";
  log.info(`The site is in ${outDir.replace(/\/+$/, "")}/ (${seconds} s).${advice}`);
  const lost = report && describeUnsaved(report);
  if (lost) {
    log.warn(
      `${lost} could not be kept in ${settings.cacheDir}/. The next build asks TMDB for them again.`,
    );
  }
}

const picturesLine = ({ drawn, milliseconds, found }: ReturnType<Pictures["counts"]>): string =>
  `Pictures: ${grouped(drawn)} drawn${drawn > 0 ? ` in ${(milliseconds / 1000).toFixed(1)} s` : ""}, ${grouped(found)} from the cache.`;

/** Copies posters, given by their paths below `folder`, into the site's `posters/`. */
async function copyPosters(
  files: Iterable<string>,
  { folder, site }: { folder: string; site: string },
): Promise<void> {
  for (const file of files) {
    const to = join(site, "posters", file);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(folder, file), to);
  }
}
