import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { SiteConfig } from "../../src/settings.ts";

const parts = ["src", "scripts", "public", "astro.config.mjs", "package.json", "tsconfig.json"];

/** A copy of the project whose owner has written other settings into site.config.ts. */
export function copyProject(config: SiteConfig): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), "film-ledger-project-"));
  for (const part of parts) cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve("node_modules"), join(root, "node_modules"), "junction");
  writeFileSync(join(root, "site.config.ts"), `export default ${JSON.stringify(config)};\n`);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
