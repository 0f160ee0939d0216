import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runScript } from "../support/command.ts";
import { listFiles } from "../support/owner.ts";
import { copyProject } from "../support/project.ts";

test("two clones at different places make the same site, byte by byte", async () => {
  const home = mkdtempSync(join(tmpdir(), "film-ledger-clones-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const places = ["one", "another/place, further down"].map((name) => join(home, name));
  for (const root of places) {
    mkdirSync(root, { recursive: true });
    copyProject({}, { root, hasOwnModules: true });
    cpSync("data/sample", join(root, "data/sample"), { recursive: true });
    const env = { BUILD_DATE: "2026-11-20", SITE_URL: "https://films.example.org" };
    expect(await runScript("build", { root, env })).toMatchObject({ code: 0 });
  }
  const [one = "", another = ""] = places.map((root) => join(root, "dist"));
  expect(listFiles(another)).toEqual(listFiles(one));
  const differing = listFiles(one).filter(
    (file) => !readFileSync(join(one, file)).equals(readFileSync(join(another, file))),
  );
  expect(differing).toEqual([]);
});
