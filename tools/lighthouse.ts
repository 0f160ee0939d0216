import { existsSync } from "node:fs";
import config from "../site.config.ts";
import { weighSite } from "../src/audit/weighSite.ts";
import { alignedTable, heaviestOfEachKind } from "../src/audit/weight.ts";
import { runCommand } from "../src/commandLine/command.ts";
import { countOption, readOptions } from "../src/commandLine/options.ts";
import { Problem } from "../src/problem.ts";
import { builtBasePath } from "../src/publish/builtBasePath.ts";
import { readSettings } from "../src/settings.ts";
import { serveFolder } from "../test/browser/staticServer.ts";
import { ensureBrowser } from "./ensureBrowser.ts";
import { inBrowser } from "./lighthouse/inBrowser.ts";
import { median, shortcomings } from "./lighthouse/result.ts";

// Lighthouse's scores for the site in dist/ or FOLDER, on a phone.

const usage = `npm run lighthouse -- [FOLDER] [--runs N] [--all]

Prints Lighthouse's marks of the site in dist/, or in the folder named, for a phone.
  --runs N  number of runs for the median (default: 3)
  --all     tests the heaviest page of every kind instead of the dashboard, a year and a person`;

const usual = ["index.html", "timeline/[one]/index.html", "people/[one]/index.html"];

await runCommand(async () => {
  const { values, positionals } = readOptions(
    {
      options: {
        runs: { type: "string", default: "3" },
        all: { type: "boolean", default: false },
      },
      allowPositionals: true,
    },
    usage,
  );
  const folder = positionals[0] ?? "dist";
  const runs = countOption("--runs", values.runs, usage);
  if (!existsSync(`${folder}/index.html`)) {
    throw new Problem(`There is no site in ${folder}/.`, { hint: "Make one: npm run build" });
  }
  await ensureBrowser();
  const basePath = builtBasePath(folder, readSettings({ config }).basePath);
  const files = heaviestOfEachKind(await weighSite(folder, { basePath }))
    .filter(({ kind }) => values.all || usual.includes(kind))
    .map(({ page }) => page.file);
  const server = await serveFolder(folder, basePath, { isCompressed: true });
  const rows: string[][] = [];
  const notes: string[] = [];
  try {
    await inBrowser(async (measure) => {
      for (const file of files) {
        const path = file.replace(/(^|\/)index\.html$/, "$1");
        const results = [];
        for (let i = 0; i < runs; i += 1) results.push(await measure(server.url + path));
        const row = [path || "dashboard", ...median(results)];
        rows.push(row);
        // A run of all kinds takes many minutes: what is measured is not lost if it is stopped.
        process.stderr.write(`${row.join("  ")}\n`);
        notes.push(...shortcomings(results).map((note) => `${path || "dashboard"}: ${note}`));
      }
    });
  } finally {
    await server.close();
  }
  const head = ["median", "performance", "access", "practices", "SEO", "LCP s", "TBT ms", "CLS"];
  process.stdout.write(`${[...alignedTable([head, ...rows]), ...notes].join("\n")}\n`);
});
