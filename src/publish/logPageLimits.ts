import type { PageLimits } from "../library/pageLimits.ts";
import type { Log } from "../log.ts";
import { pagesStart } from "../words/pageLimits.ts";

/** What hosts take, as their documentation said in 2026. */
const hosts =
  "Cloudflare Pages takes 20,000 files on its free plan and 100,000 on paid ones, Netlify 54,000 in one folder, GitHub Pages a site of 1 GB.";

/** Tells the owner whose pages the limit takes, and whether the site is larger all the same. */
export function logPageLimits(limits: PageLimits, log: Log): void {
  const said = pagesStart(limits);
  if (said === null) return;
  if (limits.files <= limits.maxFiles) log.info(said);
  else {
    const advice = "If your host takes more files, set maxFiles in site.config.ts.";
    log.warn(`${said} All films are built. ${hosts} ${advice}`);
  }
}
