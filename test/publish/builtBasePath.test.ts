import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtBasePath } from "../../src/publish/builtBasePath.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

function siteFor(base: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "manifest.webmanifest"), JSON.stringify({ start_url: base }));
  return folder;
}

test("a site says itself for which base path it was built", () => {
  expect(builtBasePath(siteFor("/films/"), "/")).toBe("/films/");
  expect(builtBasePath(siteFor("/films/"), "/films/")).toBe("/films/");
  expect(builtBasePath(siteFor("/"), "/")).toBe("/");
});

test("another base path than the site's own is refused, with both", () => {
  expect(() => builtBasePath(siteFor("/films/"), "/ledger/")).toThrow(
    /built for \/films\/.*\/ledger\//,
  );
  expect(() => builtBasePath(siteFor("/"), "/ledger/")).toThrow(/built for \/,.*\/ledger\//);
});

test("a site without a manifest leaves it to the settings", () => {
  expect(builtBasePath(temporaryFolder(), "/ledger/")).toBe("/ledger/");
});
