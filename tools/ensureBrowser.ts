import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Problem } from "../src/problem.ts";
import { findBrowser } from "../test/browser/findBrowser.ts";

/**
 * Makes sure that there is a Chromium for the browser tests: one that is installed, else
 * Playwright's own download, else Debian's package.
 *
 * @throws Problem with what to do by hand
 */
export async function ensureBrowser(): Promise<void> {
  if (findBrowser()) return;
  const attempts: string[][] = [["playwright", "install", "chromium"]];
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    attempts.push(["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]);
  }
  for (const [name = "", ...args] of attempts) {
    process.stderr.write(`Installing a browser for the tests: ${[name, ...args].join(" ")}\n`);
    spawnSync(name, args, { stdio: "inherit", shell: process.platform === "win32" });
    if (findBrowser()) return;
  }
  throw new Problem("The browser tests need a Chromium, and none could be installed.", {
    hint: "Install Chromium or Chrome, or name one: CHROMIUM_PATH=/path/to/chromium npm test",
  });
}
