import { describe, expect, it } from "vitest";
import { get, request, runTmdbServer } from "./client.ts";
import { failEvenly } from "./faults.ts";

const films = [{ id: 1, title: "Nope", overview: "é".repeat(3000) }];
const soon = () => AbortSignal.timeout(200);

describe("a fault", () => {
  it("can be any status with any body", async () => {
    const server = await runTmdbServer({ films });
    server.fault = () => ({
      status: 502,
      body: "<html>Bad gateway</html>",
      headers: { "retry-after": "7" },
    });
    const response = await request(server, "/movie/1");
    expect(response.status).toBe(502);
    expect(response.headers.get("content-type")).toBe("text/html");
    expect(response.headers.get("retry-after")).toBe("7");
    expect(await response.text()).toBe("<html>Bad gateway</html>");
  });

  it("can be the wrong JSON with status 200", async () => {
    const server = await runTmdbServer({ films });
    server.fault = () => ({ status: 200, body: "[]" });
    const response = await request(server, "/movie/1");
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual([]);
  });

  it("reset ends the connection before an answer", async () => {
    const server = await runTmdbServer({ films });
    server.fault = () => "reset";
    await expect(request(server, "/movie/1")).rejects.toMatchObject({
      cause: { code: "ECONNRESET" },
    });
  });

  it("hang never answers", async () => {
    const server = await runTmdbServer({ films });
    server.fault = () => "hang";
    const waiting = request(server, "/movie/1", { signal: soon() });
    await expect(waiting).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("hang-body stops after half of the body", async () => {
    const server = await runTmdbServer({ films });
    server.fault = () => "hang-body";
    const response = await request(server, "/movie/1", { signal: soon() });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("truncate promises the whole body and closes after half", async () => {
    const server = await runTmdbServer({ films });
    server.fault = () => "truncate";
    const response = await request(server, "/movie/1");
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(6000);
    await expect(response.text()).rejects.toThrow("terminated");
  });

  it("drip sends the true answer in pieces", async () => {
    const server = await runTmdbServer({ films, dripInterval: 1 });
    const proper = await get(server, "/movie/1");
    server.fault = () => "drip";
    const response = await request(server, "/movie/1");
    let pieces = 0;
    const chunks: Uint8Array[] = [];
    for await (const chunk of response.body ?? []) {
      pieces += 1;
      chunks.push(chunk);
    }
    expect(pieces).toBeGreaterThan(1);
    expect(JSON.parse(Buffer.concat(chunks).toString())).toEqual(proper);
  });
});

describe("the fault function", () => {
  it("sees method, path, query and the request's number", async () => {
    const server = await runTmdbServer({ films });
    const seen: unknown[] = [];
    server.fault = ({ method, path, query, number }) => {
      seen.push([method, path, query.get("query"), number]);
      return undefined;
    };
    await get(server, "/search/movie?query=nope");
    await get(server, "/movie/1");
    expect(seen).toEqual([
      ["GET", "/3/search/movie", "nope", 1],
      ["GET", "/3/movie/1", null, 2],
    ]);
  });

  it("can fail a share of the requests, evenly", () => {
    const choose = failEvenly(0.25);
    const query = new URLSearchParams();
    const failed = [1, 2, 3, 4, 5, 6, 7, 8].filter((number) =>
      choose({ method: "GET", path: "/3/movie/1", query, number }),
    );
    expect(failed).toEqual([4, 8]);
  });

  it("leaves the server able to close while requests hang", async () => {
    const server = await runTmdbServer({ films });
    server.fault = () => "hang";
    const waiting = request(server, "/movie/1").catch(() => "dropped");
    await expect.poll(() => server.counters.requests).toBe(1);
    await server.close();
    expect(await waiting).toBe("dropped");
  });
});
