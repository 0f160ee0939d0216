import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import config from "../site.config.ts";
import { Problem } from "../src/problem.ts";
import { checkSite, UnsoundSite } from "../src/publish/checkSite.ts";
import { weighSite } from "../src/publish/weighSite.ts";
import { overweight, weightTable } from "../src/publish/weight.ts";
import { readSettings } from "../src/settings.ts";
import { run } from "./command.ts";

await run(async () => {
  const { values, positionals } = parseArgs({
    options: { weight: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const folder = positionals[0] ?? "dist";
  if (!existsSync(folder)) {
    throw new Problem(`There is no folder ${folder}/.`, { hint: "Make a site: npm run build" });
  }
  const { basePath, tmdb } = readSettings({ config });
  try {
    const { pages, links } = await checkSite(folder, { basePath, token: tmdb.token });
    process.stdout.write(`${pages} pages, ${links} links: all sound.\n`);
  } catch (error) {
    // To find this out is what the command is for.
    if (error instanceof UnsoundSite) throw new Problem(error.message);
    throw error;
  }
  if (!values.weight) return;
  const pages = await weighSite(folder, { basePath });
  const over = overweight(pages, { hosts: [new URL(tmdb.imageUrl).hostname] });
  const rest = over.length > 10 ? [`… and ${over.length - 10} more`] : [];
  const lines = [...weightTable(pages), ...over.slice(0, 10), ...rest];
  process.stdout.write(`\n${lines.join("\n")}\n`);
});
