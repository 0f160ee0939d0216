import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScript } from "../support/command.ts";
import { listFiles } from "../support/owner.ts";
import { copyProject } from "../support/project.ts";

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "film-ledger-zones-"));
});
afterAll(() => rmSync(home, { recursive: true }));

const place = (zone: string, locale: string) => ({ TZ: zone, LANG: locale, LC_ALL: locale });
const kiritimati = place("Pacific/Kiritimati", "tr_TR.UTF-8");
const losAngeles = place("America/Los_Angeles", "C");

const settingsOf = (dataDir: string) => ({
  DATA_DIR: dataDir,
  CACHE_DIR: join(home, "cache"),
  OFFLINE: "1",
});

const summaryOf = (env: Record<string, string>) => runScript("doctor", { args: ["--json"], env });

test("Node goes by the zone and the locale it is given here", () => {
  const told = ({ TZ, LC_ALL }: typeof kiritimati) =>
    execFileSync(
      process.execPath,
      ["-p", "new Date(0).getHours() + Intl.Collator().resolvedOptions().locale"],
      { env: { TZ, LC_ALL }, encoding: "utf8" },
    ).trim();
  expect([kiritimati, losAngeles].map(told)).toEqual(["13tr-TR", "16en-US"]);
});

describe("wherever the machine stands, and whatever it speaks", () => {
  test("the figures of an export are the same", async () => {
    const places = [
      place("Pacific/Auckland", "C"),
      place("America/Los_Angeles", "de_DE.UTF-8"),
      place("Asia/Kolkata", "tr_TR.UTF-8"),
      place("Pacific/Kiritimati", "ar_EG.UTF-8"),
    ];
    const settings = { ...settingsOf("data/sample"), BUILD_DATE: "2026-11-20" };
    const [expected, ...others] = await Promise.all(
      [place("UTC", "C"), ...places].map((env) => summaryOf({ ...settings, ...env })),
    );
    expect(expected?.code).toBe(0);
    expect(JSON.parse(expected?.stdout ?? "").viewings.total).toBe(384);
    for (const { code, stdout } of others) {
      expect(code).toBe(0);
      expect(stdout).toBe(expected?.stdout);
    }
  });

  test("clones in two places make the same site with genres and people, byte for byte", async () => {
    const sites: Record<string, string>[] = [];
    for (const [name, env] of [
      ["one", kiritimati],
      ["another/place, further down", losAngeles],
    ] as const) {
      const root = join(home, name);
      mkdirSync(root, { recursive: true });
      copyProject({}, { root, hasOwnModules: true });
      for (const file of ["watched", "ratings", "diary"]) {
        const path = join(root, "data/sample", `${file}.csv`);
        const rows = readFileSync(path, "utf8").split("\n");
        writeFileSync(path, `${rows.slice(0, 80).join("\n")}\n`);
      }
      rmSync(join(root, "data/sample/reviews.csv"));
      const settings = {
        BUILD_DATE: "2026-11-20",
        SITE_URL: "https://films.example.org",
        OFFLINE: "1",
      };
      expect(await runScript("build", { root, env: { ...settings, ...env } })).toMatchObject({
        code: 0,
      });
      sites.push(contentsOf(join(root, "dist")));
    }
    const [one = {}, other] = sites;
    expect(Object.keys(one)).toContain("data/summary.json");
    expect(
      Object.keys(one).filter((file) => /^(genres|people|cards)\//.test(file)).length,
    ).toBeGreaterThan(30);
    expect(one).toEqual(other);
  });

  // One of the two always has another day than UTC: they lie 14 hours before it and 11 behind.
  test.each(["Pacific/Kiritimati", "Pacific/Niue"])(
    "without BUILD_DATE the day is that in UTC: %s",
    async (zone) => {
      const dataDir = join(home, "from-the-future");
      mkdirSync(dataDir, { recursive: true });
      const rows = "Date,Name,Year,Letterboxd URI\n2999-12-31,Tide,1999,https://boxd.it/aa1\n";
      writeFileSync(join(dataDir, "watched.csv"), rows);
      const todayInUtc = () => new Date().toISOString().slice(0, 10);
      const before = todayInUtc();
      const { stdout } = await summaryOf({ ...settingsOf(dataDir), ...place(zone, "C") });
      expect([before, todayInUtc()]).toContain(JSON.parse(stdout).export.asOf);
    },
  );
});

/** A value for the content of each file, by name. */
function contentsOf(folder: string): Record<string, string> {
  const files = listFiles(folder).map((file) => {
    const hash = createHash("sha256").update(readFileSync(join(folder, file)));
    return [file, hash.digest("hex")];
  });
  return Object.fromEntries(files);
}
