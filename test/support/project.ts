import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { SiteConfig } from "../../src/settings.ts";

const parts = [
  "src",
  "scripts",
  "public",
  "data/sample",
  "lists",
  "astro.config.mjs",
  "package.json",
  "tsconfig.json",
];

/**
 * A copy of the project whose owner has written other settings into site.config.ts.
 *
 * @param hasOwnModules whether it has a node_modules of its own, with links to each package, and not one
 *   that it shares with this project
 */
export function copyProject(
  config: SiteConfig,
  { hasOwnModules = false, root = mkdtempSync(join(tmpdir(), "film-ledger-project-")) } = {},
): { root: string; remove: () => void } {
  chmodSync(root, 0o755);
  for (const part of parts) cpSync(part, join(root, part), { recursive: true });
  writeFileSync(join(root, "site.config.ts"), `export default ${JSON.stringify(config)};\n`);
  const modules = join(root, "node_modules");
  if (hasOwnModules) {
    mkdirSync(modules);
    for (const name of readdirSync("node_modules")) {
      if (![".astro", ".vite"].includes(name)) link(`node_modules/${name}`, join(modules, name));
    }
  } else link("node_modules", modules);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

const link = (from: string, to: string) => symlinkSync(resolve(from), to, "junction");
