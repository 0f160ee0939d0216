import { existsSync } from "node:fs";
import config from "../site.config.ts";
import { Problem } from "../src/problem.ts";
import { checkSite, UnsoundSite } from "../src/publish/checkSite.ts";
import { readSettings } from "../src/settings.ts";
import { run } from "./command.ts";
import { readOptions } from "./options.ts";

const usage = `npm run check:site -- [FOLDER]

Examines the site in dist/, or in the folder named.`;

await run(async () => {
  const { positionals } = readOptions({ allowPositionals: true }, usage);
  const [folder = "dist", ...more] = positionals;
  if (more.length > 0) throw new Problem("Only one site can be examined.", { hint: usage });
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
