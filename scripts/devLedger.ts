import { resolve } from "node:path";
import type { AstroIntegration } from "astro";
import config from "../site.config.ts";
import { loadLibrary } from "../src/loadLibrary.ts";
import { stderrLog } from "../src/log.ts";
import { isProblem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";
import { createSite, provideSite } from "../src/site.ts";
import { createProgress } from "../src/tmdb/progress.ts";

/** For `astro dev` alone: enriches, hands the library to the pages, and again when data/ changes. */
export function devLedger(): AstroIntegration {
  return {
    name: "film-ledger-dev",
    hooks: {
      "astro:server:setup": async ({ server }) => {
        const settings = readSettings({ config });
        const load = async () => {
          const { library } = await loadLibrary(settings, {
            log: stderrLog,
            progress: createProgress(stderrLog),
          });
          return createSite(settings, library);
        };
        provideSite(await load());

        const folder = resolve(settings.dataDir);
        server.watcher.add(folder);
        server.watcher.on("all", async (_event, file) => {
          if (!file.startsWith(folder)) return;
          try {
            provideSite(await load());
          } catch (error) {
            // While files are being copied an export may be half there: the last one stays shown.
            if (!isProblem(error)) throw error;
            stderrLog.warn(error.message);
            return;
          }
          server.environments.client.hot.send({ type: "full-reload" });
        });
      },
    },
  };
}
