import { watchFile } from "node:fs";
import { resolve, sep } from "node:path";
import { inspect, isDeepStrictEqual } from "node:util";
import type { AstroIntegration, HookParameters } from "astro";
import { astroSettings } from "../astroSettings.ts";
import { loadLibrary } from "../loadLibrary.ts";
import { stderrLog } from "../log.ts";
import { isProblem } from "../problem.ts";
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
  "The files are not watched yet, so changes may go unseen. If pages stay old, start npm run dev again.";

type DevServer = HookParameters<"astro:server:setup">["server"];

/** Keeps the site of the dev servers, which Astro makes one after another, as new as data and settings are. */
export interface Ledger {
  /** Hands the site to the pages of the server that is to be started next. */
  provide(): void;
  integration: AstroIntegration;
  /** Rejected when there is nothing to show from the start on: the server never comes up then. */
  failed: Promise<never>;
  /** Settled when the running server cannot show the site: it keeps the settings it was made with. */
  outdated(): Promise<void>;
}

export function createLedger(): Ledger {
  let server: DevServer;
  let settings = defaultSettings();
  let site: Site | null = null;
  let madeWith: object | null = null;
  let outdated = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<never>();
  /** Places that Astro's server does not watch by itself, since they lie outside the project. */
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
      // While files are being copied an export may be half there: the last one stays shown.
      const message = isProblem(error)
        ? [error.message, error.hint].filter(Boolean).join(" ")
        : inspect(error);
      stderrLog.warn(message);
      server.environments.client.hot.send({ type: "error", err: { message, stack: "" } });
    },
  });

  /** Files and folders that the site is made of. */
  const watched = (): string[] => [
    resolve(settings.dataDir),
    resolve(overridesIn(settings.dataDir)),
    resolve(settings.sampleDir),
    resolve("site.config.ts"),
    resolve(".env"),
  ];

  function watch(): void {
    for (const place of watched()) {
      if (outside.has(place) || isWithin(place, server.config.root)) continue;
      outside.add(place);
      server.watcher.add(place);
      // The watcher loses sight of what is deleted, and does not see it come back.
      watchFile(place, { interval: 500 }, (now, before) => {
        if (now.ino !== before.ino) server.watcher.add(place);
        reload.changed();
      });
    }
  }

  function onChange(_event: string, file: string): void {
    // A cache may lie in the data folder, and every load writes to it.
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
          // What changed before it is ready would be told to nobody.
          if (!(await isReady(server.watcher))) stderrLog.warn(NOT_WATCHING);
          reload.start();
          await first.promise;
        },
      },
    },
  };
}

/** Makes Astro ask the pages anew which paths they have; it keeps what they said for as long as it runs. */
async function forgetPaths(server: DevServer): Promise<void> {
  for (const environment of Object.values(server.environments)) {
    if (runsPages(environment)) {
      await environment.runner.hmrClient?.notifyListeners("astro:content-changed", {});
    }
  }
}

/** Vite has a test for it, which Astro does not pass on. */
const runsPages = (environment: object): environment is { runner: Runner } =>
  "runner" in environment;

interface Runner {
  hmrClient?: { notifyListeners(event: string, data: object): Promise<void> };
}

const isWithin = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(folder + sep);
