// Starts scripts/NAME.ts or tools/NAME.ts for npm. Plain JavaScript, so that an old Node prints a
// sentence about what is missing and not a stack about ".ts".
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const reason = whyNot() ?? (await whyNotSettings());
if (reason) {
  process.stderr.write(`${reason}\n`);
  process.exitCode = 1;
} else {
  const [, , name, ...args] = process.argv;
  const script = new URL(`../${name}.ts`, import.meta.url);
  process.argv.splice(1, process.argv.length, fileURLToPath(script), ...args);
  await import(script.href);
}

/** The owner writes site.config.ts, so an error in it is not a bug. */
async function whyNotSettings() {
  const { readSiteConfig } = await import("../src/siteConfig.ts");
  try {
    await readSiteConfig();
    return null;
  } catch (error) {
    if (error.name !== "Problem") throw error;
    return `${error.message}\n${error.hint}`;
  }
}

/** @returns {string | null} */
function whyNot() {
  if (!existsSync(new URL("../node_modules/astro/package.json", import.meta.url))) {
    return "Run npm ci first.";
  }
  if (process.features.typescript) return null;
  return `Node ${process.versions.node} is too old. Run npm ci, which installs the right one, and start commands with npm run.`;
}
