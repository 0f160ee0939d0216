import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createPrivateTest, refusePublicFolders } from "../src/privatePlaces.ts";
import { defaultSettings } from "../src/settings.ts";
import { temporaryFolder } from "./support/temporaryFolder.ts";

function makeProject(): string {
  const root = temporaryFolder();
  for (const folder of ["src/mine", "public/mine", "data"]) {
    mkdirSync(`${root}/${folder}`, { recursive: true });
  }
  writeFileSync(`${root}/src/mine/diary.csv`, "");
  symlinkSync(`${root}/src/mine`, `${root}/src/linked`);
  symlinkSync(`${root}/public/mine`, `${root}/elsewhere`);
  return root;
}

describe("what is private", () => {
  const isPrivate = (root: string, place: string, file: string) =>
    createPrivateTest(
      [join(root, place)],
      [`${root}/src`, `${root}/node_modules`],
    )(`${root}/${file}`);

  test.each([
    ["the folder itself", "src/mine", "src/mine"],
    ["a file in it", "src/mine", "src/mine/diary.csv"],
    ["one that is not there yet", "src/mine", "src/mine/lists/new.csv"],
    ["one in other letters", "src/mine", "src/MINE/Diary.csv"],
    ["one behind a link", "src/mine", "src/linked/diary.csv"],
    ["one behind a detour", "src/mine", "src/../src/./mine/diary.csv"],
    ["one whose folder is named by a link", "src/linked", "src/mine/diary.csv"],
    ["one in all that is a part of the program", "src", "src/site.ts"],
  ])("is %s", (_, place, file) => {
    expect(isPrivate(makeProject(), place, file)).toBe(true);
  });

  test.each([
    ["a folder whose name begins alike", "src/mine", "src/mineral/a.ts"],
    ["what lies beside", "src/mine", "src/site.ts"],
    ["a part of a program that lies in a named folder", "", "src/site.ts"],
  ])("is not %s", (_, place, file) => {
    expect(isPrivate(makeProject(), place, file)).toBe(false);
  });
});

describe("a build", () => {
  const settings = defaultSettings();

  test.each(["public", "public/mine", "public/not/yet", "./public/mine/x.zip", "elsewhere"])(
    "from %s is refused, since it would publish the export",
    (place) => {
      const root = makeProject();
      expect(() => refusePublicFolders({ ...settings, dataDir: place }, root)).toThrow(
        `DATA_DIR is ${place}, inside public/`,
      );
      expect(() => refusePublicFolders({ ...settings, cacheDir: place }, root)).toThrow(
        "CACHE_DIR is",
      );
    },
  );

  test.each(["data", "publications", "/elsewhere/public"])("from %s is not", (place) => {
    const root = makeProject();
    expect(() => refusePublicFolders({ ...settings, dataDir: place }, root)).not.toThrow();
  });
});
