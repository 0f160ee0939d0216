import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Pace } from "../../../src/tmdb/client/client.ts";
import { describeUnsaved } from "../../../src/tmdb/report/describeReport.ts";
import { noProgress, type Progress } from "../../../src/tmdb/report/progress.ts";
import { listFiles } from "../../support/owner.ts";
import type { FaultChooser } from "../../tmdbServer/server.ts";
import { film, quickTiming, wanted } from "../world.ts";
import { files, posterOwner, START, seen, shown } from "./posterOwner.ts";

const poster =
  (name: string, fault: ReturnType<FaultChooser>): FaultChooser =>
  ({ path }) =>
    path === `/t/p/${name}` ? fault : undefined;

describe("a poster that fails", () => {
  test.each<[string, ReturnType<FaultChooser>]>([
    ["500", { status: 500 }],
    ["403", { status: 403, body: "<h1>Forbidden</h1>" }],
    ["401", { status: 401 }],
    ["HTML with 200", { status: 200, body: "<html>Sign in to the hotel's network</html>" }],
    [
      "HTML that is called an image",
      { status: 200, body: "<html>", headers: { "content-type": "image/jpeg" } },
    ],
    ["an empty 200", { status: 200, headers: { "content-type": "image/jpeg" } }],
    ["half a picture", "truncate"],
    ["a reset connection", "reset"],
  ])("(%s) is left out, is asked for again next time, and stops nothing", async (_, fault) => {
    const { server, run, folder } = await posterOwner();
    server.fault = poster("w154/stalker.jpg", fault);
    const without = files.filter((file) => file !== "w154/stalker.jpg");
    const first = await run();
    expect(shown(first)).toEqual(without);
    expect(listFiles(folder)).toEqual(without);
    expect(first.report).toMatchObject({ failed: [], stopped: null, matched: 3 });
    expect(first.report.extras?.at(-1)).toMatchObject({
      what: "posters",
      wanted: 2,
      known: 1,
      failures: [expect.stringMatching(/^\/w154\/stalker\.jpg: /)],
    });

    server.fault = null;
    server.resetCounters();
    expect(shown(await run())).toEqual(files);
    expect(server.counters.images).toBe(1);
  });

  test("is tried five times", async () => {
    const { server, run } = await posterOwner();
    const timing = quickTiming();
    server.fault = poster("w342/stalker.jpg", { status: 502 });
    await run(0, { timing });
    expect(server.counters.paths.get("/t/p/w342/stalker.jpg")).toBe(5);
    expect(timing.sleeps.filter((pause) => pause >= 1000)).toEqual([1000, 2000, 4000, 8000]);
  });

  test("makes the others wait when the answer is 429", async () => {
    const { server, run } = await posterOwner();
    const timing = quickTiming();
    let refused = false;
    server.fault = ({ path }) => {
      if (refused || !path.startsWith("/t/p/")) return undefined;
      refused = true;
      return { status: 429, headers: { "retry-after": "4" } };
    };
    const paces: Pace[] = [];
    let look = (): Pace => ({ requests: 0, pause: 0, slowedTo: null, unreached: null });
    const progress: Progress = {
      ...noProgress,
      start: (_total, what, pace) => {
        if (what === "poster files") look = pace;
      },
    };
    const sleep: typeof timing.sleep = (duration, signal) => {
      paces.push(look());
      return timing.sleep(duration, signal);
    };
    const { report } = await run(0, { timing: { ...timing, sleep }, progress });
    expect(report).toMatchObject({ throttled: 1, requests: 11 });
    // The six requests for the films are not among them.
    const paused = paces.find(({ pause }) => pause > 0);
    expect(paused).toMatchObject({ slowedTo: 500 });
    expect(paused?.pause).toBeGreaterThan(3900);
    expect(paused?.requests).toBeLessThan(6);
    expect(Math.max(...timing.sleeps)).toBeGreaterThan(3900);
  });

  test("and that TMDB does not have, though it gives others, is asked for again after a week or two", async () => {
    const { server, run } = await posterOwner();
    server.fault = poster("w154/stalker.jpg", { status: 404 });
    const { report } = await run();
    expect(report.extras?.at(-1)).toMatchObject({ wanted: 2, known: 1, failures: [] });
    server.resetCounters();
    expect(shown(await run(6))).not.toContain("w154/stalker.jpg");
    expect(server.counters.images).toBe(0);
    server.fault = null;
    expect(shown(await run(14))).toEqual(files);
    expect(server.counters.images).toBe(1);
  });

  test("with 404, as all do, is not taken for absent: it may be the wrong server", async () => {
    const { server, run, folder } = await posterOwner();
    server.fault = ({ path }) => (path.startsWith("/t/p/") ? { status: 404 } : undefined);
    const { report } = await run();
    expect(report.extras?.at(-1)).toMatchObject({ wanted: 2, known: 0 });
    expect(report.extras?.at(-1)?.failures.toSorted()).toEqual(
      files.map((file) => `/${file}: TMDB answered 404 (no explanation)`),
    );
    expect(existsSync(folder) ? listFiles(folder) : []).toEqual([]);
    server.fault = null;
    expect(shown(await run())).toEqual(files);
  });

  test("with 404 never costs the one that is there, whether or not others are given", async () => {
    const { server, run, folder } = await posterOwner();
    const first = await run();
    const bytes = readFileSync(join(folder, "w154/stalker.jpg"));
    server.fault = poster("w154/stalker.jpg", { status: 404 });
    // After 170 days every poster is due.
    const { report, ...later } = await run(170);
    expect(shown({ report, ...later })).toEqual(shown(first));
    expect(report.extras?.at(-1)).toMatchObject({
      known: 2,
      failures: ["/w154/stalker.jpg: TMDB answered 404 (no explanation)"],
    });
    expect(readFileSync(join(folder, "w154/stalker.jpg"))).toEqual(bytes);
  });

  test("ends the asking when none of the last twenty came", async () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      film(1000 + i, `Film ${i}`, 2000, { poster_path: `/p${i}.jpg` }),
    );
    const { server, run } = await posterOwner({ films: many });
    server.fault = ({ path }) => (path.startsWith("/t/p/") ? { status: 503 } : undefined);
    const { report } = await run(0, {
      films: many.map((_, i) => wanted(`Film ${i}`, 2000)),
      seenCount: 30,
    });
    expect(report).toMatchObject({ matched: 30, failed: [], stopped: null });
    expect(report.extras?.at(-1)).toMatchObject({
      wanted: 30,
      known: 0,
      stopped: expect.stringMatching(/^TMDB cannot be reached/),
    });
  });
});

