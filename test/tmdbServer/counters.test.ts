import { describe, expect, it, vi } from "vitest";
import { get, request, runTmdbServer } from "./client.ts";
import { slidingSecond } from "./counters.ts";

const films = [
  { id: 348, title: "Alien" },
  { id: 679, title: "Aliens" },
];

describe("the limit", () => {
  it("answers 429 with Retry-After beyond it, and can be lifted while the server runs", async () => {
    const server = await runTmdbServer({ films, limit: 0, retryAfter: 3 });
    const refused = await request(server, "/movie/348");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("3");
    expect(await refused.json()).toMatchObject({ status_code: 25 });

    server.options.retryAfter = null;
    expect((await request(server, "/movie/348")).headers.has("retry-after")).toBe(false);
    server.options.limit = null;
    expect((await request(server, "/movie/348")).status).toBe(200);
    expect(server.counters).toMatchObject({ requests: 3, throttled: 2, maxPerSecond: 3 });
  });

  it("lets through as many as it says and leaves images alone", async () => {
    const server = await runTmdbServer({ films, limit: 3 });
    const statuses = await Promise.all(
      [1, 2, 3, 4, 5].map(async () => (await request(server, "/movie/348")).status),
    );
    expect(statuses.sort()).toEqual([200, 200, 200, 429, 429]);
    expect((await fetch(`${server.imageUrl}/w92/a.jpg`)).status).toBe(200);
  });

  it("counts over the last second, whenever that began", () => {
    let now = 0;
    const second = slidingSecond(() => now);
    second.add();
    now = 900;
    second.add();
    expect(second.count()).toBe(2);
    now = 1000;
    expect(second.count()).toBe(1);
    now = 1900;
    expect(second.count()).toBe(0);
  });
});

describe("counters", () => {
  it("tell what was asked and what was asked again", async () => {
    const server = await runTmdbServer({ films });
    await get(server, "/search/movie?query=alien");
    await get(server, "/search/movie?query=aliens");
    await get(server, "/movie/348");
    await get(server, "/movie/348");
    await (await fetch(`${server.imageUrl}/w92/a.jpg`)).arrayBuffer();
    expect(server.counters).toMatchObject({
      requests: 5,
      search: 2,
      details: 2,
      images: 1,
      repeated: 1,
    });
    expect(server.counters.paths.get("/3/search/movie")).toBe(2);
    server.resetCounters();
    expect(server.counters).toMatchObject({ requests: 0, repeated: 0, paths: new Map() });
    await get(server, "/movie/348");
    expect(server.counters.repeated).toBe(0);
  });

  it("do not call a retry of a failed request repeated", async () => {
    const server = await runTmdbServer({ films });
    server.fault = ({ number }) => (number === 1 ? { status: 503 } : undefined);
    await request(server, "/movie/348");
    await request(server, "/movie/348");
    expect(server.counters).toMatchObject({ requests: 2, repeated: 0 });
  });

  it("know how many requests waited at once", async () => {
    const server = await runTmdbServer({ films });
    server.fault = () => "hang";
    const stop = new AbortController();
    const waiting = [1, 2, 3].map((id) =>
      request(server, `/movie/${id}`, { signal: stop.signal }).catch(() => "stopped"),
    );
    await vi.waitFor(() => expect(server.counters.maxInFlight).toBe(3));
    expect(server.counters.maxConnections).toBe(3);
    stop.abort();
    expect(await Promise.all(waiting)).toEqual(["stopped", "stopped", "stopped"]);
  });
});
