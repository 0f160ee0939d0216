import { expect, test } from "vitest";
import { npmRun } from "../src/npmRun.ts";

test("a command is told with DATA_DIR where only the shell of this run has it", () => {
  const shell = { dataDir: "my films", isDataDirFromShell: true, isLogPublic: false };
  expect(npmRun(shell, "build")).toBe('DATA_DIR="my films" npm run build');
  expect(npmRun({ ...shell, isDataDirFromShell: false }, "build")).toBe("npm run build");
  expect(npmRun({ ...shell, isLogPublic: true }, "build")).toBe("npm run build");
});