describe("the folder of posters", () => {
  test("keeps what had come when the build was broken off", async () => {
    const { server, run } = await posterOwner();
    const interruption = new AbortController();
    server.fault = ({ path }) => {
      if (path !== "/t/p/w342/stalker.jpg") return undefined;
      interruption.abort(new Error("Ctrl-C"));
      return "hang";
    };
    const films = { films: seen.slice(0, 1) };
    await expect(run(0, { ...films, signal: interruption.signal })).rejects.toThrow("Ctrl-C");
    server.fault = null;
    server.resetCounters();
    expect(shown(await run(0, films))).toEqual(["w154/stalker.jpg", "w342/stalker.jpg"]);
    expect(server.counters.requests).toBe(1);
  });

  test("is rid of what a killed build left half written, a day later", async () => {
    const { run, folder } = await posterOwner();
    await run();
    const half = join(folder, "w154/stalker.jpg.8f14e45f");
    writeFileSync(half, "half");
    utimesSync(half, START / 1000, START / 1000);
    await run(0);
    expect(existsSync(half)).toBe(true);
    await run(1);
    expect(existsSync(half)).toBe(false);
  });

  test("that cannot be written costs the posters, is said once, and fails nothing", async () => {
    const { run, folder, log } = await posterOwner();
    mkdirSync(dirname(folder), { recursive: true });
    writeFileSync(folder, "in the way");
    const { report, ...result } = await run();
    expect(shown({ report, ...result })).toEqual([]);
    // Two of the three films have a poster.
    expect(report).toMatchObject({ matched: 3, failed: [], lost: { films: 0, posters: 2 } });
    expect(describeUnsaved(report)).toBe("2 posters");
    expect(log.lines).toEqual([expect.stringMatching(/^Posters cannot be saved in .*posters \(/)]);
  });

  // Root may do what it likes with files, but not follow a link that leads to itself.
  test("that cannot even be looked into costs the posters, and fails nothing", async () => {
    const { run, folder, log } = await posterOwner();
    mkdirSync(folder, { recursive: true });
    symlinkSync("w154", join(folder, "w154"));
    const { report, ...result } = await run();
    expect(shown({ report, ...result })).toEqual([]);
    expect(report).toMatchObject({ matched: 3, failed: [] });
    expect(report.extras?.at(-1)).toMatchObject({ wanted: 2, known: 0 });
    expect(log.lines).toEqual([
      expect.stringMatching(/^Old posters in .*posters cannot be deleted \(ELOOP.*\)\.$/),
      expect.stringMatching(/^Posters in .*posters cannot be read \(ELOOP.*\)\.$/),
    ]);
  });

  test("with something old in it that cannot be deleted serves all the same", async () => {
    const { run, folder, log } = await posterOwner();
    const old = join(folder, "w154/a-folder.jpg");
    mkdirSync(old, { recursive: true });
    utimesSync(old, START / 1000 - 180 * 86_400, START / 1000 - 180 * 86_400);
    expect(shown(await run())).toEqual(files);
    expect(log.lines).toEqual([
      expect.stringMatching(/^Old posters in .*posters cannot be deleted \(.*a-folder\.jpg.*\)\.$/),
    ]);
  });

  test.skipIf(process.getuid?.() === 0)(
    "that is not the owner's to write (root may write everywhere) costs what is new, and what is there serves",
    async () => {
      const { run, folder, log } = await posterOwner();
      await run(0, { films: seen.slice(0, 1), seenCount: 1 });
      chmodSync(join(folder, "w154"), 0o555);
      const { report, ...result } = await run(180);
      chmodSync(join(folder, "w154"), 0o755);
      expect(shown({ report, ...result }).length).toBeGreaterThan(0);
      expect(report).toMatchObject({ matched: 3, failed: [] });
      expect(log.lines.length).toBeGreaterThan(0);
    },
  );

  test("gets no file that TMDB's answer could place elsewhere", async () => {
    const films = [
      film(100, "Stalker", 1979, { poster_path: "/../../w500/x.jpg" }),
      film(101, "Playtime", 1967, { poster_path: "/x.svg" }),
    ];
    const { server, run, folder } = await posterOwner({ films });
    expect(shown(await run())).toEqual([]);
    expect(server.counters.images).toBe(0);
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });
});
