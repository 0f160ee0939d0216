import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { posterFile, requestedPoster } from "../../../src/tmdb/cache/posterStore.ts";
import { listFiles } from "../../support/owner.ts";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { image } from "../../tmdbServer/image.ts";
import { DAY, enrichFrom, temporaryFolder, wanted } from "../world.ts";
import { catalogue, files, posterOwner, START, seen, shown } from "./posterOwner.ts";

describe("posters", () => {
  test("are fetched once, in the two sizes that pages show, and stay as TMDB gave them", async () => {
    const { server, run, folder } = await posterOwner();
    const cold = await run();
    expect(shown(cold)).toEqual(files);
    expect(cold.report.requests).toBe(6 + 4);
    expect(server.counters).toMatchObject({ images: 4, repeated: 0 });
    expect(listFiles(folder)).toEqual(files);
    for (const file of files) {
      const [size = "", name = ""] = file.split("/");
      expect(readFileSync(join(folder, file)).equals(image(size, name) ?? Buffer.alloc(0))).toBe(
        true,
      );
    }

    server.resetCounters();
    const warm = await run();
    expect(shown(warm)).toEqual(files);
    expect(server.counters.requests).toBe(0);
  });

  test("are asked for last, and without the key", async () => {
    const { server, run } = await posterOwner({ token: "0123456789abcdef0123456789abcdef" });
    const asked: string[] = [];
    server.fault = ({ path, query }) => {
      asked.push(`${path}?${query}`);
      return undefined;
    };
    await run();
    expect(asked.slice(0, 6).filter((address) => address.includes("api_key="))).toHaveLength(6);
    expect(asked.slice(6).sort()).toEqual(files.map((file) => `/t/p/${file}?`));
  });

  test("are asked for without the token in the header, which is another server's", async () => {
    const heard: IncomingHttpHeaders[] = [];
    const host = createServer(({ headers, url = "" }, response) => {
      heard.push(headers);
      response.end(image("w154", url.split("/").at(-1) ?? ""));
    });
    await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
    onTestFinished(() => void host.close());
    const { server, run } = await posterOwner();
    const tmdb = {
      token: "test-token",
      apiUrl: server.url,
      imageUrl: `http://127.0.0.1:${(host.address() as AddressInfo).port}/t/p`,
      requestsPerSecond: 1000,
      concurrency: 8,
    };
    expect(shown(await run(0, { tmdb }))).toEqual(files);
    expect(heard).toHaveLength(4);
    for (const headers of heard) {
      expect(JSON.stringify(headers)).not.toContain("test-token");
      expect(headers).not.toHaveProperty("authorization");
      expect(headers["user-agent"]).toMatch(/^film-ledger/);
    }
  });

  test("of what is new alone are asked for", async () => {
    const { server, run } = await posterOwner();
    await run(0, { films: seen.slice(0, 1) });
    server.resetCounters();
    expect(shown(await run())).toEqual(files);
    expect(
      [...server.counters.paths.keys()].filter((path) => path.startsWith("/t/p/")).sort(),
    ).toEqual(["/t/p/w154/play-time_2.jpg", "/t/p/w342/play-time_2.jpg"]);
  });

  test("of films that are merely on a list are not asked for", async () => {
    const { server, run } = await posterOwner();
    await run(0, { seenCount: 1 });
    expect(server.counters.images).toBe(2);
  });

  test("of series are fetched too", async () => {
    const series = [
      { id: 5, name: "Small Axe", first_air_date: "2020-11-15", poster_path: "/axe.jpg" },
    ];
    const server = await runTmdbServer({ films: catalogue, series });
    const { extras } = await enrichFrom(server, {
      films: [wanted("Small Axe", 2020)],
      cacheDir: temporaryFolder(),
      tmdb: {
        token: "test-token",
        apiUrl: server.url,
        imageUrl: server.imageUrl,
        requestsPerSecond: 1000,
        concurrency: 8,
      },
      extras: { filmographies: 0, collections: false, posters: true },
    });
    expect(extras.posters?.files).toEqual(new Set(["w154/axe.jpg", "w342/axe.jpg"]));
  });

  test("are asked for neither offline nor without a token, and those that are there serve", async () => {
    const { server, run } = await posterOwner();
    await run(0, { films: seen.slice(0, 1) });
    server.resetCounters();
    expect(shown(await run(1, { offline: true }))).toEqual([
      "w154/stalker.jpg",
      "w342/stalker.jpg",
    ]);
    const tmdb = {
      token: null,
      apiUrl: server.url,
      imageUrl: server.imageUrl,
      requestsPerSecond: 1,
      concurrency: 1,
    };
    expect(shown(await run(1, { tmdb }))).toEqual(["w154/stalker.jpg", "w342/stalker.jpg"]);
    expect(server.counters.requests).toBe(0);
  });
});

