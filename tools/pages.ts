import { readFileSync, writeFileSync } from "node:fs";
import { runCommand } from "../src/commandLine/command.ts";
import { readOptions } from "../src/commandLine/options.ts";
import { withTables } from "./pages/tables.ts";

const FILE = "docs/pages.md";

const usage = `npx node tools/pages.ts

Writes the tables of kinds and roles into ${FILE}, from src/library/kinds.ts and src/roles.ts.`;

await runCommand(async () => {
  readOptions({}, usage);
  writeFileSync(FILE, withTables(readFileSync(FILE, "utf8")));
});
