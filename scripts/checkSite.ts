import { existsSync } from "node:fs";
import config from "../site.config.ts";
import { Problem } from "../src/problem.ts";
import { checkSite } from "../src/publish/checkSite.ts";
import { readSettings } from "../src/settings.ts";
import { run } from "./command.ts";

await run(async () => {
  const folder = process.argv[2] ?? "dist";
  if (!existsSync(folder)) {
    throw new Problem(`There is no folder ${folder}/.`, { hint: "Make a site: npm run build" });
  }
  const { basePath, tmdb } = readSettings({ config });
  const { pages, links } = await checkSite(folder, { basePath, token: tmdb.token });
  process.stdout.write(`${pages} pages, ${links} links: all sound.\n`);
});
