import { fileURLToPath } from "node:url";
import preact from "@astrojs/preact";
import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";
import { restrictServedFiles } from "./src/dev/access.ts";
import { astroSettings } from "./src/publish/astroSettings.ts";
import { readSettings } from "./src/settings.ts";
import { readSiteConfig } from "./src/siteConfig.ts";

const { site, base, imageOrigin, privatePlaces } = astroSettings(
  readSettings({ config: await readSiteConfig() }),
);
const imageSources = ["'self'", imageOrigin].filter(Boolean).join(" ");
// Also for whoever starts Astro's own server.
const pageParts = restrictServedFiles(fileURLToPath(new URL(".", import.meta.url)), privatePlaces);

export default defineConfig({
  ...(site && { site }),
  base,
  trailingSlash: "always",
  // The default drops the blanks between words of neighbouring elements.
  compressHTML: true,
  // Two films with one address are a fault of ours, never a warning.
  prerenderConflictBehavior: "error",
  build: {
    inlineStylesheets: "never",
    // While one page is being written, others are made. With more than a few, nothing waits any more.
    concurrency: 4,
  },
  // No page has code to highlight, and the default highlighter needs inline styles.
  markdown: { syntaxHighlight: false },
  // Scripts and styles come from the site's own files; Astro adds the hashes of its inline ones.
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "font-src 'self'",
        `img-src ${imageSources}`,
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    build: { assetsInlineLimit: 0 },
    // .env is read by src/settings.ts; Vite would restart for each change of it.
    envDir: false,
    // A build beside the dev server writes its pages there.
    server: { ...pageParts.server, watch: { ignored: ["**/dist.film-ledger-*/**"] } },
    plugins: pageParts.plugins,
  },
  // A sitemap needs full addresses. It leaves 404 out by itself.
  // Unless told which files are Preact's, it has Babel read every module of src/, for half of a build.
  integrations: [preact({ include: ["**/*.tsx"] }), ...(site ? [sitemap()] : [])],
});
