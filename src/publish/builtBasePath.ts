import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Problem } from "../problem.ts";

const manifest = z.object({ start_url: z.string() });

/**
 * The base path that a site was built for, read from its web manifest; `chosen` if it has no manifest.
 *
 * @param folder of the site
 * @param chosen starts and ends with a slash; `/` means that nobody chose one
 * @throws Problem if the site was built for another base path than the chosen one
 */
export function builtBasePath(folder: string, chosen: string): string {
  const file = join(folder, "manifest.webmanifest");
  if (!existsSync(file)) return chosen;
  const { start_url: built } = manifest.parse(JSON.parse(readFileSync(file, "utf8")));
  if (chosen === "/" || chosen === built) return built;
  throw new Problem(`The site in ${folder}/ was built for ${built}, but BASE_PATH is ${chosen}.`, {
    hint: "Build it again with this BASE_PATH, or leave BASE_PATH unset.",
  });
}
