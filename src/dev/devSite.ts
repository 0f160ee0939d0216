import { watchFile } from "node:fs";
import { resolve, sep } from "node:path";
import { inspect, isDeepStrictEqual } from "node:util";
import type { AstroIntegration, HookParameters } from "astro";
import { canonIn } from "../letterboxd/canonFiles.ts";
import { loadLibrary } from "../loadLibrary.ts";
import { stderrLog } from "../log.ts";
import { isProblem } from "../problem.ts";
import { astroSettings } from "../publish/astroSettings.ts";
import { defaultSettings, readSettings } from "../settings.ts";
import { createSite, provideSite, type Site } from "../site.ts";
import { readSiteConfig } from "../siteConfig.ts";
import { postersIn } from "../tmdb/cache/posterStore.ts";
import { overridesIn } from "../tmdb/match/overrides.ts";
import { describeReport } from "../tmdb/report/describeReport.ts";
import { createProgress } from "../tmdb/report/progress.ts";
import { createGate } from "./gate.ts";
import { refuseOddAddresses } from "./oddAddresses.ts";
import { posterFiles } from "./posterFiles.ts";
import { createReload } from "./reload.ts";
import { isReady } from "./watcher.ts";

const NOT_WATCHING =
  "Files are not being watched yet, so changes may be missed. If pages stay out of date, restart npm run dev.";

type DevServer = HookParameters<"astro:server:setup">["server"];

/** Keeps the dev server's site up to date. Changed settings may need a new Astro server; this outlives them. */
export interface DevSite {
  /** Hands the site to the pages of the next server. */
  provide(): void;
  integration: AstroIntegration;
  /** Rejects if the first load fails: then the server does not start. */
  failed: Promise<never>;
  /** Resolves when the running server cannot show the site, because its Astro settings have changed. */
  outdated(): Promise<void>;
}

export function createDevSite(): DevSite {
  let server: DevServer;
  let settings = defaultSettings();
  let site: Site | null = null;
  let madeWith: object | null = null;
  let outdated = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<never>();
  /** Watched places outside the project, which Astro's server does not watch by itself. */
  const outside = new Set<string>();
  const gate = createGate();

  const reload = createReload<Site>({
    async load(signal) {
      settings = readSettings({ config: await readSiteConfig() });
      watch();
      const loaded = await loadLibrary(settings, {
        log: stderrLog,
        progress: createProgress(stderrLog),
        signal,
        logsComplaints: true,
      });
      const { library, report, posters, mayName } = loaded;
      if (report && !signal.aborted) {
        for (const line of describeReport(report, { mayName })) stderrLog.info(line);
      }
      return createSite(loaded.settings, library, { posters, log: stderrLog });
    },
    async show(next) {
      site = next;
      const needed = astroSettings(next.settings);
      madeWith ??= needed;
      if (!isDeepStrictEqual(madeWith, needed)) {
        outdated.resolve();
        return;
      }
      await gate.exchange(async () => {
        provideSite(next);
        await forgetPaths(server);
      });
      server.environments.client.hot.send({ type: "full-reload" });
      first.resolve();
    },
    fail(error) {
      if (!site) {
        failed.reject(error);
        return;
      }
      // An export may be incomplete while it is being copied, so the last site stays visible.
      const message = isProblem(error)
        ? [error.message, error.hint].filter(Boolean).join(" ")
        : inspect(error);
      stderrLog.warn(message);
      server.environments.client.hot.send({ type: "error", err: { message, stack: "" } });
    },
  });

  /** Files and folders that the site is built from. */
  const watched = (): string[] => [
    resolve(settings.dataDir),
    resolve(overridesIn(settings.dataDir)),
    resolve(settings.sampleDir),
    resolve(settings.listsDir),
    // Beside a zip. In a folder it is watched with the folder.
    ...[resolve(canonIn(settings.dataDir))].filter(
      (folder) => !isWithin(folder, resolve(settings.dataDir)),
    ),
    resolve("site.config.ts"),
    resolve(".env"),
  ];

  function watch(): void {
    for (const place of watched()) {
      if (outside.has(place) || isWithin(place, server.config.root)) continue;
      outside.add(place);
      server.watcher.add(place);
      // The watcher stops watching a deleted file and does not notice when it returns.
      watchFile(place, { interval: 500 }, (now, before) => {
        if (now.ino !== before.ino) server.watcher.add(place);
        reload.changed();
      });
    }
  }

  function onChange(_event: string, file: string): void {
    // The cache may be inside the data folder, and every load writes to it.
    if (isWithin(file, resolve(settings.cacheDir))) return;
    if (watched().some((place) => isWithin(file, place))) reload.changed();
  }

  return {
    provide() {
      outdated = Promise.withResolvers();
      if (!site) return;
      madeWith = astroSettings(site.settings);
      provideSite(site);
    },
    failed: failed.promise,
    outdated: () => outdated.promise,
    integration: {
      name: "film-ledger-dev",
      hooks: {
        "astro:server:setup": async (options) => {
          server = options.server;
          if (server.httpServer) refuseOddAddresses(server.httpServer, server.config.base);
          server.middlewares.use(gate.pass);
          server.middlewares.use(posterFiles(() => postersIn(settings.cacheDir)));
          server.watcher.add([...outside]);
          server.watcher.on("all", onChange);
          // The watcher reports no changes until it is ready.
          if (!(await isReady(server.watcher))) stderrLog.warn(NOT_WATCHING);
          reload.start();
          await first.promise;
        },
      },
    },
  };
}

/** Makes Astro ask the pages again for their paths, which it otherwise remembers while it runs. */
async function forgetPaths(server: DevServer): Promise<void> {
  for (const environment of Object.values(server.environments)) {
    if (runsPages(environment)) {
      await environment.runner.hmrClient?.notifyListeners("astro:content-changed", {});
    }
  }
}

/** Vite has a test for this, but Astro does not export it. */
const runsPages = (environment: object): environment is { runner: Runner } =>
  "runner" in environment;

interface Runner {
  hmrClient?: { notifyListeners(event: string, data: object): Promise<void> };
}

const isWithin = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(folder + sep);
