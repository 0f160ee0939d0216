import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runScript } from "../support/command.ts";

let dataDir: string;
let env: Record<string, string>;
beforeEach(() => {
  const home = mkdtempSync(join(tmpdir(), "film-ledger-corrections-"));
  dataDir = join(home, "data");
  mkdirSync(dataDir);
  env = { DATA_DIR: dataDir, CACHE_DIR: join(home, "cache"), OFFLINE: "1" };
  writeFileSync(
    join(dataDir, "overrides.csv"),
    "Name,Year,Letterboxd URI,TMDB\nStalker,1979,,movie/1398\nSolaris,2072,,movie/593\n",
  );
});
afterEach(() => rmSync(join(dataDir, ".."), { recursive: true }));

const putExport = () =>
  writeFileSync(
    join(dataDir, "watched.csv"),
    "Date,Name,Year,Letterboxd URI\n2024-01-01,Stalker,1979,https://boxd.it/a\n2024-01-01,Solaris,1972,https://boxd.it/b\n",
  );

describe("a row of overrides.csv that meets no film", () => {
  test.each(["enrich", "doctor"])("is told by %s, with file and line", async (command) => {
    putExport();
    const { code, stdout, stderr } = await runScript(command, { env });
    expect(code).toBe(0);
    const about = `${stdout}${stderr}`.split("\n").filter((line) => line.includes("overrides.csv"));
    expect(about).toHaveLength(1);
    expect(about[0]).toContain(
      `${dataDir}/overrides.csv, line 3: no film in the export has this name and year`,
    );
  });

  test("is told with a file that is misnamed and a page given to two films", async () => {
    putExport();
    writeFileSync(join(dataDir, "overrides.csv.txt"), "");
    writeFileSync(
      join(dataDir, "overrides.csv"),
      "Stalker;1979;;movie/1398\r\nSolaris;1972;;movie/1398\r\n",
    );
    const { code, stderr } = await runScript("enrich", { env });
    expect(code).toBe(0);
    expect(stderr).toContain(
      `! ${dataDir}/overrides.csv.txt: not read. Should its name be overrides.csv?\n`,
    );
    expect(stderr).toContain(
      `! ${dataDir}/overrides.csv, line 1: movie/1398 is given for Stalker (1979) and Solaris (1972) (lines 1 and 2). Is it right for each?\n`,
    );
  });
});
