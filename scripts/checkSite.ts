import { existsSync } from "node:fs";
import config from "../site.config.ts";
import { Problem } from "../src/problem.ts";
import { checkSite, UnsoundSite } from "../src/publish/checkSite.ts";
import { readSettings } from "../src/settings.ts";
import { run } from "./command.ts";

await run(async () => {
  const folder = process.argv[2] ?? "dist";
  if (!existsSync(folder)) {
    throw new Problem(`There is no folder ${folder}/.`, { hint: "Make a site: npm run build" });
  }
  const { basePath, siteUrl, tmdb } = readSettings({ config });
  try {
    const { pages, links } = await checkSite(folder, { basePath, siteUrl, token: tmdb.token });
    process.stdout.write(`${pages} pages, ${links} links: all sound.\n`);
  } catch (error) {
    // To find this out is what the command is for.
    if (error instanceof UnsoundSite) throw new Problem(error.message);
    throw error;
  }
});
