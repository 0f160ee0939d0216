import type { Library } from "../../src/library/library.ts";
import { loadLibrary } from "../../src/loadLibrary.ts";
import { readSettings } from "../../src/settings.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

/** The bundled sample, on 20 November 2026. */
export async function loadSample(): Promise<Library> {
  const root = temporaryFolder();
  const settings = readSettings({
    config: {},
    // Named, since the data folder of a fork holds its owner's export.
    env: { DATA_DIR: "data/sample", CACHE_DIR: `${root}/cache`, BUILD_DATE: "2026-11-20" },
    root,
  });
  return (await loadLibrary({ ...settings, offline: true })).library;
}
