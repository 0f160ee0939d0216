import { existsSync } from "node:fs";
import config from "../site.config.ts";
import { BrokenSite, checkSite } from "../src/audit/checkSite.ts";
import { weighSite } from "../src/audit/weighSite.ts";
import { overweight, weightTable } from "../src/audit/weight.ts";
import { runCommand } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { counted, grouped } from "../src/counted.ts";
import { Problem } from "../src/problem.ts";
import { builtBasePath } from "../src/publish/builtBasePath.ts";
import { readSettings } from "../src/settings.ts";

const usage = `npm run check:site -- [FOLDER] [--weight]

Checks the site in dist/, or in FOLDER.
  --weight  also prints how much data the heaviest page of each kind loads`;

await runCommand(async () => {
  const { values, positionals } = readOptions(
    { options: { weight: { type: "boolean", default: false } }, allowPositionals: true },
    usage,
  );
  const [folder = "dist", ...more] = positionals;
  if (more.length > 0)
    throw new Problem("Only one site can be checked at a time.", { hint: usage });
  if (!existsSync(folder)) {
    throw new Problem(`There is no folder ${folder}/.`, { hint: "Make a site: npm run build" });
  }
  const { siteUrl, tmdb, ...settings } = readSettings({ config });
  const basePath = builtBasePath(folder, settings.basePath);
  try {
    const { pages, links } = await checkSite(folder, { basePath, siteUrl, token: tmdb.token });
    process.stdout.write(
      `${counted(pages, "page")}, ${counted(links, "link")}: no faults found.\n`,
    );
  } catch (error) {
    // Faults are the expected result of this command, not a bug of it.
    if (error instanceof BrokenSite) throw new Problem(error.message);
    throw error;
  }
  if (!values.weight) return;
  const pages = await weighSite(folder, { basePath });
  const over = overweight(pages, { hosts: [new URL(tmdb.imageUrl).hostname] });
  const rest = over.length > 10 ? [`… and ${grouped(over.length - 10)} more`] : [];
  const lines = [...weightTable(pages), ...over.slice(0, 10), ...rest];
  process.stdout.write(`\n${lines.join("\n")}\n`);
});
