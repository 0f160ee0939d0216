import { runAll } from "./child.ts";

await runAll([
  ["biome", "check", "--error-on-warnings", "."],
  ["astro", "check", "--minimumFailingSeverity", "warning"],
]);
