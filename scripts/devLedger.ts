import { resolve, sep } from "node:path";
import { inspect } from "node:util";
import type { AstroIntegration } from "astro";
import config from "../site.config.ts";
import { loadLibrary } from "../src/loadLibrary.ts";
import { stderrLog } from "../src/log.ts";
import { isProblem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";
import { createSite, provideSite } from "../src/site.ts";
import { describeReport } from "../src/tmdb/enrich.ts";
import { postersIn } from "../src/tmdb/posters.ts";
import { createProgress } from "../src/tmdb/progress.ts";
import { report } from "./command.ts";
import { posterFiles } from "./posterFiles.ts";
import { createReload } from "./reload.ts";

/** For `astro dev` alone: enriches, hands the library to the pages, and again when data/ changes. */
export function devLedger(): AstroIntegration {
  return {
    name: "film-ledger-dev",
    hooks: {
      "astro:server:setup": async ({ server }) => {
        const settings = readSettings({ config });
        const first = Promise.withResolvers<void>();
        let isShown = false;
        const reload = createReload({
          async load(signal) {
            const {
              settings: inForce,
              library,
              report: enriched,
              posters,
            } = await loadLibrary(settings, {
              log: stderrLog,
              progress: createProgress(stderrLog),
              signal,
            });
            if (enriched && !signal.aborted) {
              for (const line of describeReport(enriched)) stderrLog.info(line);
            }
            return createSite(inForce, library, { posters, log: stderrLog });
          },
          show(site) {
            provideSite(site);
            if (isShown) server.environments.client.hot.send({ type: "full-reload" });
            isShown = true;
            first.resolve();
          },
          fail(error) {
            // Thrown, it would be called unhandled by Astro, whose server keeps the process alive.
            if (!isShown) process.exit(report(error));
            // While files are being copied an export may be half there: the last one stays shown.
            if (isProblem(error)) stderrLog.warn(`${error.message} ${error.hint ?? ""}`);
            else stderrLog.warn(inspect(error));
          },
        });

        server.middlewares.use(posterFiles(postersIn(settings.cacheDir)));
        const data = resolve(settings.dataDir);
        const cache = resolve(settings.cacheDir);
        server.watcher.add(data);
        server.watcher.on("all", (_event, file) => {
          // A cache may lie in the data folder, and every load writes to it.
          if (isWithin(file, data) && !isWithin(file, cache)) reload.changed();
        });
        reload.start();
        await first.promise;
      },
    },
  };
}

const isWithin = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(folder + sep);
