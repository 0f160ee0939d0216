import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtFor } from "../../src/publish/builtFor.ts";
import { temporaryFolder } from "../tmdb/world.ts";

function siteFor(base: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "manifest.webmanifest"), JSON.stringify({ start_url: base }));
  return folder;
}

test("a site says itself for which base path it was built", () => {
  expect(builtFor(siteFor("/films/"), "/")).toBe("/films/");
  expect(builtFor(siteFor("/films/"), "/films/")).toBe("/films/");
  expect(builtFor(siteFor("/"), "/")).toBe("/");
});

test("another base path than the site's own is refused, with both", () => {
  expect(() => builtFor(siteFor("/films/"), "/ledger/")).toThrow(/built for \/films\/.*\/ledger\//);
  expect(() => builtFor(siteFor("/"), "/ledger/")).toThrow(/built for \/,.*\/ledger\//);
});

test("a site without a manifest leaves it to the settings", () => {
  expect(builtFor(temporaryFolder(), "/ledger/")).toBe("/ledger/");
});
