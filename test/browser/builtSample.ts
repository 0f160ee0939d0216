import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { findBrowser } from "./findBrowser.ts";
import { serveFolder } from "./staticServer.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the built sample. */
    siteFolder: string;
    /** Address of the built sample, served; ends with a slash. */
    siteUrl: string;
    browserPath: string;
  }
}

/** Builds the sample once for all browser tests and serves it until they are done. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browserPath = findBrowser();
  if (browserPath === null) {
    throw new Error("The browser tests need a Chromium: `npm test` installs one.");
  }
  const home = mkdtempSync(join(tmpdir(), "film-ledger-browser-"));
  const folder = join(home, "site");
  await promisify(execFile)(process.execPath, ["scripts/build.ts", "--out", folder], {
    env: {
      ...process.env,
      // Whatever the developer has in data/ and .env.
      DATA_DIR: "data/sample",
      PUBLISH: "all",
      BASE_PATH: "/",
      SITE_URL: "",
      TMDB_API_TOKEN: "",
    },
  });
  const server = await serveFolder(folder);
  project.provide("siteFolder", folder);
  project.provide("siteUrl", server.url);
  project.provide("browserPath", browserPath);
  return async () => {
    await server.close();
    rmSync(home, { recursive: true, force: true });
  };
}
