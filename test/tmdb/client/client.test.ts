import { afterEach, describe, expect, test } from "vitest";
import { createApi } from "../../../src/tmdb/client/api.ts";
import { type Client, createClient } from "../../../src/tmdb/client/client.ts";
import { runTmdbServer } from "../../tmdbServer/client.ts";
import { film, quickTiming } from "../world.ts";

const clients: Client[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close();
});

function clientOf(
  apiUrl: string,
  token = "test-token",
  timing = quickTiming({ requestTimeout: 5000 }),
) {
  const client = createClient({ apiUrl, token, requestsPerSecond: 1000, concurrency: 8, timing });
  clients.push(client);
  return { client, api: createApi(client), timing };
}

const run = async () => {
  const server = await runTmdbServer({ films: [film(1, "Ran", 1985)] });
  return { server, ...clientOf(server.url) };
};

describe("what is tried again", () => {
  test("five times at most, after 1, 2, 4 and 8 seconds", async () => {
    const { server, api, timing } = await run();
    server.fault = () => ({ status: 500, body: '{"status_message":"Internal error"}' });
    await expect(api.film(1)).rejects.toThrow("/movie/1: TMDB answered 500 (Internal error)");
    expect(server.counters.requests).toBe(5);
    expect(timing.sleeps.filter((pause) => pause >= 1000)).toEqual([1000, 2000, 4000, 8000]);
  });
});

describe("the token", () => {
  test("a v3 key travels in the address, and in no message", async () => {
    const key = "0123456789abcdef0123456789abcdef";
    const server = await runTmdbServer({ films: [film(1, "Ran", 1985)] });
    const { api } = clientOf(server.url, key);
    let sent: string | null = null;
    server.fault = ({ query, path }) => {
      sent = query.get("api_key");
      return path.endsWith("/2")
        ? { status: 500, body: `{"status_message":"at ?api_key=${key}"}` }
        : undefined;
    };
    await api.film(1);
    expect(sent).toBe(key);
    const error = await api.film(2).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(Error);
    expect(`${error} ${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain(key);
  });

  test("a v4 token travels in a header", async () => {
    const { server, api } = await run();
    let query = "";
    server.fault = (request) => {
      query = `${request.query}`;
      return undefined;
    };
    await api.film(1);
    expect(query).not.toContain("test-token");
  });

  test("a refusal in the middle ends every request that is waiting", async () => {
    const { server, api, client } = await run();
    server.fault = ({ number }) => (number === 3 ? { status: 401, body: "{}" } : undefined);
    const ids = Array.from({ length: 30 }, (_, i) => i + 1);
    const results = await Promise.allSettled(ids.map((id) => api.film(id)));
    const messages = results.map((result) =>
      result.status === "rejected" ? `${result.reason}` : "",
    );
    expect(
      messages.filter((message) => message.includes("TMDB refuses the token")).length,
    ).toBeGreaterThan(20);
    expect(client.halted.aborted).toBe(true);
    expect(server.counters.requests).toBeLessThan(12);
  });

  test("a token that no header can carry is a problem, not a failure of the network", () => {
    expect(() => clientOf("http://127.0.0.1:9/3", "two words")).toThrow(/TMDB_API_TOKEN/);
  });
});

test("the same request is sent once, however often it is asked for", async () => {
  const { server, api } = await run();
  await Promise.all([api.film(1), api.film(1), api.searchFilms("Ran"), api.searchFilms("Ran")]);
  await api.film(1);
  expect(server.counters.requests).toBe(2);
});

test("no more requests are in flight than allowed", async () => {
  const server = await runTmdbServer({ films: [film(1, "Ran", 1985)], latency: 5 });
  const { api } = clientOf(server.url, "test-token", quickTiming());
  await Promise.all(Array.from({ length: 50 }, (_, i) => api.searchFilms(`Ran ${i}`)));
  expect(server.counters.maxInFlight).toBeLessThanOrEqual(8);
  expect(server.counters.maxInFlight).toBeGreaterThan(1);
});

test("a refused connection is an outage after 20 failures and half a minute", async () => {
  const server = await runTmdbServer({ films: [] });
  const { url } = server;
  await server.close().catch(() => {});
  const { api } = clientOf(url);
  const results = await Promise.allSettled(Array.from({ length: 60 }, (_, i) => api.film(i + 1)));
  const last = results.at(-1);
  expect(last?.status === "rejected" && `${last.reason}`).toMatch(
    /^OutageError: TMDB cannot be reached.*ECONNREFUSED/,
  );
});
