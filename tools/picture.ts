import { existsSync, readdirSync, readFileSync } from "node:fs";
import { preview } from "astro";
import { chromium } from "playwright";
import config from "../site.config.ts";
import { runCommand } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { Problem } from "../src/problem.ts";
import { readSettings } from "../src/settings.ts";
import { findBrowser } from "../test/browser/findBrowser.ts";
import { ensureBrowser } from "./ensureBrowser.ts";

// Takes the pictures of the README and docs/ from a build of the sample in dist/.

const usage = `npx node tools/picture.ts

Takes the pictures of the README and docs/: pages of the sample in dist/.`;

/** Maximum bytes of a picture. */
const limit = 250_000;

const desk = { width: 1280, height: 1380 };
const phone = { width: 390, height: 844 };

interface Picture {
  file: string;
  page: (pages: { year: string; director: string }) => string;
  colorScheme?: "light" | "dark";
  viewport?: { width: number; height: number };
}

const pictures: Picture[] = [
  { file: "docs/picture.png", page: () => "" },
  { file: "docs/picture-dark.png", page: () => "", colorScheme: "dark" },
  { file: "docs/picture-year.png", page: ({ year }) => year },
  { file: "docs/picture-director.png", page: ({ director }) => director, colorScheme: "dark" },
  { file: "docs/picture-phone.png", page: () => "", viewport: phone },
];

await runCommand(async () => {
  readOptions({}, usage);
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  const file = "dist/data/summary.json";
  const summary = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  if (summary?.export.kind !== "sample") {
    throw new Problem(
      "dist/ does not contain the sample, and a picture must not show anybody's own films.",
      {
        hint: "Build it: DATA_DIR=data/sample npm run build",
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
    const address = `http://localhost:${server.port}${basePath}`;
    const pages = favourites(summary);
    for (const { file, page: path, colorScheme = "light", viewport = desk } of pictures) {
      const page = await browser.newPage({
        viewport,
        colorScheme,
        reducedMotion: "reduce",
        deviceScaleFactor: viewport === phone ? 2 : 1,
      });
      await page.goto(address + path(pages), { waitUntil: "networkidle" });
      const { length } = await page.screenshot({ path: file });
      if (length > limit) throw new Error(`${file} has ${length} bytes, more than ${limit}.`);
      process.stdout.write(`${file}: ${length} bytes\n`);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
});

/** Paths of the fullest year and of the director with the most films. */
function favourites(summary: {
  years: { year: number; viewings: number }[];
  directors: { id: number }[];
}): { year: string; director: string } {
  const [fullest] = summary.years.toSorted((a, b) => b.viewings - a.viewings);
  const id = summary.directors[0]?.id;
  const director = readdirSync("dist/people").find((name) => name.endsWith(`-${id}`));
  if (!fullest || !director) throw new Error("The sample has years and directors.");
  return { year: `timeline/${fullest.year}/`, director: `people/${director}/` };
}
