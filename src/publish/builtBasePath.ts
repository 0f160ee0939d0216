import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Problem } from "../problem.ts";

const manifest = z.object({ start_url: z.string() });

/**
 * The base path a site was built for, as its web manifest tells; the chosen one, where there is none.
 *
 * @param folder of the site
 * @param chosen starts and ends with a slash; `/` is nobody's choice
 * @throws Problem where another base path was chosen than the site was built for
 */
export function builtBasePath(folder: string, chosen: string): string {
  const file = join(folder, "manifest.webmanifest");
  if (!existsSync(file)) return chosen;
  const { start_url: built } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  if (chosen === "/" || chosen === built) return built;
  throw new Problem(
    `The site in ${folder}/ was built for ${built}, and BASE_PATH says ${chosen}.`,
    {
      hint: "Build it again with this BASE_PATH, or leave it out.",
    },
  );
}
