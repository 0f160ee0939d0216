import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSiteConfig } from "../src/siteConfig.ts";
import { temporaryFolder } from "./support/temporaryFolder.ts";

test("what site.config.ts gives is as new as the file", async () => {
  const root = temporaryFolder();
  for (const title of ["First", "Second", "First"]) {
    writeFileSync(`${root}/site.config.ts`, `export default { title: ${JSON.stringify(title)} };`);
    expect(await readSiteConfig(root)).toEqual({ title });
  }
});
