import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkSite } from "../audit/checkSite.ts";
import type { Pictures } from "../cards/pictures.ts";
import { counted, grouped } from "../counted.ts";
import { diskProblem } from "../diskProblem.ts";
import { loadLibrary } from "../loadLibrary.ts";
import { type Log, stderrLog } from "../log.ts";
import { npmRun } from "../npmRun.ts";
import { refuseInPublic } from "../privatePlaces.ts";
import { Problem } from "../problem.ts";
import type { Settings } from "../settings.ts";
import { createSite, provideSite } from "../site.ts";
import { codeOf } from "../tmdb/fileErrors.ts";
import {
  describeFailure,
  describeReport,
  describeUnsaved,
  tooManyFailures,
} from "../tmdb/report/describeReport.ts";
import { createProgress } from "../tmdb/report/progress.ts";
import { makeWorkFolders } from "../workFolders.ts";
import { besideFolder } from "./besideFolder.ts";
import { choosePlace } from "./choosePlace.ts";
import { copyPosters } from "./copyPosters.ts";
import { listMadeFiles, madeFiles } from "./madeFiles.ts";
import { missingName } from "./missingName.ts";
import { renderSite } from "./renderSite.ts";
import { replaceFolder, tidyUp } from "./replaceFolder.ts";

/**
 * From the owner's files to a finished site in `outDir`, which is taken from `root` unless it is
 * absolute. The site is made and checked in a folder of its own, so the last one survives every
 * failure.
 *
 * @throws Problem when the owner must act, UnsoundSite when the program is at fault; the last site is
 *   untouched by both
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

/** False for a folder that may not be read, too. */
async function holdsSite(folder: string): Promise<boolean> {
  try {
    return (await madeFiles(folder)) !== null;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return false;
  }
}

export interface BuildOptions {
  outDir?: string;
  root?: string;
  log?: Log;
  signal?: AbortSignal;
  /** Called when the site is made, and about to take the place of the last one. */
  onReplace?: () => void;
  /** Called when an answer of TMDB's could not be kept. */
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
  refuseInPublic(chosen, root);
  await makeWorkFolders(root);
  await tidyUp(join(root, "dist"), log);
  const place = await choosePlace(target);
  await tidyUp(place, log);
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
  const nameless = missingName(settings, library);
  if (nameless) log.warn(nameless);
  if (report) {
    const isFailed = tooManyFailures(report, films);
    for (const line of describeReport(report, { mayName, run, isFailed })) log.info(line);
    if (isFailed) {
      const { what, advice } = describeFailure(report);
      throw new Problem(`${what}, so no site was made; the last one is unchanged.`, {
        hint: `${advice}Try again later, or build with what there is: OFFLINE=1 ${run("build")}`,
      });
    }
  }

  const site = createSite(settings, library, { posters, log });
  provideSite(site);
  // Astro lets all builds to places outside the project share one folder for their parts.
  const fresh = besideFolder(join(root, "dist"), "new");
  const removeFresh = () => rmSync(fresh, { recursive: true, force: true });
  process.once("exit", removeFresh);
  try {
    signal?.throwIfAborted();
    await renderSite(root, fresh, log);
    signal?.throwIfAborted();
    if (posters) await copyPosters(site.posters.shown, { folder: posters.folder, site: fresh });
    const { basePath, siteUrl, tmdb } = settings;
    await checkSite(fresh, { basePath, siteUrl, token: tmdb.token });
    await listMadeFiles(fresh);
    signal?.throwIfAborted();
    onReplace?.();
    await replaceFolder(place, fresh, log);
  } finally {
    removeFresh();
    process.off("exit", removeFresh);
  }
  await site.pictures.tidy();
  log.info(picturesLine(site.pictures.counts()));
  if (!settings.siteUrl && settings.isOnGitHub) {
    log.info(
      "SITE_URL is not set, so links to the site will show no picture and there is no sitemap. Set it to where the site will stand: SITE_URL=https://example.github.io",
    );
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const advice = target === resolve(root, "dist") ? " Look at it with: npm run preview" : "";
  log.info(`The site is in ${outDir.replace(/\/+$/, "")}/ (${seconds} s).${advice}`);
  const lost = report && describeUnsaved(report);
  if (lost) {
    log.warn(
      `${lost} could not be kept in ${settings.cacheDir}/: the next build asks TMDB for them again.`,
    );
  }
}

const picturesLine = ({ drawn, milliseconds, found }: ReturnType<Pictures["counts"]>): string =>
  `Pictures: ${grouped(drawn)} drawn${drawn > 0 ? ` in ${(milliseconds / 1000).toFixed(1)} s` : ""}, ${grouped(found)} from the cache.`;
