import { existsSync, readFileSync } from "node:fs";
import { preview } from "astro";
import { chromium } from "playwright";
import config from "../site.config.ts";
import { Problem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";
import { findBrowser } from "../test/browser/findBrowser.ts";
import { run } from "./command.ts";
import { ensureBrowser } from "./ensureBrowser.ts";
import { readOptions } from "./options.ts";

// Takes the README's picture: the sample's dashboard in both colour schemes.

const usage = `npx node scripts/picture.ts

Takes the picture of the README: the dashboard of the sample in dist/.`;

const pictures = { light: "docs/picture.png", dark: "docs/picture-dark.png" } as const;

await run(async () => {
  readOptions({}, usage);
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  const summary = "dist/data/summary.json";
  const kind = existsSync(summary) ? JSON.parse(readFileSync(summary, "utf8")).export.kind : null;
  if (kind !== "sample") {
    throw new Problem(
      "dist/ does not hold the sample, and nobody's own films belong in a picture.",
      {
        hint: "Build it: DATA_DIR=$(mktemp -d) npm run build",
      },
    );
  }
  await ensureBrowser();
  const { basePath } = readSettings({ config });
  const server = await preview({ server: { port: 0 }, logLevel: "error" });
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? "",
    args: ["--no-sandbox", "--hide-scrollbars"],
  });
  try {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({
        viewport: { width: 1280, height: 1380 },
        colorScheme,
        reducedMotion: "reduce",
      });
      await page.goto(`http://localhost:${server.port}${basePath}`, { waitUntil: "networkidle" });
      await page.screenshot({ path: pictures[colorScheme] });
      process.stdout.write(`${pictures[colorScheme]}\n`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
});