describe("the age of posters", () => {
  test("they are fetched anew after 120 to 170 days, and serve meanwhile", async () => {
    const { server, run, folder } = await posterOwner();
    await run();
    server.resetCounters();
    expect(shown(await run(119))).toEqual(files);
    expect(server.counters.images).toBe(0);
    server.fault = ({ path }) => (path.startsWith("/t/p/") ? { status: 503 } : undefined);
    expect(shown(await run(171))).toEqual(files);
    expect(shown(await run(179, { offline: true }))).toEqual(files);

    server.fault = null;
    server.resetCounters();
    await run(172);
    expect(server.counters.images).toBe(4);
    expect(statSync(join(folder, files[0] ?? "")).mtimeMs).toBe(START + 172 * DAY);
  });

  test("after 180 days none is used, and the next build that asks deletes them", async () => {
    const { server, run, folder } = await posterOwner();
    await run();
    expect(shown(await run(180, { offline: true }))).toEqual([]);
    expect(listFiles(folder)).toEqual(files);
    server.fault = ({ path }) => (path.startsWith("/t/p/") ? { status: 503 } : undefined);
    expect(shown(await run(180))).toEqual([]);
    expect(listFiles(folder)).toEqual([]);
  });

  test("those no longer wanted go when they are as old, whatever the setting", async () => {
    const { run, folder } = await posterOwner();
    await run();
    const off = { extras: { filmographies: 0, collections: false, posters: false } };
    await run(179, off);
    expect(listFiles(folder)).toEqual(files);
    await run(180, off);
    expect(listFiles(folder)).toEqual([]);
  });

  test("a clock that was wrong loses none, and those it dated ahead get a date to rely on", async () => {
    const { server, run } = await posterOwner();
    await run(800);
    server.fault = ({ path }) => (path.startsWith("/t/p/") ? { status: 503 } : undefined);
    expect(shown(await run(435))).toEqual(files);
    server.fault = null;
    server.resetCounters();
    expect(shown(await run(435))).toEqual(files);
    expect(server.counters.images).toBe(4);
    expect(shown(await run(436))).toEqual(files);
    expect(server.counters.images).toBe(4);
  });
});

test.each([
  ["/abc.jpg", "w154/abc.jpg"],
  ["/a-b_C9.jpg", "w154/a-b_C9.jpg"],
  ["abc.jpg", null],
  ["/a/b.jpg", null],
  ["/..jpg", null],
  ["/abc.jpg?x=/../y", null],
])("the poster %s is the file %s", (path, file) => {
  expect(posterFile(path, "w154")).toBe(file);
});

test.each([
  ["/posters/w154/abc.jpg", "w154/abc.jpg"],
  ["/film-ledger/posters/w342/a_b.jpg", "w342/a_b.jpg"],
  ["/posters/w154/../../.env", null],
  ["/posters/w154/%2e%2e/x.jpg", null],
  ["/films/abc.jpg", null],
])("a request for %s means %s", (address, file) => {
  expect(requestedPoster(address)).toBe(file);
});
