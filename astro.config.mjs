import preact from "@astrojs/preact";
import { defineConfig } from "astro/config";
import { devLedger } from "./scripts/devLedger.ts";
import config from "./site.config.ts";
import { readSettings } from "./src/settings.ts";

const { siteUrl, basePath } = readSettings({ config });

export default defineConfig({
  ...(siteUrl && { site: siteUrl }),
  base: basePath,
  trailingSlash: "always",
  // The default drops the blanks between words of neighbouring elements.
  compressHTML: true,
  // Two films with one address are a fault of ours, never a warning.
  prerenderConflictBehavior: "error",
  build: { inlineStylesheets: "never" },
  vite: { build: { assetsInlineLimit: 0 } },
  integrations: [preact(), devLedger()],
});
